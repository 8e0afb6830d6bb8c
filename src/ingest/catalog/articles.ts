/** Numbers the articles of the files: sets of them are bitmaps, and what is known of each stands in columns. */

import { elementAt, floatAt, integerAt } from '../../element-at.ts'
import { Bitmap } from '../../index/columns/bitmap.ts'
import { idHalvesAt } from '../../index/columns/ids.ts'
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
  for (let row = 0; row < articles.length; row++) articles[row] = table.add(...idHalvesAt(ids, row))
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
    const article = integerAt(articles, row)
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
    sizeBytes: rows.reduce((sum, row) => sum + floatAt(files.list.sizes, row), 0),
    articleAt: (place) => elementAt(numbers, place),
    at(place) {
      const own = rows.slice(starts[place], starts[place + 1]).sort(newestFetchFirst)
      const group = Array.from(own, (row) => files.at(row))
      const [{ articleId: id = '' } = {}] = group
      const content = group.find((file) => file.content !== undefined)?.content
      return { id, files: group, ...(content !== undefined && { content }) }
    },
  }
}

/** A counting sort: in the order of the articles' first files, the rows of each ascending. */
function rowsByArticle(articles: Uint32Array, wanted: Bitmap) {
  const { placeOf, numbers, counts } = countFiles(articles, wanted)
  const starts = new Uint32Array(numbers.length + 1)
  for (const [place, count] of counts.entries())
    starts[place + 1] = integerAt(starts, place) + count
  const rows = new Uint32Array(integerAt(starts, numbers.length))
  const next = starts.slice()
  for (let row = 0; row < articles.length; row++) {
    const article = integerAt(articles, row)
    if (!wanted.has(article)) continue
    const place = integerAt(placeOf, article)
    const at = integerAt(next, place)
    rows[at] = row
    next[place] = at + 1
  }
  return { numbers, starts, rows }
}

const NOT_MET = 0xffffffff

/** The articles wanted, in the order of their first files; how many files each has. */
function countFiles(articles: Uint32Array, wanted: Bitmap) {
  const numbers: number[] = []
  const counts: number[] = []
  const placeOf = new Uint32Array(highestNumber(articles) + 1).fill(NOT_MET)
  for (let row = 0; row < articles.length; row++) {
    const article = integerAt(articles, row)
    if (!wanted.has(article)) continue
    if (placeOf[article] === NOT_MET) {
      placeOf[article] = numbers.length
      numbers.push(article)
      counts.push(0)
    }
    const place = integerAt(placeOf, article)
    counts[place] = elementAt(counts, place) + 1
  }
  return { placeOf, numbers, counts }
}

/** −1 for none. */
function highestNumber(articles: Uint32Array): number {
  return articles.reduce((most, article) => Math.max(most, article), -1)
}
