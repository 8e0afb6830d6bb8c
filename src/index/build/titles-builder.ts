/** Gathers the titles of a segment and writes them as a dictionary, in which typed beginnings of titles are found. */

import { PostingListWriter } from '../postings/posting-list-writer.ts'
import { encodePairPosting } from '../postings/postings.ts'
import { compareBytes } from '../terms/term-blocks.ts'
import type { ContainerWriter } from '../write/container-writer.ts'
import { createTermsWriter } from '../write/terms-writer.ts'

/** So many UTF-16 units of a title are kept; it is found long before more are typed. */
const KEY_UNITS = 100

export interface TitlesBuilder {
  /** Adds a normalised title. Articles must arrive in ascending order. */
  add(title: string, article: number): void
  /** Writes sections `titles`, `titles.index` and `titles.postings`. */
  write(container: ContainerWriter): void
}

export function createTitlesBuilder(): TitlesBuilder {
  const titles = new Map<string, number[]>()
  return {
    add(title, article) {
      const key = keyOf(title)
      if (key === '') return
      const articles = titles.get(key)
      if (articles === undefined) titles.set(key, [article])
      else articles.push(article)
    },
    write: (container) => writeTitles(container, titles),
  }
}

/** The beginning of a title in whole characters. */
function keyOf(title: string): string {
  return title
    .trim()
    .slice(0, KEY_UNITS)
    .replace(/[\ud800-\udbff]$/, '')
}

function writeTitles(container: ContainerWriter, titles: ReadonlyMap<string, number[]>): void {
  const writer = createTermsWriter(container, 'titles')
  const encoder = new TextEncoder()
  const rows = Array.from(titles, ([key, articles]) => ({ bytes: encoder.encode(key), articles }))
  const list = new PostingListWriter(encodePairPosting)
  for (const { bytes, articles } of rows.sort((a, b) => compareBytes(a.bytes, b.bytes))) {
    list.clear()
    for (const article of articles) list.add(article, 0)
    writer.add(bytes, list.count, list.written)
  }
  writer.finish()
}
