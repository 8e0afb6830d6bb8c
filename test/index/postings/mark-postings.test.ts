import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DamagedContent } from '../../../src/index/files/damage.ts'
import { packFrequencies } from '../../../src/index/postings/frequencies.ts'
import { markPairPostings, markWordPostings } from '../../../src/index/postings/mark-postings.ts'
import { PostingListWriter } from '../../../src/index/postings/posting-list-writer.ts'
import { encodePairPosting, encodeWordPosting } from '../../../src/index/postings/postings.ts'

const ARTICLES = 700

const rows = fc.uniqueArray(
  fc.record({ article: fc.nat(ARTICLES - 1), body: fc.nat(300), title: fc.nat(200) }),
  { selector: ({ article }) => article, maxLength: 60 },
)

function marked(bitmap: Uint32Array): readonly number[] {
  const all = Array.from({ length: ARTICLES }, (_, article) => article)
  return all.filter((article) => (((bitmap[article >>> 5] ?? 0) >>> (article % 32)) & 1) === 1)
}

test.each([
  ['word', encodeWordPosting, markWordPostings],
  ['pair', encodePairPosting, markPairPostings],
] as const)('the articles of %s postings are marked, beside those that were', (_, encode, mark) => {
  fc.assert(
    fc.property(rows, fc.nat(ARTICLES - 1), (unsorted, before) => {
      const sorted = unsorted.toSorted((a, b) => a.article - b.article)
      const writer = new PostingListWriter(encode)
      for (const { article, body, title } of sorted)
        writer.add(article, packFrequencies(body, title))
      const bitmap = new Uint32Array(Math.ceil(ARTICLES / 32))
      bitmap[before >>> 5] = 1 << before
      const bytes = Uint8Array.of(0xff, ...writer.written, 0xff)
      mark(bytes, 1, bytes.length - 1, sorted.length, bitmap)
      const cut = () => mark(bytes, 1, bytes.length, sorted.length, bitmap)
      expect(cut).toThrow(DamagedContent)
      const expected = new Set([before, ...sorted.map(({ article }) => article)])
      expect(marked(bitmap)).toEqual([...expected].sort((a, b) => a - b))
    }),
  )
})
