/** Reads, cleans and cuts articles, a segment a task. */

import { join } from 'node:path'
import type { SegmentEntry } from '../index/manifest.ts'
import type { Site } from './catalog.ts'
import { meter, slices, type UpdateContext } from './context.ts'
import type { ArticleFiles } from './plan.ts'
import type { Failure } from './read-versions.ts'
import type { SegmentTask } from './work.ts'
import { inParallel } from './workforce.ts'

/** How the work is parted never shows in the result: the segments of one run are merged in this order. */
const ARTICLES_A_SEGMENT = 2048

export interface WrittenSegments {
  readonly segments: readonly SegmentEntry[]
  readonly failures: readonly Failure[]
  /** Content hashes of the articles written, by id. */
  readonly contents: ReadonlyMap<string, string>
  /** Ids of articles that the index holds as they are. */
  readonly same: ReadonlySet<string>
}

export async function writeSegments(
  context: UpdateContext,
  groups: readonly ArticleFiles[],
  sites: ReadonlyMap<string, Site>,
): Promise<WrittenSegments> {
  const { workforce, names } = context
  const files = filesOf(groups)
  const crew = workforce.crewFor(files.length)
  const done = meter(context, 'reading', files)
  const tasks = slices(groups, ARTICLES_A_SEGMENT).map((articles) => ({
    name: names.next('segment'),
    articles,
  }))
  const results = await inParallel(
    crew.width,
    tasks,
    ({ name, articles }) => crew.writeSegment(segmentTask(context, name, articles, sites)),
    ({ articles }) => done(filesOf(articles)),
  )
  const segments = results.map(({ articles, byteLength }, i) => ({
    name: tasks[i]?.name ?? '',
    articles,
    deleted: 0,
    byteLength,
  }))
  return {
    segments: segments.filter((segment) => segment.articles > 0),
    failures: results.flatMap((result) => result.failures),
    contents: new Map(results.flatMap((result) => [...result.contents])),
    same: new Set(results.flatMap((result) => result.same)),
  }
}

function filesOf(groups: readonly ArticleFiles[]): ArticleFiles['files'] {
  return groups.flatMap((group) => group.files)
}

/** A task carries the furniture of its own sites only. */
function segmentTask(
  { folder, corpus, userDictionary, dictionary }: UpdateContext,
  name: string,
  articles: readonly ArticleFiles[],
  sites: ReadonlyMap<string, Site>,
): SegmentTask {
  const furniture = new Map<string, Uint32Array>()
  for (const key of filesOf(articles).flatMap((file) => file.siteKeys)) {
    const site = sites.get(key)
    if (site !== undefined) furniture.set(key, site.furniture)
  }
  const target = join(folder.path, name)
  return { corpus, target, articles, furniture, userDictionary, dictionary }
}
