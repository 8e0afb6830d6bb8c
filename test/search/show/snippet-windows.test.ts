import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chooseWindows, type Occurrence } from '../../../src/search/show/snippet-windows.ts'
import type { Window } from '../../../src/search/show/tight-window.ts'

const NEEDLES = 3
const occurrence = (start: number, end: number, needle: number, section = 0): Occurrence => ({
  range: [start, end],
  needle,
  section,
  columns: [start, end],
})
const occurrences = fc
  .array(
    fc
      .tuple(fc.nat(60), fc.integer({ min: 1, max: 4 }), fc.nat(NEEDLES - 1))
      .map(([start, length, needle]) =>
        // Sections part the text at 30.
        occurrence(start, start + length, needle, start < 30 ? 0 : 1),
      ),
    { minLength: 1, maxLength: 14 },
  )
  .map((some) => some.toSorted((a, b) => a.range[0] - b.range[0]))
const weights = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: NEEDLES, maxLength: NEEDLES })
const readsWell = () => false

const needlesIn = (some: readonly Occurrence[], from: number, to: number, section: number) =>
  new Set(
    some
      .filter((one) => one.section === section && one.range[0] >= from && one.range[1] <= to)
      .map(({ needle }) => needle),
  )
const ranges = (windows: readonly Window[]) => windows.map(({ range }) => range)

test('a single window shows as much weight as any of its length can', () => {
  fc.assert(
    fc.property(occurrences, weights, fc.integer({ min: 4, max: 30 }), (some, heavy, span) => {
      const weigh = (needles: Iterable<number>) =>
        [...needles].reduce((sum, needle) => sum + (heavy[needle] ?? 0), 0)
      const [window, ...more] = chooseWindows(some, { weights: heavy, spans: [span], readsWell })
      if (window === undefined) throw new Error('no window')
      expect(more).toEqual([])
      const possible = some.map(({ range: [start], section }) =>
        weigh(needlesIn(some, start, start + span, section)),
      )
      const [start, end] = window.range
      const shown = needlesIn(some, start, end, window.section)
      expect(weigh(shown)).toBe(Math.max(...possible))
      expect(window.weight).toBe(weigh(shown))
      expect(end - start).toBeLessThanOrEqual(span)
    }),
  )
})

describe('of equally heavy windows that one is taken', () => {
  const options = { weights: [1, 1], spans: [20], readsWell }

  test('which has its needles nearest together', () => {
    const some = [
      [0, 0],
      [15, 1],
      [40, 0],
      [43, 1],
    ] as const
    const found = some.map(([at, needle]) => occurrence(at, at + 2, needle))
    expect(ranges(chooseWindows(found, options))).toEqual([[40, 45]])
  })

  test('which has them more often, if they are as near', () => {
    const found = [0, 50, 55, 60].map((at) => occurrence(at, at + 2, 0))
    expect(ranges(chooseWindows(found, options))).toEqual([[50, 52]])
  })

  test('which reads well, before all others', () => {
    const found = [0, 5, 10, 80].map((at) => occurrence(at, at + 2, 0))
    const isLate = ({ range }: Window) => range[0] > 60
    expect(ranges(chooseWindows(found, { ...options, readsWell: isLate }))).toEqual([[80, 82]])
  })
})

describe('a second window', () => {
  const some = [occurrence(0, 2, 0), occurrence(4, 6, 0), occurrence(50, 52, 1)]
  const options = { weights: [1, 5, 1], spans: [20, 10], readsWell }

  test('is taken where it shows more, in the order of the text', () => {
    expect(ranges(chooseWindows(some, options))).toEqual([
      [0, 2],
      [50, 52],
    ])
  })

  test('is not taken where it shows nothing else, or hardly anything', () => {
    expect(ranges(chooseWindows(some.slice(0, 1), options))).toEqual([[0, 2]])
    const little = { ...options, weights: [1, 20, 1] }
    expect(ranges(chooseWindows(some, little))).toEqual([[50, 52]])
    expect(chooseWindows([], options)).toEqual([])
  })
})
