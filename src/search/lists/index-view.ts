/** A generation as a search reads it. Averages go over all segments, so that no score depends on how articles are cut into them. */

import { integerAt } from '../../element-at.ts'
import type { LiveSegment, Snapshot } from '../../index/generation/snapshot.ts'
import type { LengthSums } from '../../index/segment/segment.ts'
import type { Cache } from '../../memory/memory.ts'
import { type Synonyms, synonymsOf } from '../../text/synonyms.ts'
import { type FieldLengths, lengthNorm, RANKING, type Ranking } from './bm25f.ts'
import { createDuplicateTable, type DuplicateTable } from './collapse.ts'
import { type PostingList, type SegmentLists, segmentLists } from './posting-lists.ts'

/** A segment with what scoring reads of each article. */
export interface SegmentView extends LiveSegment, FieldLengths {
  /** The status of each article's fetch: see isWithoutArticle. */
  readonly statuses: Uint32Array
  readonly lists: SegmentLists
  /** Keeps the postings of quoted texts, because the next page, another order or another filter asks for them again. */
  readonly literals: Cache<string, PostingList>
}

export interface IndexView {
  readonly segments: readonly SegmentView[]
  /** Articles that are not deleted. */
  readonly articles: number
  /** How many terms all of them hold, in title and body. */
  readonly termOccurrences: number
  /** Terms in the average body, of those that are not empty, and in the average title. */
  readonly averageBody: number
  readonly averageTitle: number
  /** Length of the longest Han word, in UTF-16 units. */
  readonly longestWord: number
  readonly ranking: Ranking
  readonly duplicates: DuplicateTable
  /** What the owner of the index says is the same. */
  readonly synonyms: Synonyms
}

/** Reads the columns that each score needs. Throws SouwenError('index-damaged') where they are damaged. */
export async function viewIndex(snapshot: Snapshot, ranking = RANKING): Promise<IndexView> {
  const columns = await Promise.all(snapshot.segments.map(readColumns))
  const { bodyTerms, titleTerms, bodies } = addLengths(columns.map(sumLiveLengths))
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
      lists: segmentLists(live, snapshot.memory),
      literals: snapshot.memory.cache('literals'),
    })),
    articles: snapshot.articles,
    termOccurrences: bodyTerms + titleTerms,
    averageBody,
    averageTitle,
    longestWord: Math.max(1, ...snapshot.segments.map(({ segment }) => segment.meta.longestWord)),
    ranking,
    synonyms: synonymsOf(snapshot.manifest.synonyms ?? []),
    duplicates: createDuplicateTable(
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

/** Adds up the lengths of the segment's articles that are not deleted. */
function sumLiveLengths({ live, bodyLengths, titleLengths }: Columns): LengthSums {
  const { meta } = live.segment
  let { bodyTerms, titleTerms, bodies } = meta
  if (live.deletedCount > 0) {
    for (let article = 0; article < meta.articles; article++) {
      if (!live.deleted.has(article)) continue
      const bodyLength = integerAt(bodyLengths, article)
      bodyTerms -= bodyLength
      titleTerms -= integerAt(titleLengths, article)
      if (bodyLength > 0) bodies--
    }
  }
  return { bodyTerms, titleTerms, bodies }
}

function addLengths(all: readonly LengthSums[]): LengthSums {
  const sum = (of: (sums: LengthSums) => number) => all.reduce((total, one) => total + of(one), 0)
  return {
    bodyTerms: sum((one) => one.bodyTerms),
    titleTerms: sum((one) => one.titleTerms),
    bodies: sum((one) => one.bodies),
  }
}
