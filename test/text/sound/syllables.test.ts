/** Syllables from the table, beside those of pinyin-pro. */

import { describe, expect, test } from 'vitest'
import { parseReadings, syllablesIn } from '../../../src/text/sound/readings.ts'
import { loadSyllables } from '../../../src/text/sound/syllables.ts'

test('are loaded with all of the table, and the same function serves every text', async () => {
  const syllablesOf = await loadSyllables()
  expect(syllablesOf('漏洞')).toEqual(['lou', 'dong'])
  expect(syllablesOf('重庆的重量')).toEqual(['chong', 'qing', 'de', 'zhong', 'liang'])
  expect(syllablesOf('')).toEqual([])
  expect((await loadSyllables())('绿色')).toEqual(['lv', 'se'])
})

describe('the likeliest words', () => {
  /** 甲乙 and 乙丙 are words, 丙丁 is a rare one; the characters are read a, b, c, d by themselves. */
  const readings = parseReadings(
    'a 甲\nb 乙\nc 丙\nd 丁\ne 𠮷\n\n甲乙 a1 b1\n乙丙 b2 c2\n甲乙丙丁戊 v w x y z\n\n丙丁 c3 d3',
  )

  test.each([
    ['a word', '甲乙', 'a1 b1'],
    ['characters without a word', '丁甲', 'd a'],
    ['the shorter of two words that are equally likely, from the left', '甲乙丙', 'a b2 c2'],
    ['two words rather than one between characters', '甲乙丙丁', 'a1 b1 c3 d3'],
    ['a rare word gives way to any other', '乙丙丁', 'b2 c2 d'],
    ['a word of five characters', '甲乙丙丁戊', 'v w x y z'],
    ['a character of two units', '𠮷甲乙', 'e a1 b1'],
    ['what has no reading stays', '甲x戊', 'a x 戊'],
    ['a mark of repetition is read as what stands before it', '甲々', 'a a'],
    ['a mark of repetition alone has its own reading', '々', 'tong'],
  ])('%s', (_fact, text, expected) => {
    expect(syllablesIn(readings, text).join(' ')).toBe(expected)
  })

  test('are as many syllables as characters', () => {
    for (const text of ['甲乙丙丁戊', '乙丙丁甲', '𠮷𠮷甲々', '戊'])
      expect(syllablesIn(readings, text)).toHaveLength([...text].length)
  })
})
