import fc from 'fast-check'
import { expect, test } from 'vitest'
import { joinRanges } from '../../../src/search/literal/ranges.ts'

const SIZE = 40
const ranges = fc.array(
  fc.tuple(fc.nat(SIZE - 1), fc.integer({ min: 1, max: 9 })).map(([start, length]) => {
    return [start, Math.min(SIZE, start + length)] as const
  }),
  { maxLength: 8 },
)
const covers = (some: readonly (readonly [number, number])[], at: number) =>
  some.some(([start, end]) => start <= at && at < end)

test('joined ranges cover what the ranges cover, in order and apart', () => {
  fc.assert(
    fc.property(ranges, (some) => {
      const joined = joinRanges(some)
      for (let at = 0; at < SIZE; at++) expect(covers(joined, at)).toBe(covers(some, at))
      const numbers = joined.flat()
      expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b))
    }),
  )
})

test('ranges that only touch stay apart where that is asked for', () => {
  const overlapping = (end: number, start: number) => start < end
  expect(
    joinRanges(
      [
        [2, 4],
        [0, 2],
        [3, 6],
      ],
      overlapping,
    ),
  ).toEqual([
    [0, 2],
    [2, 6],
  ])
  expect(
    joinRanges([
      [2, 4],
      [0, 2],
      [3, 6],
    ]),
  ).toEqual([[0, 6]])
})

test('ranges with no more than two between them are one where that is asked for', () => {
  const near = (end: number, start: number) => start - end <= 2
  expect(
    joinRanges(
      [
        [0, 3],
        [5, 7],
        [10, 11],
      ],
      near,
    ),
  ).toEqual([
    [0, 7],
    [10, 11],
  ])
})
