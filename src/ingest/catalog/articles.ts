/** Numbers the articles of the files: sets of them are bitmaps, and what is known of each stands in columns. */

import { Bitmap } from '../../index/columns/bitmap.ts'
import type { CatalogFile, CatalogFiles } from './catalog-columns.ts'
import { IdTable } from './id-table.ts'

export interface NumberedFiles {
  readonly files: CatalogFiles
  /** The number of each file's article. */
  readonly articles: Uint32Array
}

/** The articles of two states of a corpus, under the same numbers. */
export interface NumberedArticles {
  readonly ids: IdTable
  readonly before: NumberedFiles
  readonly now: NumberedFiles
}

export function numberArticles(before: CatalogFiles, now: CatalogFiles): NumberedArticles {
  const ids = new IdTable(Math.max(before.length, now.length))
  return { ids, before: numberFiles(before, ids), now: numberFiles(now, ids) }
}

function numberFiles(files: CatalogFiles, table: IdTable): NumberedFiles {
  const { ids } = files.records
  const articles = new Uint32Array(files.length)
  for (let row = 0; row < articles.length; row++)
    articles[row] = table.add(ids[row * 2] ?? 0, ids[row * 2 + 1] ?? 0)
  return { files, articles }
}

/** The articles of the files that a test holds for. */
export function articlesWhere(
  { articles }: NumberedFiles,
  count: number,
  holds: (row: number, article: number) => boolean,
): Bitmap {
  const found = new Bitmap(count)
  for (let row = 0; row < articles.length; row++) {
    const article = articles[row] ?? 0
    if (holds(row, article)) found.add(article)
  }
  return found
}

/** All files of one article, the newest fetch first. */
export interface ArticleFiles {
  readonly id: string
  readonly files: readonly CatalogFile[]
  /** The content hash of what the index holds, if that may still be right: see content-hash.ts. */
  readonly content?: string
}

/** Articles in the order of their first files. */
export interface ArticleGroups {
  readonly length: number
  readonly files: number
  readonly sizeBytes: number
  /** Its number. */
  articleAt(place: number): number
  at(place: number): ArticleFiles
}

/** The articles of the set, each with all its files. */
export function groupArticles({ files, articles }: NumberedFiles, wanted: Bitmap): ArticleGroups {
  const { numbers, starts, rows } = rowsByArticle(articles, wanted)
  const { fetchDates } = files.records
  const newestFetchFirst = (a: number, b: number) => fetchDates.compare(b, fetchDates, a) || b - a
  return {
    length: numbers.length,
    files: rows.length,
    sizeBytes: rows.reduce((sum, row) => sum + (files.list.sizes[row] ?? 0), 0),
    articleAt: (place) => numbers[place] ?? 0,
    at(place) {
      const own = rows.slice(starts[place], starts[place + 1]).sort(newestFetchFirst)
      const group = Array.from(own, (row) => files.at(row))
      const [{ articleId: id = '', content } = {}] = group
      return { id, files: group, ...(content !== undefined && { content }) }
    },
  }
}

/** A counting sort: in the order of the articles' first files, the rows of each ascending. */
function rowsByArticle(articles: Uint32Array, wanted: Bitmap) {
  const { placeOf, numbers, counts } = countFiles(articles, wanted)
  const starts = new Uint32Array(numbers.length + 1)
  for (const [place, count] of counts.entries()) starts[place + 1] = (starts[place] ?? 0) + count
  const rows = new Uint32Array(starts.at(-1) ?? 0)
  const next = starts.slice()
  for (let row = 0; row < articles.length; row++) {
    const article = articles[row] ?? 0
    if (!wanted.has(article)) continue
    const place = placeOf[article] ?? 0
    const at = next[place] ?? 0
    rows[at] = row
    next[place] = at + 1
  }
  return { numbers, starts, rows }
}

/** The articles wanted, in the order of their first files; how many files each has. */
function countFiles(articles: Uint32Array, wanted: Bitmap) {
  const numbers: number[] = []
  const counts: number[] = []
  const placeOf = new Int32Array(highestNumber(articles) + 1).fill(-1)
  for (let row = 0; row < articles.length; row++) {
    const article = articles[row] ?? 0
    if (!wanted.has(article)) continue
    if (placeOf[article] === -1) {
      placeOf[article] = numbers.length
      numbers.push(article)
      counts.push(0)
    }
    const place = placeOf[article] ?? 0
    counts[place] = (counts[place] ?? 0) + 1
  }
  return { placeOf, numbers, counts }
}

/** −1 for none. */
function highestNumber(articles: Uint32Array): number {
  return articles.reduce((most, article) => Math.max(most, article), -1)
}
