import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { orderOfKeys } from '../../src/index/key-order.ts'
import { WordTable } from '../../src/index/word-table.ts'

describe('the words of a segment', () => {
  test('a word has one number, wherever it stands', () => {
    const table = new WordTable()
    const text = '漏洞 利用 漏洞'
    expect(table.numberOf(text, 0, 2)).toBe(0)
    expect(table.numberOf(text, 3, 5)).toBe(1)
    expect(table.numberOf(text, 6, 8)).toBe(0)
    expect([table.wordAt(0), table.wordAt(1)]).toEqual(['漏洞', '利用'])
  })

  test('numbers go up from 0 in the order in which words come, as in a Map', () => {
    const word = fc.oneof(fc.string({ unit: 'binary', maxLength: 6 }), fc.constantFrom('漏洞', 'a'))
    fc.assert(
      fc.property(fc.array(word, { maxLength: 200 }), (words) => {
        const table = new WordTable()
        const numbers = new Map<string, number>()
        for (const each of words) {
          if (!numbers.has(each)) numbers.set(each, numbers.size)
          expect(table.numberOf(`-${each}-`, 1, 1 + each.length)).toBe(numbers.get(each))
        }
        expect(Array.from({ length: table.size }, (_, i) => table.wordAt(i))).toEqual([
          ...numbers.keys(),
        ])
      }),
    )
  })

  test('ten thousand words keep their numbers while the table grows', () => {
    const table = new WordTable()
    const words = Array.from({ length: 10_000 }, (_, i) => `词${i}`)
    for (const word of words) table.numberOf(word, 0, word.length)
    expect(words.map((word) => table.numberOf(word, 0, word.length))).toEqual([...words.keys()])
    expect(table.size).toBe(words.length)
  })
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
