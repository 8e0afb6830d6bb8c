/** The default back end: an index in a folder of this machine, searched in this process. */

import { isAbsolute, relative, sep } from 'node:path'
import type { ArticleRecord } from '../index/article-record.ts'
import type { IndexFolder } from '../index/byte-source.ts'
import { idHalves } from '../index/columns-writer.ts'
import { openSnapshot, type Snapshot } from '../index/snapshot.ts'
import { type IndexView, viewIndex } from '../search/index-view.ts'
import type { SearchRequest, SearchResult } from '../search/result.ts'
import { search } from '../search/search.ts'
import type { SearchBackend, StoredArticle } from './backend.ts'
import { countIndex } from './stats.ts'

export interface EmbeddedBackend extends SearchBackend {
  readonly generation: number
}

/** Opens the newest generation and keeps answering from it. Throws SouwenError (index-missing, index-damaged, index-newer). */
export async function openEmbedded(folder: IndexFolder): Promise<EmbeddedBackend> {
  const snapshot = await openSnapshot(folder)
  let view: Promise<IndexView> | undefined
  return {
    generation: snapshot.manifest.generation,
    async search(request: SearchRequest): Promise<SearchResult> {
      const start = performance.now()
      view ??= viewIndex(snapshot)
      const { query, total, ...rest } = await search(await view, request)
      return { query, total, tookMs: Math.round((performance.now() - start) * 100) / 100, ...rest }
    },
    article: (idOrPath) => findArticle(snapshot, idOrPath),
    stats: () => countIndex(snapshot),
    close: () => snapshot.close(),
  }
}

const ID = /^[0-9a-f]{16}$/

async function findArticle(
  snapshot: Snapshot,
  idOrPath: string,
): Promise<StoredArticle | undefined> {
  const record = ID.test(idOrPath) ? await recordById(snapshot, idOrPath) : undefined
  const found =
    record ?? (await recordByPath(snapshot, pathInCorpus(snapshot.manifest.corpus, idOrPath)))
  if (found === undefined) return undefined
  const { paths, ...article } = found
  return { ...article, path: paths[0] ?? '' }
}

async function recordById(snapshot: Snapshot, id: string): Promise<ArticleRecord | undefined> {
  const [high, low] = idHalves(id)
  for (const { segment, deleted } of snapshot.segments) {
    const ids = await segment.column('ids')
    for (let article = 0; article < segment.meta.articles; article++) {
      const here = ids[article * 2] === high && ids[article * 2 + 1] === low
      if (here && !deleted.has(article)) return segment.articles.record(article)
    }
  }
  return undefined
}

/** As found below the corpus folder, with '/' between the parts. */
function pathInCorpus(corpus: string, path: string): string {
  const below = isAbsolute(path) ? relative(corpus, path) : path
  return below.split(sep).join('/').replace(/^\.\//, '')
}

/** By any of an article's paths: a walk over the segment's path column. */
async function recordByPath(snapshot: Snapshot, path: string): Promise<ArticleRecord | undefined> {
  for (const { segment, deleted } of snapshot.segments) {
    for (const article of await segment.articlesAtPath(path)) {
      if (deleted.has(article)) continue
      const record = await segment.articles.record(article)
      if (record.paths.includes(path)) return record
    }
  }
  return undefined
}
