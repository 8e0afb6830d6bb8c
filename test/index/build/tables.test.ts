/** The tables that postings are gathered in, beside maps and sorts that are plain. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { IntList, UnitList } from '../../../src/index/build/growing-lists.ts'
import { PairTable } from '../../../src/index/build/pair-table.ts'
import { PostingTable } from '../../../src/index/build/posting-table.ts'
import { orderOfKeys } from '../../../src/index/build/sort-keys.ts'
import {
  BODY_STEP,
  bodyFrequencyOf,
  MOST_IN_BODY,
  MOST_IN_TITLE,
  packFrequencies,
  TITLE_STEP,
  titleFrequencyOf,
} from '../../../src/index/postings/frequencies.ts'

describe('growing lists', () => {
  test('hold what was pushed, however much', () => {
    const [numbers, units] = [new IntList(), new UnitList()]
    for (let i = 0; i < 10_000; i++) {
      numbers.push(i * -3)
      units.push(i)
    }
    expect(numbers.length).toBe(10_000)
    expect([numbers.at(0), numbers.at(4_096), numbers.at(9_999)]).toEqual([0, -12_288, -29_997])
    expect([...units.values.subarray(0, units.length)]).toEqual([...Array(10_000).keys()])
  })

  test('have nothing behind their end, even where there is room', () => {
    const list = new IntList()
    list.push(7)
    expect(() => list.at(1)).toThrow(RangeError)
    expect(() => list.at(-1)).toThrow(RangeError)
    list.clear()
    expect(() => list.at(0)).toThrow(RangeError)
  })
})

/** Occurrences as they come: articles ascend. */
function occurrences<Term>(term: fc.Arbitrary<Term>) {
  return fc.array(fc.tuple(fc.nat(1), term), { maxLength: 300 }).map((steps) => {
    let article = 0
    return steps.map(([step, value]) => {
      article += step
      return { article, term: value }
    })
  })
}

describe('the table of pairs', () => {
  // Keys 0 and −1 are the marks of empty slots in other tables; many keys fall into one slot.
  const pair = fc.oneof(
    fc.constantFrom(0, -1, 1, -2_147_483_648, 2_147_483_647),
    fc.nat(40).map((n) => n << 20),
    fc.integer(),
  )

  test('lists the articles of each pair once, in order', () => {
    const table = new PairTable()
    fc.assert(
      fc.property(occurrences(pair), (all) => {
        table.clear()
        const expected = new Map<number, Set<number>>()
        for (const { article, term } of all) {
          table.add(term, article)
          expected.set(term, (expected.get(term) ?? new Set()).add(article))
        }
        const { starts, articles } = table.grouped()
        const found = Array.from(
          table.keys.values.subarray(0, table.keys.length),
          (key, i) => [key, [...articles.subarray(starts[i], starts[i + 1])]] as const,
        )
        expect(found).toEqual([...expected].map(([key, set]) => [key, [...set]]))
      }),
    )
  })

  test('keeps its pairs while it grows', () => {
    const table = new PairTable()
    for (let round = 0; round < 2; round++)
      for (let key = 0; key < 20_000; key++) table.add(key * 65_537, round)
    const { starts, articles } = table.grouped()
    expect(table.keys.length).toBe(20_000)
    expect(starts.every((start, i) => start === i * 2)).toBe(true)
    expect(articles.every((article, i) => article === i % 2)).toBe(true)
  })
})

describe('the table of postings', () => {
  const field = fc.constantFrom(BODY_STEP, TITLE_STEP)

  test('counts each term in each article, by field', () => {
    const table = new PostingTable()
    fc.assert(
      fc.property(occurrences(fc.tuple(fc.nat(9), field)), (all) => {
        table.clear()
        for (let term = 0; term < 10; term++) expect(table.addTerm()).toBe(term)
        const expected = Array.from({ length: 10 }, () => new Map<number, [number, number]>())
        for (const { article, term } of all) {
          const [number, step] = term
          table.add(number, article, step)
          const [body, title] = expected[number]?.get(article) ?? [0, 0]
          expected[number]?.set(article, step === BODY_STEP ? [body + 1, title] : [body, title + 1])
        }
        const { starts, articles, frequencies } = table.grouped()
        const found = expected.map((_, term) =>
          Array.from(articles.subarray(starts[term], starts[term + 1]), (article, i) => {
            const packed = frequencies[(starts[term] ?? 0) + i] ?? 0
            return [article, [bodyFrequencyOf(packed), titleFrequencyOf(packed)]]
          }),
        )
        expect(found).toEqual(expected.map((counts) => [...counts]))
      }),
    )
  })

  test('stops at the most that a field counts, and leaves the other field alone', () => {
    const table = new PostingTable()
    table.addTerm()
    for (let i = 0; i < MOST_IN_TITLE + 5; i++) table.add(0, 3, TITLE_STEP)
    for (let i = 0; i < MOST_IN_BODY + 5; i++) table.add(0, 3, BODY_STEP)
    const packed = table.grouped().frequencies[0] ?? 0
    expect(titleFrequencyOf(packed)).toBe(MOST_IN_TITLE)
    expect(bodyFrequencyOf(packed)).toBe(MOST_IN_BODY)
    expect(packed | 0).toBe(packFrequencies(MOST_IN_BODY, MOST_IN_TITLE) | 0)
  })
})

describe('sorting by keys', () => {
  const key = fc.oneof(fc.nat(3), fc.constantFrom(0xffff, 0x10000, 0xffffffff), fc.nat(0xffffffff))

  test('is a stable sort of unsigned numbers', () => {
    fc.assert(
      fc.property(fc.array(key), (keys) => {
        const expected = [...keys.keys()].sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0))
        expect([...orderOfKeys(Uint32Array.from(keys))]).toEqual(expected)
      }),
    )
  })

  test('by one key after another is a sort by both', () => {
    const row = fc.tuple(key, key)
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const [first, second] = [0, 1].map((at) => Uint32Array.from(rows, (one) => one[at] ?? 0))
        const order = orderOfKeys(
          first ?? new Uint32Array(),
          orderOfKeys(second ?? new Uint32Array()),
        )
        const sorted = rows.toSorted((a, b) => a[0] - b[0] || a[1] - b[1])
        expect(Array.from(order, (place) => rows[place])).toEqual(sorted)
      }),
    )
  })
})
