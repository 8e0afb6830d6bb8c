/** The table of readings is laid out as its reader takes it. */

import { describe, expect, test } from 'vitest'
import { printReadings } from '../../../src/text/sound/print-readings.ts'
import { parseReadings } from '../../../src/text/sound/readings.ts'

const text = printReadings()
const [singles = [], words = [], rare = []] = text
  .split('\n\n')
  .map((part) => part.split('\n').map((line) => line.split(' ')))

describe('the table of readings', () => {
  test('has three parts, and thousands of words', () => {
    expect(text.split('\n\n')).toHaveLength(3)
    expect(singles.length).toBeGreaterThan(400)
    expect(words.length).toBeGreaterThan(3_000)
    expect(rare.length).toBeGreaterThan(0)
  })

  test('has each syllable once, in small letters without tones, and each character under one', () => {
    const syllables = singles.map(([syllable]) => syllable)
    expect(new Set(syllables).size).toBe(syllables.length)
    const odd = syllables.filter((syllable) => !/^[a-zê]+$/.test(syllable ?? ''))
    expect(odd).toEqual([])
    const characters = singles.flatMap(([, all = '']) => [...all])
    expect(new Set(characters).size).toBe(characters.length)
  })

  test('has words of two to five characters, a syllable for each', () => {
    for (const [word = '', ...syllables] of [...words, ...rare]) {
      const { length } = [...word]
      if (syllables.length !== length || length < 2 || length > 5) expect.fail(word)
      if (!syllables.every((syllable) => /^[a-zê]+$/.test(syllable))) expect.fail(word)
    }
  })

  test('has no rare word that is a common one too', () => {
    const common = new Set(words.map(([word]) => word))
    expect(rare.filter(([word]) => common.has(word))).toEqual([])
  })

  test('is read whole', () => {
    const read = parseReadings(text)
    expect(read.syllables).toEqual(['', ...singles.map(([syllable]) => syllable)])
    for (const [number, [syllable = '', characters = '']] of singles.entries()) {
      for (const character of characters) {
        const found =
          character.length > 1
            ? read.others.get(character)
            : read.syllables[read.units[character.charCodeAt(0)] ?? 0]
        if (found !== syllable) expect.fail(`${number} ${character}`)
      }
    }
    expect(read.words.size).toBe(new Set([...words, ...rare].map(([word]) => word)).size)
    expect([...read.rare]).toEqual(rare.map(([word]) => word))
  })
})
