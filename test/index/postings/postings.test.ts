import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ByteWriter } from '../../../src/index/files/bytes.ts'
import { packFrequencies } from '../../../src/index/postings/frequencies.ts'
import {
  createPostings,
  decodePairPostings,
  decodeWordPostings,
  encodePairPosting,
  encodeWordPosting,
} from '../../../src/index/postings/postings.ts'

const ascending = fc
  .uniqueArray(fc.oneof(fc.nat(50), fc.nat(2 ** 30)), { maxLength: 200 })
  .map((numbers) => numbers.sort((a, b) => a - b))

test('word postings read back as they were written', () => {
  const lists = ascending.chain((articles) =>
    fc.tuple(
      fc.constant(articles),
      fc.array(fc.tuple(fc.nat(3), fc.nat(2)), {
        minLength: articles.length,
        maxLength: articles.length,
      }),
    ),
  )
  const postings = createPostings(1)
  fc.assert(
    fc.property(lists, ([articles, frequencies]) => {
      const writer = new ByteWriter()
      for (const [i, article] of articles.entries()) {
        const [body = 0, title = 0] = frequencies[i] ?? []
        encodeWordPosting(writer, articles[i - 1] ?? -1, article, packFrequencies(body, title))
      }
      decodeWordPostings(writer.written, articles.length, postings)
      expect([...postings.articles.subarray(0, postings.count)]).toEqual(articles)
      expect([...postings.frequencies.subarray(0, postings.count)]).toEqual(
        frequencies.map(([body, title]) => packFrequencies(body, title)),
      )
    }),
  )
})

test('pair postings read back as they were written', () => {
  const postings = createPostings(1)
  fc.assert(
    fc.property(ascending, (articles) => {
      const writer = new ByteWriter()
      for (const [i, article] of articles.entries())
        encodePairPosting(writer, articles[i - 1] ?? -1, article)
      decodePairPostings(writer.written, articles.length, postings)
      expect([...postings.articles.subarray(0, postings.count)]).toEqual(articles)
    }),
  )
})

test('the commonest posting, once in the body of the next article, takes one byte', () => {
  const writer = new ByteWriter()
  encodeWordPosting(writer, 6, 7, packFrequencies(1, 0))
  expect(writer.length).toBe(1)
})
