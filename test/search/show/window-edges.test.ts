/** The places where a passage may begin and end, beside what is said of each. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CUT, findCuts } from '../../../src/search/show/sentence-breaks.ts'
import { findEnds, findStarts } from '../../../src/search/show/window-edges.ts'
import { countColumns } from '../../../src/text/columns.ts'

const pieces = ['开源', '模型很多。', '我们，', 'open source ', '𠮷', '“好。”', '\n', 'a', '  ']
/** A text, and three places in it between characters, in order. */
const places = fc
  .tuple(
    fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 16 }),
    fc.tuple(fc.nat(40), fc.nat(40), fc.nat(40)),
  )
  .map(([some, numbers]) => {
    const characters = [...some.join('')]
    const [low = 0, core = 0, high = 0] = numbers
      .map((number) => characters.slice(0, number).join('').length)
      .sort((a, b) => a - b)
    return { text: characters.join(''), low, core, high }
  })
const count = (text: string) => countColumns(text, 0, text.length)

describe('a passage begins', () => {
  test('at the core, at sentences and clauses before it, or between words', () => {
    fc.assert(
      fc.property(places, ({ text, low, core }) => {
        const cutBefore = findCuts(text, low, core)
        const { good, word } = findStarts(text, low, core, cutBefore)
        expect(good[0]).toMatchObject({ at: core, distance: 0 })
        const between = Array.from({ length: core - low }, (_, i) => low + i).filter((at) =>
          text.slice(at).isWellFormed(),
        )
        expect(good.slice(1).map(({ at }) => at)).toEqual(
          between.filter((at) => cutBefore(at) >= CUT.clause).reverse(),
        )
        for (const { at, cut, distance } of good) {
          expect(distance).toBe(count(text.slice(at, core)))
          expect(cut).toBe(cutBefore(at))
        }
        for (let distance = 0; distance <= 60; distance++) {
          const edge = word(distance)
          expect(edge?.distance).toBeLessThanOrEqual(distance)
          expect(edge?.at).toBeGreaterThanOrEqual(low)
          expect(text.slice(edge?.at).isWellFormed()).toBe(true)
        }
      }),
      { numRuns: 400 },
    )
  })

  test.each([
    [3, 'here'],
    [4, 'three here'],
    [5, 'three here'],
    [9, 'two three here'],
    [99, 'one two three here'],
  ])('between words, at most %i columns before the core: %s', (distance, shown) => {
    const text = 'one two three here'
    const core = text.indexOf(' here') + 1
    const { word } = findStarts(text, 0, core, findCuts(text, 0, core))
    expect(text.slice(word(distance + 2)?.at)).toBe(shown)
  })
})

describe('a passage ends', () => {
  test('behind the core, or behind sentences and clauses, without the spaces there', () => {
    fc.assert(
      fc.property(places, ({ text, core, high }) => {
        const cutBefore = findCuts(text, core, high)
        const { good, word } = findEnds(text, core, high, cutBefore)
        expect(good[0]).toMatchObject({ at: core, distance: 0 })
        const expected = Array.from({ length: high - core }, (_, i) => core + 1 + i)
          .filter((at) => text.slice(at).isWellFormed() && cutBefore(at) >= CUT.clause)
          .map((at) => core + text.slice(core, at).trimEnd().length)
        expect(good.slice(1).map(({ at }) => at)).toEqual(expected)
        for (const { at, distance } of good) expect(distance).toBe(count(text.slice(core, at)))
        for (let distance = 0; distance <= 60; distance++) {
          const edge = word(distance)
          expect(edge?.distance).toBeLessThanOrEqual(distance)
          expect(edge?.at).toBeLessThanOrEqual(high)
          expect(text.slice(edge?.at).isWellFormed()).toBe(true)
          expect(text.slice(core, edge?.at)).toBe(text.slice(core, edge?.at).trimEnd())
        }
      }),
      { numRuns: 300 },
    )
  })

  test('before a lone dash or bullet', () => {
    const text = 'It ends. — Next · done. '
    const { good } = findEnds(text, 2, text.length, findCuts(text, 0, text.length))
    expect(good.map(({ at }) => text.slice(0, at))).toContain('It ends.')
  })

  test.each([
    [3, ''],
    [4, 'one'],
    [7, 'one'],
    [8, 'one two'],
    [12, 'one two'],
    [13, 'one two three'],
    [99, 'one two three'],
  ])('between words, what follows beginning at most %i columns on: %s', (distance, shown) => {
    const text = 'one two three'
    const { word } = findEnds(text, 0, text.length, findCuts(text, 0, text.length))
    expect(text.slice(0, word(distance)?.at)).toBe(shown)
  })
})
