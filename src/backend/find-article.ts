/** An article of a snapshot by its id or by the path of any of its files. */

import { isAbsolute, relative, sep } from 'node:path'
import { idHalves } from '../index/columns/ids.ts'
import { areSamePaths } from '../index/columns/path-hash.ts'
import type { Snapshot } from '../index/generation/snapshot.ts'
import type { Segment } from '../index/segment/segment.ts'
import type { ArticleRecord } from '../index/store/article-record.ts'
import type { FurnitureRecord } from '../index/store/furniture-record.ts'
import type { StoredArticle } from './backend.ts'

/** The place of an article that is not deleted. */
interface Place {
  readonly segment: Segment
  readonly article: number
}

const ID = /^[0-9a-f]{16}$/

export async function findArticle(
  snapshot: Snapshot,
  idOrPath: string,
): Promise<StoredArticle | undefined> {
  const place = await findPlace(snapshot, idOrPath)
  if (place === undefined) return undefined
  const { segment, article } = place
  return storedArticle(
    await segment.articles.record(article),
    await segment.furniture.record(article),
  )
}

export async function findPlace(snapshot: Snapshot, idOrPath: string): Promise<Place | undefined> {
  const byId = ID.test(idOrPath) ? await placeOfId(snapshot, idOrPath) : undefined
  return byId ?? placeOfPath(snapshot, pathInCorpus(snapshot.manifest.corpus, idOrPath))
}

function storedArticle(
  record: ArticleRecord,
  { versions, removed }: FurnitureRecord,
): StoredArticle {
  const { paths, ...article } = record
  const [path = ''] = paths
  const { title, fetchDate, status } = article
  const only = { path, title, fetchDate, status }
  return { ...article, path, versions: versions.length > 0 ? versions : [only], removed }
}

async function placeOfId(snapshot: Snapshot, id: string): Promise<Place | undefined> {
  const [high, low] = idHalves(id)
  for (const { segment, deleted } of snapshot.segments) {
    const ids = await segment.column('ids')
    for (let article = 0; article < segment.meta.articles; article++) {
      const here = ids[article * 2] === high && ids[article * 2 + 1] === low
      if (here && !deleted.has(article)) return { segment, article }
    }
  }
  return undefined
}

/** The path below the corpus folder, with '/' between its parts. */
function pathInCorpus(corpus: string, path: string): string {
  const below = isAbsolute(path) ? relative(corpus, path) : path
  return below.split(sep).join('/').replace(/^\.\//, '')
}

/** A walk over the segments' path columns. */
async function placeOfPath(snapshot: Snapshot, path: string): Promise<Place | undefined> {
  for (const { segment, deleted } of snapshot.segments) {
    for (const article of await segment.articlesAtPath(path)) {
      if (deleted.has(article)) continue
      const { paths } = await segment.articles.record(article)
      if (paths.some((one) => areSamePaths(one, path))) return { segment, article }
    }
  }
  return undefined
}
