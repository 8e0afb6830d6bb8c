/** Clusters: where one ends, and what becomes of it. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  clusterEnd,
  foldCluster,
  joinsPrevious,
  LONG,
  simplifiedUnit,
} from '../../../src/text/normalize/cluster.ts'
import { normalizeText } from '../../../src/text/normalize/normalize.ts'
import { SIMPLIFIED, TRADITIONAL } from '../../../src/text/normalize/simplified-table.ts'
import { anyText } from '../arbitraries.ts'

function clustersOf(text: string): readonly string[] {
  const clusters: string[] = []
  for (let at = 0; at < text.length; ) {
    const end = clusterEnd(text, at)
    clusters.push(text.slice(at, end))
    at = end
  }
  return clusters
}

describe('a cluster', () => {
  test.each([
    ['a letter with its marks', 'e\u0301\u0323x', ['e\u0301\u0323', 'x']],
    ['a syllable in jamo', '\u1112\u1161\u11ab\u1100', ['\u1112\u1161\u11ab', '\u1100']],
    ['halfwidth kana with its voicing mark', 'ｶﾞｷ', ['ｶﾞ', 'ｷ']],
    ['Han with the selector of a variant', '葛\u{E0100}城', ['葛\u{E0100}', '城']],
    ['what is invisible goes with what stands before it', 'a\u200bb', ['a\u200b', 'b']],
    ['a mark with nothing before it is one', '\u0301a', ['\u0301', 'a']],
    ['a character of two units with its mark', '𠮷\u3099野', ['𠮷\u3099', '野']],
    ['halves of characters are clusters by themselves', '\ud842\ud842', ['\ud842', '\ud842']],
    ['a family is joined by what is invisible', '👨\u200d👩', ['👨\u200d', '👩']],
  ])('%s', (_fact, text, expected) => {
    expect(clustersOf(text)).toEqual(expected)
  })

  test('ends where the next character does not join it', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let at = 0
        for (const cluster of clustersOf(text)) {
          const [, ...joined] = cluster
          for (const character of joined) expect(joinsPrevious(character, 0)).toBe(true)
          at += cluster.length
          if (at < text.length) expect(joinsPrevious(text, at)).toBe(false)
        }
        expect(at).toBe(text.length)
      }),
      { numRuns: 500 },
    )
  })

  test('is normalised by itself: all of them side by side are the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(clustersOf(text).map(foldCluster).join('')).toBe(normalizeText(text))
      }),
      { numRuns: 1000 },
    )
  })
})

describe('a normalised cluster', () => {
  test.each([
    ['㎡', 'm2'],
    ['書', '书'],
    ['E\u0301', 'é'],
    ['\u2010', '-'],
    ['\u2019', "'"],
    ['\u3000', ' '],
    ['\n', '\n'],
    ['\u0085', ' '],
    ['\ud842', '\ufffd'],
    ['\u200b', ''],
    ['İ', 'i\u0307'],
    ['ẞ', 'ß'],
    ['Ⅷ', 'viii'],
    ['\u{2F804}', '你'],
  ])('of %j is %j', (cluster, expected) => {
    expect(foldCluster(cluster)).toBe(expected)
  })

  test('keeps 32 characters: all that fit, whole, also those of two units', () => {
    const marks = (count: number) => `q${'\u0323'.repeat(count)}`
    expect(foldCluster(marks(31))).toBe(marks(31))
    expect(foldCluster(marks(32))).toBe(marks(31))
    expect(foldCluster(marks(5_000))).toBe(marks(31))
    const wide = `q${'\u{1D165}'.repeat(40)}`
    expect(foldCluster(wide)).toBe([...wide].slice(0, 32).join(''))
  })

  test('is the same after more of them than are remembered', () => {
    const cluster = (n: number) =>
      `${String.fromCharCode(0x61 + (n % 26))}${String.fromCharCode(0x300 + (n % 64))}${String.fromCharCode(0x300 + (n >> 6))}`
    const once = Array.from({ length: 2_000 }, (_, n) => foldCluster(cluster(n)))
    for (let n = 0; n < 12_000; n++) foldCluster(`${String.fromCharCode(0x4e00 + n)}\u0301`)
    expect(Array.from({ length: 2_000 }, (_, n) => foldCluster(cluster(n)))).toEqual(once)
  })
})

test('the Simplified form of a unit is that of the table', () => {
  const forms = [...SIMPLIFIED]
  for (const [place, character] of [...TRADITIONAL].entries()) {
    if (character.length > 1) continue
    const form = forms[place] ?? ''
    const expected = form.length > 1 ? LONG : form.charCodeAt(0)
    expect(simplifiedUnit(character.charCodeAt(0))).toBe(expected)
  }
  for (const character of '书a，著') {
    expect(simplifiedUnit(character.charCodeAt(0))).toBe(character.charCodeAt(0))
  }
})
