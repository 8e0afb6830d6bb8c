import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  bodyFrequencyOf,
  packFrequencies,
  titleFrequencyOf,
} from '../../../src/index/postings/frequencies.ts'
import { mergeLists, type PostingList } from '../../../src/search/lists/posting-lists.ts'

const list = fc
  .uniqueArray(fc.nat(60), { maxLength: 20 })
  .map((numbers) => Uint32Array.from(numbers).sort())
  .chain((articles) => {
    const both = fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }))
    const all = fc.array(both, { minLength: articles.length, maxLength: articles.length })
    const packed = all.map((pairs) => Uint32Array.from(pairs, (pair) => packFrequencies(...pair)))
    return fc.record({ articles: fc.constant(articles), frequencies: packed })
  })

function frequenciesIn(lists: readonly PostingList[]): ReadonlyMap<number, readonly number[]> {
  const sums = new Map<number, readonly number[]>()
  for (const { articles, frequencies } of lists) {
    for (const [i, article] of articles.entries()) {
      const [body = 0, title = 0] = sums.get(article) ?? []
      const packed = frequencies[i] ?? 0
      const more = [bodyFrequencyOf(packed), titleFrequencyOf(packed)] as const
      sums.set(article, [body + more[0], title + more[1]])
    }
  }
  return sums
}

test.each([
  ['few', 4],
  ['many', 30],
])('the lists of %s words are the articles of any, with their frequencies added up', (_, most) => {
  fc.assert(
    fc.property(fc.array(list, { minLength: most - 2, maxLength: most }), (lists) => {
      const sum = mergeLists(lists)
      expect([...sum.articles]).toEqual([...sum.articles].sort((a, b) => a - b))
      expect(frequenciesIn([sum])).toEqual(frequenciesIn(lists))
      expect(sum.articles.length).toBe(frequenciesIn(lists).size)
    }),
  )
})
