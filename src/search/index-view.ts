/** What a search needs to know of a whole generation, over all its segments, so that no score depends on how they are cut. */

import type { LiveSegment, Snapshot } from '../index/snapshot.ts'
import { lengthNorm, RANKING, type Ranking } from './bm25f.ts'
import { type DuplicateTable, duplicateTable } from './collapse.ts'
import { type SegmentLists, segmentLists } from './term-lists.ts'

/** A segment with what scoring reads of each article. */
export interface SegmentView extends LiveSegment {
  /** Terms in each article's body and title, and the same as what frequencies are divided by. */
  readonly bodyLengths: Uint32Array
  readonly titleLengths: Uint32Array
  readonly bodyNorms: Float32Array
  readonly titleNorms: Float32Array
  /** 1: the page's fetch failed, it is found by its title alone. */
  readonly titleOnly: Uint8Array
  /** An entry an article, for who looks up in one step where each stands in a set; all 0 when nobody is at it. */
  readonly slots: Uint32Array
  readonly lists: SegmentLists
}

export interface IndexView {
  readonly segments: readonly SegmentView[]
  /** Articles that are not deleted. */
  readonly articles: number
  /** Terms in all of them, title and body. */
  readonly termOccurrences: number
  /** Terms in a body, where there is one, and in a title. */
  readonly averageBody: number
  readonly averageTitle: number
  /** Longest Han word in UTF-16 units. */
  readonly longestWord: number
  readonly ranking: Ranking
  readonly duplicates: DuplicateTable
}

export async function viewIndex(snapshot: Snapshot, ranking = RANKING): Promise<IndexView> {
  const lengths = await Promise.all(snapshot.segments.map(readLengths))
  let [bodySum, titleSum, withBody] = [0, 0, 0]
  for (const { bodyLengths, titleLengths, live } of lengths) {
    const deleted = live.deletedCount === 0 ? undefined : live.deleted
    for (let article = 0; article < bodyLengths.length; article++) {
      if (deleted?.has(article)) continue
      const bodyLength = bodyLengths[article] ?? 0
      bodySum += bodyLength
      titleSum += titleLengths[article] ?? 0
      if (bodyLength > 0) withBody++
    }
  }
  const held = lengths.reduce((sum, { bodyLengths }) => sum + bodyLengths.length, 0)
  const averageBody = withBody === 0 ? 0 : bodySum / withBody
  const averageTitle = snapshot.articles === 0 ? 0 : titleSum / snapshot.articles
  return {
    segments: lengths.map(({ live, bodyLengths, titleLengths, statuses }) => ({
      ...live,
      bodyLengths,
      titleLengths,
      bodyNorms: normsOf(bodyLengths, averageBody, ranking.body.b),
      titleNorms: normsOf(titleLengths, averageTitle, ranking.title.b),
      titleOnly: titleOnlyOf(statuses),
      slots: new Uint32Array(bodyLengths.length),
      lists: segmentLists(live, bodyLengths.length / Math.max(1, held)),
    })),
    articles: snapshot.articles,
    termOccurrences: bodySum + titleSum,
    averageBody,
    averageTitle,
    longestWord: Math.max(1, ...snapshot.segments.map(({ segment }) => segment.meta.longestWord)),
    ranking,
    duplicates: duplicateTable(
      snapshot.duplicates,
      snapshot.segments.map(({ segment }) => segment.meta.articles),
    ),
  }
}

// Plain loops, in which nothing is called: in a search from a cold start they run before they are compiled.

function normsOf(lengths: Uint32Array, average: number, b: number): Float32Array {
  const norms = new Float32Array(lengths.length)
  if (average === 0) return norms.fill(lengthNorm(0, average, b))
  const least = lengthNorm(0, average, b)
  for (let i = 0; i < norms.length; i++) norms[i] = least + (b * (lengths[i] ?? 0)) / average
  return norms
}

function titleOnlyOf(statuses: Uint32Array): Uint8Array {
  const flags = new Uint8Array(statuses.length)
  for (let i = 0; i < flags.length; i++) if ((statuses[i] ?? 0) > 1) flags[i] = 1
  return flags
}

async function readLengths(live: LiveSegment) {
  const [bodyLengths, titleLengths, statuses] = await Promise.all([
    live.segment.column('bodyLengths'),
    live.segment.column('titleLengths'),
    live.segment.column('statuses'),
  ])
  return { live, bodyLengths, titleLengths, statuses }
}
