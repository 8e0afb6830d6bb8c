/**
 * The columns of a segment that grouping needs. An object is made of an article only when it is asked for.
 */

import { integerAt } from '../../element-at.ts'
import { IntList } from '../../index/build/growing-lists.ts'
import type { Bitmap } from '../../index/columns/bitmap.ts'
import { idHalvesAt, idOf } from '../../index/columns/ids.ts'
import { readSketches, type Sketches } from '../../index/columns/sketches.ts'
import { isWithoutArticle } from '../../index/columns/statuses.ts'
import type { Segment } from '../../index/segment/segment.ts'
import type { IdTable } from '../catalog/id-table.ts'
import type { Candidate, CandidateList } from './find-duplicates.ts'

export interface ArticleColumns {
  readonly segment: Segment
  readonly articles: number
  readonly deleted: Bitmap
  readonly ids: Uint32Array
  readonly dates: Uint32Array
  readonly statuses: Uint32Array
  readonly titles: Uint32Array
  readonly longTitles: Uint32Array
  readonly publishers: Uint32Array
  readonly sketches: Sketches
}

/** An article in its place; what is asked of it is read from the columns then. */
export class PlacedArticle implements Candidate {
  readonly columns: ArticleColumns
  readonly article: number

  constructor(columns: ArticleColumns, article: number) {
    this.columns = columns
    this.article = article
  }

  get id(): string {
    return idOf(this.columns.ids, this.article)
  }

  get date(): number {
    return integerAt(this.columns.dates, this.article)
  }

  get hasBody(): boolean {
    return !isWithoutArticle(this.columns.statuses[this.article])
  }

  get title(): string {
    const { titles, longTitles } = this.columns
    const long = longTitles[this.article]
    return long === 0 ? '' : `${titles[this.article]} ${long}`
  }

  get publisher(): number {
    return integerAt(this.columns.publishers, this.article)
  }

  get sketch(): Uint16Array | undefined {
    return this.columns.sketches.of(this.article)
  }
}

export async function readArticleColumns(
  segment: Segment,
  deleted: Bitmap,
): Promise<ArticleColumns> {
  return {
    segment,
    articles: segment.meta.articles,
    deleted,
    ids: await segment.column('ids'),
    dates: await segment.column('dates'),
    statuses: await segment.column('statuses'),
    titles: await segment.column('titleHashes'),
    longTitles: await segment.column('longTitles'),
    publishers: await segment.column('publishers'),
    sketches: await readSketches(segment.container),
  }
}

/** The live articles of all segments by numbers: an object of each would be half a kilobyte, and most are no copies. */
export function liveArticles(segments: readonly ArticleColumns[]): CandidateList<PlacedArticle> {
  const places = new IntList()
  for (const [segment, { articles, deleted }] of segments.entries()) {
    for (let article = 0; article < articles; article++) {
      if (deleted.has(article)) continue
      places.push(segment)
      places.push(article)
    }
  }
  return {
    length: places.length / 2,
    at(number) {
      const columns = segments[places.at(number * 2)]
      return columns && new PlacedArticle(columns, places.at(number * 2 + 1))
    },
  }
}

/** The articles of the given ids, deleted ones included. */
export function rowsWithIds(ids: Uint32Array, wanted: IdTable): readonly number[] {
  const rows: number[] = []
  for (let row = 0; row * 2 < ids.length; row++)
    if (wanted.has(...idHalvesAt(ids, row))) rows.push(row)
  return rows
}
