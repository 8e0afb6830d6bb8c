/** Gathers short texts of a segment, titles or labels, and writes them as a dictionary: each text with the articles that have it. */

import { PostingListWriter } from '../postings/posting-list-writer.ts'
import { encodePairPosting } from '../postings/postings.ts'
import { compareBytes } from '../terms/term-blocks.ts'
import type { ContainerWriter } from '../write/container-writer.ts'
import { createTermsWriter } from '../write/terms-writer.ts'

export interface TextsBuilder {
  /** Adds a text of at most MAX_TERM_BYTES in UTF-8; an empty one is passed over. Articles must arrive in ascending order. */
  add(text: string, article: number): void
  /** Writes the sections `NAME`, `NAME.index` and `NAME.postings`. */
  write(container: ContainerWriter): void
}

export function createTextsBuilder(name: 'titles' | 'labels'): TextsBuilder {
  const texts = new Map<string, number[]>()
  return {
    add(text, article) {
      if (text === '') return
      const articles = texts.get(text)
      if (articles === undefined) texts.set(text, [article])
      else if (articles.at(-1) !== article) articles.push(article)
    },
    write: (container) => writeTexts(container, name, texts),
  }
}

function writeTexts(
  container: ContainerWriter,
  name: string,
  texts: ReadonlyMap<string, number[]>,
): void {
  const writer = createTermsWriter(container, name)
  const encoder = new TextEncoder()
  const rows = Array.from(texts, ([text, articles]) => ({ bytes: encoder.encode(text), articles }))
  const list = new PostingListWriter(encodePairPosting)
  for (const { bytes, articles } of rows.sort((a, b) => compareBytes(a.bytes, b.bytes))) {
    list.clear()
    for (const article of articles) list.add(article, 0)
    writer.add(bytes, list.count, list.written)
  }
  writer.finish()
}
