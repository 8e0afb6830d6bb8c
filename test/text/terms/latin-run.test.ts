/** Runs of letters and digits: which signs belong to one, and how one too long for a term is parted. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  extendBySigns,
  MAXIMUM_UNITS,
  standsAlone,
  visitWindows,
} from '../../../src/text/terms/latin-run.ts'
import { visitPieces } from '../../../src/text/terms/script-runs.ts'

/** The first run of a text with its signs. */
function extended(text: string): string {
  let found: string | undefined
  visitPieces(text, (kind, start, end) => {
    if (kind !== 'word' || found !== undefined) return
    const { extendedStart, extendedEnd } = extendBySigns(text, start, end)
    found = text.slice(extendedStart, extendedEnd)
  })
  return found ?? ''
}

describe('the signs of a run', () => {
  test.each([
    ['c++', 'c++'],
    ['c++ 17', 'c++'],
    ['notepad++', 'notepad++'],
    ['i++)', 'i++'],
    ['c+', 'c'],
    ['c+++', 'c'],
    ['c#', 'c#'],
    ['f#语言', 'f#'],
    ['c##', 'c'],
    ['c#m', 'c'],
    ['c#7', 'c#'],
    ['go#', 'go'],
    ['7#', '7'],
    ['.net', '.net'],
    ['用.net', '.net'],
    ['(.net', '.net'],
    ['..net', 'net'],
    ['. net', 'net'],
    ['😀.net', 'net'],
    ['.7z', '7z'],
    ['.c++', '.c++'],
    ['.c#', '.c#'],
    ['#tag', 'tag'],
  ])('in %j are those of %j', (text, expected) => {
    expect(extended(text)).toBe(expected)
  })

  test('count up to a length that leaves a term room for them', () => {
    const longest = 'x'.repeat(MAXIMUM_UNITS - 3)
    expect(extended(`.${longest}++`)).toBe(`.${longest}++`)
    expect(extended(`.x${longest}++`)).toBe(`x${longest}`)
  })
})

describe('a run stands alone', () => {
  const alone = (text: string) => {
    const run = /[a-z0-9]+/.exec(text)
    const start = run?.index ?? 0
    return standsAlone(text, start, start + (run?.[0].length ?? 0))
  }

  test.each(['word', 'word ', 'word。', '漏洞word', '(word)', 'word!', "word's", '-word', '@word'])(
    'in %j',
    (text) => expect(alone(text)).toBe(true),
  )

  test.each([...'-._@/:&+#'].map((sign) => `word${sign}`).concat('.word'))(
    'but perhaps not in %j',
    (text) => expect(alone(text)).toBe(false),
  )

  test('unless it is too long for a term', () => {
    expect(alone('x'.repeat(MAXIMUM_UNITS))).toBe(true)
    expect(alone('x'.repeat(MAXIMUM_UNITS + 1))).toBe(false)
  })
})

describe('the windows of a run', () => {
  const unit = fc.constantFrom('a', 'b', '7', 'é', '𐐨')
  const run = fc.string({ unit, minLength: 1, maxLength: 260, size: 'max' })

  function windowsOf(text: string, start = 0, end = text.length): readonly [number, number][] {
    const windows: [number, number][] = []
    visitWindows(text, start, end, (from, to) => windows.push([from, to]))
    return windows
  }

  test('cover it in order, are no longer than a term with its signs, and part no character', () => {
    fc.assert(
      fc.property(run, (text) => {
        const windows = windowsOf(text)
        expect(windows[0]?.[0]).toBe(0)
        expect(windows.at(-1)?.[1]).toBe(text.length)
        for (const [place, [from, to]] of windows.entries()) {
          expect(to - from).toBeLessThanOrEqual(MAXIMUM_UNITS + 4)
          expect(text.slice(from, to).isWellFormed()).toBe(true)
          if (place > 0) expect(from).toBeLessThan(windows[place - 1]?.[1] ?? 0)
        }
      }),
    )
  })

  test('hold every half of a window whole', () => {
    fc.assert(
      fc.property(run, fc.nat(), (text, place) => {
        const half = MAXIMUM_UNITS / 2 - 2
        const start = place % Math.max(1, text.length - half)
        const isInside = windowsOf(text).some(([from, to]) => from <= start && start + half <= to)
        expect(isInside || text.length < half).toBe(true)
      }),
    )
  })

  test('are one where it fits', () => {
    const text = 'x'.repeat(MAXIMUM_UNITS + 3)
    expect(windowsOf(`(${text})`, 1, 1 + text.length)).toEqual([[1, 1 + text.length]])
    expect(windowsOf(`${text}x`)).toHaveLength(2)
  })
})
