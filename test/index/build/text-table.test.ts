import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { orderOfKeys } from '../../../src/index/build/sort-keys.ts'
import { orderWords } from '../../../src/index/build/sort-words.ts'
import { TextTable } from '../../../src/index/build/text-table.ts'

function wordsOf(table: TextTable): readonly string[] {
  const { bytes, ends } = table.encoded()
  return Array.from(ends, (end, i) => Buffer.from(bytes.subarray(ends[i - 1] ?? 0, end)).toString())
}

describe('the words of a segment', () => {
  test('a word has one number, wherever it stands', () => {
    const table = new TextTable()
    const text = '漏洞 利用 漏洞'
    expect(table.numberOf(text, 0, 2)).toBe(0)
    expect(table.numberOf(text, 3, 5)).toBe(1)
    expect(table.numberOf(text, 6, 8)).toBe(0)
    expect(wordsOf(table)).toEqual(['漏洞', '利用'])
  })

  test('numbers go up from 0 in the order in which words come, as in a Map', () => {
    const word = fc.oneof(fc.string({ unit: 'binary', maxLength: 6 }), fc.constantFrom('漏洞', 'a'))
    fc.assert(
      fc.property(fc.array(word, { maxLength: 200 }), (words) => {
        const table = new TextTable()
        const numbers = new Map<string, number>()
        for (const each of words) {
          if (!numbers.has(each)) numbers.set(each, numbers.size)
          expect(table.numberOf(`-${each}-`, 1, 1 + each.length)).toBe(numbers.get(each))
        }
        expect(wordsOf(table)).toEqual([...numbers.keys()].map((each) => each.toWellFormed()))
      }),
    )
  })

  test('ten thousand words keep their numbers while the table grows', () => {
    const table = new TextTable()
    const words = Array.from({ length: 10_000 }, (_, i) => `词${i}`)
    for (const word of words) table.numberOf(word, 0, word.length)
    expect(words.map((word) => table.numberOf(word, 0, word.length))).toEqual([...words.keys()])
    expect(table.size).toBe(words.length)
  })
})

test('words are ordered as their UTF-8 is, byte by byte', () => {
  const word = fc.oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 4 }),
    fc.string({ unit: fc.constantFrom('a', 'b', '漏', '洞', '𠮷', '\uff5e'), minLength: 1 }),
    fc.constantFrom('abcdefgh', 'abcdefghi', 'abcdefghij', '漏洞利用', '漏洞'),
  )
  fc.assert(
    fc.property(fc.uniqueArray(word), (words) => {
      const table = new TextTable()
      for (const each of words) table.numberOf(each, 0, each.length)
      const { numbers, bytesOf } = orderWords(table)
      const expected = words.map((each) => Buffer.from(each)).sort(Buffer.compare)
      expect(Array.from(numbers, (number) => Buffer.from(bytesOf(number)))).toEqual(expected)
    }),
  )
})

test('the longest word that counts is told by its first unit', () => {
  const table = new TextTable()
  for (const each of ['vulnerability', '漏洞', '全文检索', 'x'])
    table.numberOf(each, 0, each.length)
  expect(table.longest((unit) => unit >= 0x2e80)).toBe(4)
  expect(table.longest((unit) => unit === 0x79)).toBe(0)
})

test('keys of 32 bits come in ascending order, equal ones as they were', () => {
  const key = fc.oneof(fc.nat(3), fc.nat(0xffffffff), fc.constant(0xffffffff))
  fc.assert(
    fc.property(fc.array(key), (keys) => {
      const places = [...keys.keys()].sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0) || a - b)
      expect([...orderOfKeys(Uint32Array.from(keys))]).toEqual(places)
    }),
  )
})
