import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ByteWriter } from '../../../src/index/files/bytes.ts'
import {
  MOST_IN_BODY,
  MOST_IN_TITLE,
  packFrequencies,
} from '../../../src/index/postings/frequencies.ts'
import { PostingListWriter } from '../../../src/index/postings/posting-list-writer.ts'
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

test('the largest numbers that a list holds read back', () => {
  const most = packFrequencies(MOST_IN_BODY, MOST_IN_TITLE)
  const writer = new ByteWriter()
  encodeWordPosting(writer, -1, 0, most)
  encodeWordPosting(writer, 0, 2 ** 30 - 1, packFrequencies(0, MOST_IN_TITLE))
  encodeWordPosting(writer, 2 ** 30 - 1, 2 ** 30, packFrequencies(MOST_IN_BODY, 0))
  const postings = createPostings(1)
  decodeWordPostings(writer.written, 3, postings)
  expect([...postings.articles.subarray(0, 3)]).toEqual([0, 2 ** 30 - 1, 2 ** 30])
  expect([...postings.frequencies.subarray(0, 3)].map((packed) => packed >>> 0)).toEqual(
    [most, packFrequencies(0, MOST_IN_TITLE), MOST_IN_BODY].map((packed) => packed >>> 0),
  )
})

describe.each([
  ['word', decodeWordPostings, [3, 4, 9, 6, 1, 2, 0]],
  ['pair', decodePairPostings, [3, 4, 0x80, 1, 9]],
] as const)('a list of %s postings', (_kind, decode, bytes) => {
  const damage = expect.objectContaining({ code: 'index-damaged' })
  /** So many postings are in each of them. */
  const right = 4

  test('has as many as it says, or is damage', () => {
    for (let count = 0; count <= bytes.length + 2; count++) {
      const read = () => decode(Uint8Array.from(bytes), count, createPostings())
      if (count === right) expect(read).not.toThrow()
      else expect(read, `${count}`).toThrow(damage)
    }
  })

  test('cut off anywhere is damage', () => {
    for (let length = 0; length < bytes.length; length++) {
      const read = () => decode(Uint8Array.from(bytes.slice(0, length)), right, createPostings())
      expect(read, `${length}`).toThrow(damage)
    }
  })

  test('of more postings than it has bytes takes no memory for them', () => {
    const postings = createPostings(2)
    expect(() => decode(Uint8Array.from(bytes), 2 ** 31, postings)).toThrow(damage)
    expect(postings.articles).toHaveLength(2)
  })
})

test('a writer of lists begins each anew', () => {
  const list = new PostingListWriter(encodePairPosting)
  const postings = createPostings(1)
  fc.assert(
    fc.property(fc.array(ascending, { maxLength: 5 }), (lists) => {
      for (const articles of lists) {
        list.clear()
        for (const article of articles) list.add(article, 0)
        expect(list.count).toBe(articles.length)
        decodePairPostings(list.written, list.count, postings)
        expect([...postings.articles.subarray(0, postings.count)]).toEqual(articles)
      }
    }),
    { numRuns: 30 },
  )
})
