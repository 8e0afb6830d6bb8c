/**
 * What grouping asks of the articles of a segment, as the columns they are stored in: an object is made only of those that
 * somebody asks for.
 */

import type { Bitmap } from '../index/deletions.ts'
import { idOf } from '../index/merge-segments.ts'
import { type Segment, statusOfColumn } from '../index/segment.ts'
import { readSketches, type Sketches } from '../index/sketches.ts'
import type { Candidate } from './find-duplicates.ts'
import type { IdTable } from './id-table.ts'

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

/** An article in its place. */
export interface Placed extends Candidate {
  readonly columns: ArticleColumns
  readonly article: number
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

export function placedAt(columns: ArticleColumns, article: number): Placed {
  const { ids, dates, statuses, titles, longTitles, publishers, sketches } = columns
  return {
    columns,
    article,
    id: idOf(ids, article),
    date: dates[article] ?? 0,
    hasBody: statusOfColumn(statuses[article] ?? 0) === 'article',
    title: longTitles[article] === 0 ? '' : `${titles[article]} ${longTitles[article]}`,
    publisher: publishers[article] ?? 0,
    sketch: sketches.of(article),
  }
}

export function liveArticles(columns: ArticleColumns): readonly Placed[] {
  const live: Placed[] = []
  for (let article = 0; article < columns.articles; article++)
    if (!columns.deleted.has(article)) live.push(placedAt(columns, article))
  return live
}

/** The articles of the given ids, deleted ones included. */
export function rowsWithIds(ids: Uint32Array, wanted: IdTable): readonly number[] {
  const rows: number[] = []
  for (let row = 0; row * 2 < ids.length; row++)
    if (wanted.has(ids[row * 2] ?? 0, ids[row * 2 + 1] ?? 0)) rows.push(row)
  return rows
}
