/** Pinyin from a table is pinyin-pro's own. */

import fc from 'fast-check'
import { pinyin } from 'pinyin-pro'
import { describe, expect, test } from 'vitest'
import { printReadings } from '../../../src/text/sound/print-readings.ts'
import { parseReadings, syllablesIn } from '../../../src/text/sound/readings.ts'

const readings = parseReadings(printReadings())
const words = [...readings.words.keys()]

const expected = (han: string) =>
  pinyin(han, { toneType: 'none', type: 'array', v: true, nonZh: 'spaced' })

const piece = fc.oneof(
  fc.constantFrom(...words),
  fc.constantFrom(
    '一',
    '不',
    '了',
    '々',
    '行',
    '重',
    '长',
    '女',
    '〇',
    '𠮷',
    '哪',
    'x',
    '嗯',
    '欸',
  ),
  fc.integer({ min: 0x4e00, max: 0x9fff }).map((code) => String.fromCharCode(code)),
)

describe('readings', () => {
  test('are those of pinyin-pro for runs of words, parts of words and single characters', () => {
    const runs = fc
      .array(piece, { minLength: 1, maxLength: 6 })
      .chain((pieces) => fc.tuple(fc.constant([...pieces.join('')]), fc.nat(3)))
    fc.assert(
      fc.property(runs, ([characters, start]) => {
        const run = characters.slice(start, start + 12).join('')
        expect(syllablesIn(readings, run)).toEqual(run === '' ? [] : expected(run))
      }),
      { numRuns: 5000 },
    )
  })

  test('are those of pinyin-pro for every character and word that it knows', () => {
    for (let code = 0x3005; code <= 0x9fff; code++) {
      const character = String.fromCharCode(code)
      expect(syllablesIn(readings, character)).toEqual(expected(character))
    }
    for (const one of [...readings.others.keys(), ...words])
      expect(syllablesIn(readings, one)).toEqual(expected(one))
  })
})
