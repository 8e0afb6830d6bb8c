/** What grouping is told of an article in its place is what the article says. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Bitmap } from '../../../src/index/columns/bitmap.ts'
import { createBlockCache } from '../../../src/index/files/block-cache.ts'
import { readDeletions } from '../../../src/index/generation/deletions.ts'
import { openSegment } from '../../../src/index/segment/segment.ts'
import { IdTable } from '../../../src/ingest/catalog/id-table.ts'
import {
  type ArticleColumns,
  liveArticles,
  readArticleColumns,
  rowsWithIds,
} from '../../../src/ingest/duplicates/article-columns.ts'
import { daysBetween } from '../../../src/ingest/duplicates/title-table.ts'
import { filling } from '../../helpers/filling.ts'
import { idOfNumber, type Placed } from '../../helpers/memory-index.ts'
import { type IndexOnDisk, indexOnDisk } from '../index-on-disk.ts'

const LONG = filling(1, 400)
const TITLE = '开源模型发布的漏洞公告全文'

const SEGMENTS: readonly (readonly Placed[])[] = [
  [
    {
      article: { number: 0, title: TITLE, body: LONG, date: '2025-03-01', url: 'https://a.org/0' },
    },
    {
      article: { number: 1, title: '首页', body: '苹果', date: '', url: 'https://b.org/1' },
      deleted: true,
    },
    {
      article: {
        number: 2,
        title: `${TITLE}（续）`,
        body: LONG,
        date: '2025-03-04',
        url: 'https://www.a.org/2',
      },
    },
  ],
  [
    {
      article: {
        number: 3,
        title: TITLE,
        body: '',
        failed: true,
        date: '2024-02-29',
        url: 'https://b.org/3',
      },
    },
  ],
]

let index: IndexOnDisk
let columns: ArticleColumns[]
beforeAll(async () => {
  index = await indexOnDisk(SEGMENTS)
  const cache = createBlockCache(0)
  columns = []
  for (const entry of index.manifest.segments) {
    const segment = await openSegment(index.folder, entry.name, cache)
    columns.push(await readArticleColumns(segment, await readDeletions(index.folder, entry, cache)))
  }
})
afterAll(async () => {
  for (const { segment } of columns) await segment.close()
  index.end()
})

const all = () => {
  const list = liveArticles(columns)
  return Array.from({ length: list.length }, (_, number) => list.at(number))
}

describe('the live articles of all segments', () => {
  test('come in their order, without those that were deleted', () => {
    expect(all().map((article) => article?.id)).toEqual([0, 2, 3].map(idOfNumber))
    expect(liveArticles([]).length).toBe(0)
  })

  test('know where they stand', () => {
    expect(all().map((one) => [one?.columns, one?.article])).toEqual([
      [columns[0], 0],
      [columns[0], 2],
      [columns[1], 0],
    ])
  })

  test('have a title that is equal where titles are, and none where it is too short', () => {
    const [first, second, failed] = all().map((article) => article?.title)
    expect(first).toBe(failed)
    expect(second).not.toBe(first)
    expect([first, second]).not.toContain('')
    const short = columns[0] && liveArticles([{ ...columns[0], deleted: nothing() }]).at(1)
    expect(short?.title).toBe('')
  })

  test('have the days on which they appeared', () => {
    const [first, second, failed] = all().map((article) => article?.date ?? 0)
    expect(daysBetween(first ?? 0, second ?? 0)).toBe(3)
    // 2024 is a leap year: from the last day of February it is a year and a day.
    expect(daysBetween(failed ?? 0, first ?? 0)).toBe(366)
  })

  test('have a body and a sketch of it, or not', () => {
    expect(all().map((article) => article?.hasBody)).toEqual([true, true, false])
    const [first, second, failed] = all().map((article) => article?.sketch)
    expect(first).toBeInstanceOf(Uint16Array)
    expect(second).toEqual(first)
    expect(failed).toBeUndefined()
  })

  test('have the same publisher where they have the same host', () => {
    const [first, second, failed] = all().map((article) => article?.publisher)
    expect(second).toBe(first)
    expect(failed).not.toBe(first)
  })
})

/** Of which nothing is deleted. */
function nothing() {
  return new Bitmap(3)
}

test('articles are found by their ids, deleted ones too', () => {
  const wanted = IdTable.of([0, 1, 3, 7].map(idOfNumber))
  const rows = columns.map(({ ids }) => rowsWithIds(ids, wanted))
  expect(rows).toEqual([[0, 1], [0]])
  expect(columns.map(({ ids }) => rowsWithIds(ids, IdTable.of([])))).toEqual([[], []])
})
