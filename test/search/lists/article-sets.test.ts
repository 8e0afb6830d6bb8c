import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  intersect,
  placeFrom,
  select,
  subtract,
  unite,
  uniteAll,
} from '../../../src/search/lists/article-sets.ts'

const ascending = (values: Iterable<number>) => [...values].sort((a, b) => a - b)
const few = fc.uniqueArray(fc.nat(40), { maxLength: 30 }).map(ascending)
/** Long beside the others, so that these are looked up in it instead of walked along with it. */
const many = fc
  .tuple(fc.nat(20), fc.integer({ min: 1, max: 3 }))
  .map(([from, step]) => Array.from({ length: 800 }, (_, i) => from + i * step))
const sparse = fc.uniqueArray(fc.nat(100_000), { maxLength: 20 }).map(ascending)
const numbers = fc.oneof(few, many, sparse)

test('sets of articles are joined, met and taken away as sets of numbers are', () => {
  fc.assert(
    fc.property(numbers, numbers, (a, b) => {
      const [left, right] = [Uint32Array.from(a), Uint32Array.from(b)]
      const [inA, inB] = [new Set(a), new Set(b)]
      expect([...intersect(left, right)]).toEqual(a.filter((one) => inB.has(one)))
      expect([...subtract(left, right)]).toEqual(a.filter((one) => !inB.has(one)))
      expect([...unite(left, right)]).toEqual(ascending(new Set([...a, ...b])))
      expect([...select(41, (article) => inA.has(article))]).toEqual(a.filter((one) => one < 41))
    }),
  )
})

test('any number of sets is united as two are', () => {
  fc.assert(
    fc.property(fc.array(numbers, { maxLength: 9 }), (sets) => {
      const all = ascending(new Set(sets.flat()))
      expect([...uniteAll(sets.map((set) => Uint32Array.from(set)))]).toEqual(all)
    }),
  )
})

test('the first article from a place on is the one that a walk finds', () => {
  fc.assert(
    fc.property(numbers, fc.nat(2500), fc.nat(30), (values, article, from) => {
      const start = Math.min(from, values.length)
      const walked = values.findIndex((value, place) => place >= start && value >= article)
      const place = placeFrom(Uint32Array.from(values), article, start)
      expect(place).toBe(walked < 0 ? values.length : walked)
    }),
  )
})
