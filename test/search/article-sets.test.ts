import fc from 'fast-check'
import { expect, test } from 'vitest'
import { intersect, select, subtract, unite } from '../../src/search/article-sets.ts'

const numbers = fc
  .uniqueArray(fc.nat(40), { maxLength: 30 })
  .map((values) => values.sort((a, b) => a - b))

test('sets of articles are joined, met and taken away as sets of numbers are', () => {
  fc.assert(
    fc.property(numbers, numbers, (a, b) => {
      const [left, right] = [Uint32Array.from(a), Uint32Array.from(b)]
      expect([...intersect(left, right)]).toEqual(a.filter((one) => b.includes(one)))
      expect([...subtract(left, right)]).toEqual(a.filter((one) => !b.includes(one)))
      const both = [...new Set([...a, ...b])].sort((one, other) => one - other)
      expect([...unite(left, right)]).toEqual(both)
      expect([...select(41, (article) => a.includes(article))]).toEqual(a)
    }),
  )
})
