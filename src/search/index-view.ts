/** What a search needs to know of a whole generation, over all its segments, so that no score depends on how they are cut. */

import type { LengthSums } from '../index/segment.ts'
import type { LiveSegment, Snapshot } from '../index/snapshot.ts'
import { type LengthNorm, lengthNorm, RANKING, type Ranking } from './bm25f.ts'
import { type DuplicateTable, duplicateTable } from './collapse.ts'
import { type SegmentLists, segmentLists } from './term-lists.ts'

/** A segment with what scoring reads of each article. */
export interface SegmentView extends LiveSegment {
  /** Terms in each article's body and title, and what makes of them what frequencies are divided by: see normOf. */
  readonly bodyLengths: Uint32Array
  readonly titleLengths: Uint32Array
  readonly bodyNorm: LengthNorm
  readonly titleNorm: LengthNorm
  /** Of each article's fetch: see isWithoutArticle. */
  readonly statuses: Uint32Array
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
  const columns = await Promise.all(snapshot.segments.map(readColumns))
  const { bodyTerms, titleTerms, bodies } = addUp(columns.map(liveSums))
  const held = columns.reduce((sum, { bodyLengths }) => sum + bodyLengths.length, 0)
  const averageBody = bodies === 0 ? 0 : bodyTerms / bodies
  const averageTitle = snapshot.articles === 0 ? 0 : titleTerms / snapshot.articles
  const bodyNorm = lengthNorm(averageBody, ranking.body.b)
  const titleNorm = lengthNorm(averageTitle, ranking.title.b)
  return {
    segments: columns.map(({ live, bodyLengths, titleLengths, statuses }) => ({
      ...live,
      bodyLengths,
      titleLengths,
      bodyNorm,
      titleNorm,
      statuses,
      slots: new Uint32Array(bodyLengths.length),
      lists: segmentLists(live, bodyLengths.length / Math.max(1, held)),
    })),
    articles: snapshot.articles,
    termOccurrences: bodyTerms + titleTerms,
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

interface Columns {
  readonly live: LiveSegment
  readonly bodyLengths: Uint32Array
  readonly titleLengths: Uint32Array
  readonly statuses: Uint32Array
}

async function readColumns(live: LiveSegment): Promise<Columns> {
  const { segment } = live
  return {
    live,
    bodyLengths: await segment.column('bodyLengths'),
    titleLengths: await segment.column('titleLengths'),
    statuses: await segment.column('statuses'),
  }
}

/** Without its deleted articles. */
function liveSums({ live, bodyLengths, titleLengths }: Columns): LengthSums {
  const { meta } = live.segment
  let { bodyTerms, titleTerms, bodies } = meta
  if (live.deletedCount > 0) {
    for (let article = 0; article < meta.articles; article++) {
      if (!live.deleted.has(article)) continue
      const bodyLength = bodyLengths[article] ?? 0
      bodyTerms -= bodyLength
      titleTerms -= titleLengths[article] ?? 0
      if (bodyLength > 0) bodies--
    }
  }
  return { bodyTerms, titleTerms, bodies }
}

function addUp(all: readonly LengthSums[]): LengthSums {
  const sum = (of: (sums: LengthSums) => number) => all.reduce((total, one) => total + of(one), 0)
  return {
    bodyTerms: sum((one) => one.bodyTerms),
    titleTerms: sum((one) => one.titleTerms),
    bodies: sum((one) => one.bodies),
  }
}
