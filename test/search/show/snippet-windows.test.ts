import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chooseWindows } from '../../../src/search/show/snippet-windows.ts'

const NEEDLES = 3
const occurrences = fc.array(
  fc
    .tuple(fc.nat(60), fc.integer({ min: 1, max: 4 }), fc.nat(NEEDLES - 1))
    .map(([start, length, needle]) => {
      return { range: [start, start + length] as const, needle }
    }),
  { minLength: 1, maxLength: 14 },
)
const weights = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: NEEDLES, maxLength: NEEDLES })

type Some = readonly { readonly range: readonly [number, number]; readonly needle: number }[]

const needlesIn = (some: Some, [start, end]: readonly [number, number]) =>
  new Set(
    some.filter(({ range }) => range[0] >= start && range[1] <= end).map(({ needle }) => needle),
  )

test('a single window shows as much weight as any window of its length can', () => {
  fc.assert(
    fc.property(occurrences, weights, fc.integer({ min: 4, max: 30 }), (some, heavy, span) => {
      const weigh = (needles: Iterable<number>) =>
        [...needles].reduce((sum, needle) => sum + (heavy[needle] ?? 0), 0)
      const [window, ...more] = chooseWindows(some, { weights: heavy, spans: [span] })
      if (window === undefined) throw new Error('no window')
      expect(more).toEqual([])
      const possible = some.map(({ range }) => weigh(needlesIn(some, [range[0], range[0] + span])))
      expect(weigh(needlesIn(some, window))).toBe(Math.max(...possible))
      expect(window[1] - window[0]).toBeLessThanOrEqual(span)
    }),
  )
})

test('more windows are taken only where they show more, in the order of the text', () => {
  const some: Some = [
    { range: [0, 2], needle: 0 },
    { range: [50, 52], needle: 1 },
    { range: [4, 6], needle: 0 },
  ]
  const spans = [20, 10, 5]
  expect(chooseWindows(some, { weights: [1, 5, 1], spans })).toEqual([
    [0, 6],
    [50, 52],
  ])
  expect(chooseWindows(some.slice(0, 1), { weights: [1, 5, 1], spans })).toEqual([[0, 2]])
  expect(chooseWindows([], { weights: [1, 5, 1], spans })).toEqual([])
})
