/** Reads, cleans and cuts articles, a segment a task. */

import { join } from 'node:path'
import type { FileProblem } from '../../corpus/find/file-problem.ts'
import { Bitmap } from '../../index/columns/bitmap.ts'
import { idHalves } from '../../index/columns/ids.ts'
import type { SegmentEntry } from '../../index/files/manifest.ts'
import type { ArticleFiles, ArticleGroups } from '../catalog/articles.ts'
import type { Site } from '../catalog/catalog.ts'
import { mapInParallel } from '../threads/parallel.ts'
import type { SegmentResult, SegmentTask } from '../threads/tasks.ts'
import { createMeter } from './progress.ts'
import type { UpdateContext } from './update-context.ts'

/** How the work is parted never shows in the result: the segments of one run are merged in this order. */
const ARTICLES_A_SEGMENT = 2048
/** The last ones of a large run are smaller, down to so many, so that the threads end together. */
const ARTICLES_AT_THE_END = 1024
/** Segments that what is left is to be enough for. */
const SEGMENTS_AT_THE_END = 4

export interface ArticlesToWrite {
  readonly groups: ArticleGroups
  /** The numbers of all articles are below. */
  readonly count: number
}

export interface WrittenSegments {
  readonly segments: readonly SegmentEntry[]
  readonly problems: readonly FileProblem[]
  /** Content hashes of the articles read, two halves each; both 0: was not read. */
  readonly contents: Uint32Array
  /** Articles that the index holds as they are. */
  readonly same: Bitmap
  /** Articles that could not be read now: the index is to hold them as they are. */
  readonly held: Bitmap
}

export async function writeSegments(
  context: UpdateContext,
  { groups, count }: ArticlesToWrite,
  sites: ReadonlyMap<string, Site>,
): Promise<WrittenSegments> {
  const { pool, names } = context
  const runner = pool.runnerFor(groups.files)
  const done = createMeter(context, 'reading', { files: groups.files, bytes: groups.sizeBytes })
  const contents = new Uint32Array(count * 2)
  const [same, held] = [new Bitmap(count), new Bitmap(count)]

  function articlesIn({ start, end }: SegmentPlan): readonly ArticleFiles[] {
    return Array.from({ length: end - start }, (_, i) => groups.at(start + i))
  }

  /** Notes the result of each article at once, so that no list of results waits for the other segments. */
  function take(
    { start }: SegmentPlan,
    articles: readonly ArticleFiles[],
    result: SegmentResult,
  ): void {
    const [alike, left] = [new Set(result.same), new Set(result.held)]
    for (const [i, { id }] of articles.entries()) {
      const article = groups.articleAt(start + i)
      const content = result.contents.get(id)
      if (content !== undefined) contents.set(idHalves(content), article * 2)
      if (alike.has(id)) same.add(article)
      if (left.has(id)) held.add(article)
    }
    const files = articles.flatMap((group) => group.files)
    done({ files: files.length, bytes: files.reduce((sum, file) => sum + file.sizeBytes, 0) })
  }

  const results = await mapInParallel(
    runner.width,
    planSegments(groups.length, names),
    async (part) => {
      // The list is made when its turn comes: the lists of all segments would fill most of the memory of a build.
      const articles = articlesIn(part)
      const result = await runner.writeSegment(segmentTask(context, part.name, articles, sites))
      take(part, articles, result)
      const { articles: written, byteLength, problems } = result
      return { entry: { name: part.name, articles: written, deleted: 0, byteLength }, problems }
    },
  )
  return {
    segments: results.map(({ entry }) => entry).filter((entry) => entry.articles > 0),
    problems: results.flatMap((result) => result.problems),
    contents,
    same,
    held,
  }
}

/** Some of the groups, one after the other: the segment of their articles. */
interface SegmentPlan {
  readonly name: string
  readonly start: number
  readonly end: number
}

function planSegments(groups: number, names: UpdateContext['names']): readonly SegmentPlan[] {
  const parts: SegmentPlan[] = []
  for (let start = 0; start < groups; ) {
    const end = start + segmentSize(groups - start, groups)
    parts.push({ name: names.next('segment'), start, end })
    start = end
  }
  return parts
}

function segmentSize(left: number, groups: number): number {
  if (groups <= ARTICLES_A_SEGMENT) return groups
  const share = Math.max(ARTICLES_AT_THE_END, Math.ceil(left / SEGMENTS_AT_THE_END))
  return Math.min(share, ARTICLES_A_SEGMENT, left)
}

/** A task carries the furniture of its own sites only. */
function segmentTask(
  { folder, corpus, userDictionary, dictionary }: UpdateContext,
  name: string,
  articles: readonly ArticleFiles[],
  sites: ReadonlyMap<string, Site>,
): SegmentTask {
  const furniture = new Map<string, Uint32Array>()
  for (const { files } of articles) {
    for (const key of files.flatMap((file) => file.siteKeys)) {
      const site = sites.get(key)
      if (site !== undefined) furniture.set(key, site.furniture)
    }
  }
  const target = join(folder.path, name)
  return { corpus, target, articles, furniture, userDictionary, dictionary }
}
