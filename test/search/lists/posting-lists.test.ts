import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bodyFrequencyOf, titleFrequencyOf } from '../../../src/index/postings/frequencies.ts'
import { markWordPostings } from '../../../src/index/postings/mark-postings.ts'
import { mergeArticles } from '../../../src/search/lists/merged-postings.ts'
import {
  approximateFrequency,
  documentFrequency,
  dropArticles,
  EMPTY_LIST,
  keepArticles,
  listOf,
  readWordLists,
  withFrequencyOne,
} from '../../../src/search/lists/posting-lists.ts'
import { memoryView, type Placed } from '../../helpers/memory-index.ts'
import { segmenter } from '../small-archive.ts'

const WORDS = ['ab', 'abc', 'b', 'bab', 'zz']
/** Words of titles and bodies, articles that are deleted, two segments. */
const rows = fc.array(
  fc.record({
    title: fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 3 }),
    body: fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 6 }),
    deleted: fc.boolean(),
    segment: fc.nat(1),
  }),
  { minLength: 1, maxLength: 12 },
)

const timesIn = (words: readonly string[], word: string) =>
  words.filter((one) => one === word).length

function layOut(
  all: readonly { title: string[]; body: string[]; deleted: boolean; segment: number }[],
) {
  const segments = [0, 1]
    .map((segment) => all.filter((row) => row.segment === segment))
    .filter((some) => some.length > 0)
  const placed: Placed[][] = segments.map((some, segment) =>
    some.map(({ title, body, deleted }, i) => ({
      article: { number: segment * 100 + i, title: title.join(' '), body: body.join(' ') },
      deleted,
    })),
  )
  return { segments, placed }
}

test('a word has the postings of the live articles that hold it, with its frequencies', async () => {
  await fc.assert(
    fc.asyncProperty(rows, fc.constantFrom(...WORDS, 'none'), async (all, word) => {
      const { segments, placed } = layOut(all)
      const view = await memoryView(placed, segmenter)
      const lists = await readWordLists(view, word)
      const found = lists.map(({ articles, frequencies }) =>
        Array.from(articles, (article, i) => {
          const packed = frequencies[i] ?? 0
          return [article, titleFrequencyOf(packed), bodyFrequencyOf(packed)]
        }),
      )
      const expected = segments.map((some) =>
        some.flatMap(({ title, body, deleted }, article) => {
          const counts = [timesIn(title, word), timesIn(body, word)] as const
          return deleted || counts[0] + counts[1] === 0 ? [] : [[article, ...counts]]
        }),
      )
      expect(found).toEqual(expected)
      expect(await documentFrequency(view, word)).toBe(expected.flat().length)
      const withDeleted = all.filter(({ title, body }) => [...title, ...body].includes(word))
      expect(await approximateFrequency(view, word)).toBe(withDeleted.length)
    }),
    { numRuns: 40 },
  )
})

test('the articles of many words are the live ones that hold any of them', async () => {
  await fc.assert(
    fc.asyncProperty(rows, fc.subarray(WORDS), async (all, words) => {
      const { segments, placed } = layOut(all)
      const view = await memoryView(placed, segmenter)
      for (const [number, segment] of view.segments.entries()) {
        const dictionary = segment.segment.words
        const keys = words.map((word) => new TextEncoder().encode(word))
        const entries = (await Promise.all(keys.map((key) => dictionary.find(key)))).flatMap(
          (entry) => entry ?? [],
        )
        const merged = await mergeArticles(segment, dictionary, entries, markWordPostings)
        const expected = (segments[number] ?? []).flatMap(({ title, body, deleted }, article) =>
          !deleted && words.some((word) => [...title, ...body].includes(word)) ? [article] : [],
        )
        expect([...merged]).toEqual(expected)
      }
    }),
    { numRuns: 40 },
  )
})

test('postings are kept and dropped by their articles, and keep their frequencies', () => {
  const numbers = fc
    .uniqueArray(fc.nat(60), { maxLength: 30 })
    .map((some) => some.sort((a, b) => a - b))
  fc.assert(
    fc.property(numbers, numbers, (articles, chosen) => {
      const list = {
        articles: Uint32Array.from(articles),
        frequencies: Uint32Array.from(articles, (article) => article * 3 + 1),
      }
      const set = Uint32Array.from(chosen)
      const [kept, dropped] = [keepArticles(list, set), dropArticles(list, set)]
      expect([...kept.articles]).toEqual(articles.filter((one) => chosen.includes(one)))
      expect([...dropped.articles]).toEqual(articles.filter((one) => !chosen.includes(one)))
      for (const { articles: some, frequencies } of [kept, dropped])
        expect([...frequencies]).toEqual(Array.from(some, (one) => one * 3 + 1))
    }),
  )
})

test('an article that is only known to hold a text holds it once in its body', () => {
  for (const length of [0, 3, 1000, 2]) {
    const { articles, frequencies } = withFrequencyOne(new Uint32Array(length))
    expect(articles.length).toBe(length)
    expect(frequencies.length).toBe(length)
    expect(
      frequencies.every((one) => bodyFrequencyOf(one) === 1 && titleFrequencyOf(one) === 0),
    ).toBe(true)
  }
})

test('a list of a segment that is not there throws', () => {
  expect(listOf([EMPTY_LIST], 0)).toBe(EMPTY_LIST)
  expect(() => listOf([EMPTY_LIST], 1)).toThrow('no posting list for segment 1')
})
