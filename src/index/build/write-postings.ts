/** Writes a dictionary of numbered terms whose postings have been grouped by these numbers. */

import { PostingListWriter } from '../postings/posting-list-writer.ts'
import type { EncodePosting } from '../postings/postings.ts'
import type { ContainerWriter } from '../write/container-writer.ts'
import { createTermsWriter } from '../write/terms-writer.ts'
import { numberAt } from './numbers.ts'
import type { GroupedPostings } from './posting-table.ts'
import type { OrderedWords } from './sort-words.ts'

/** Postings without frequencies are of pairs or lines. */
export type WritablePostings = Pick<GroupedPostings, 'starts' | 'articles'> &
  Partial<Pick<GroupedPostings, 'frequencies'>>

/**
 * Writes the sections `NAME`, `NAME.index` and `NAME.postings`. A term that no article holds is passed over. Returns how many
 * terms were written.
 */
export function writePostings(
  container: ContainerWriter,
  name: 'words' | 'pairs' | 'lines',
  { numbers, bytesOf }: OrderedWords,
  { starts, articles, frequencies }: WritablePostings,
  encode: EncodePosting,
): number {
  const writer = createTermsWriter(container, name)
  const list = new PostingListWriter(encode)
  for (const number of numbers) {
    list.clear()
    const end = numberAt(starts, number + 1)
    for (let i = numberAt(starts, number); i < end; i++)
      list.add(numberAt(articles, i), frequencies === undefined ? 0 : numberAt(frequencies, i))
    if (list.count > 0) writer.add(bytesOf(number), list.count, list.written)
  }
  return writer.finish()
}
