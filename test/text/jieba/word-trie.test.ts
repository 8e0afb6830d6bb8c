import fc from 'fast-check'
import { expect, test } from 'vitest'
import { WordTrie } from '../../../src/text/jieba/word-trie.ts'
import { frequencyOf } from '../../helpers/word-frequency.ts'

/** Few characters, so that words begin alike; two of them share one of the 32 bits of their followers. */
const word = fc.string({ unit: fc.constantFrom('中', '丮', '文', 'a', '𠮷'), maxLength: 6 })

test('holds the words that were added, with the latest frequency, however often it grows', () => {
  const lines = fc.array(fc.record({ word, frequency: fc.integer({ min: 1, max: 9 }) }))
  fc.assert(
    fc.property(lines, fc.array(word), (added, others) => {
      const trie = new WordTrie(2)
      const expected = new Map<string, number>()
      for (const line of added) {
        trie.add(`(${line.word})`, 1, line.word.length + 1, line.frequency)
        if (line.word !== '') expected.set(line.word, line.frequency)
      }
      for (const asked of [...others, ...expected.keys()])
        expect(frequencyOf(trie, asked)).toBe(expected.get(asked) ?? 0)
    }),
  )
})

test('refuses one different frequency too many, with what to do', () => {
  const trie = new WordTrie()
  for (let frequency = 1; frequency <= 65_535; frequency++) trie.add('中', 0, 1, frequency)
  expect(() => trie.add('中', 0, 1, 0.5)).toThrow(
    'the dictionaries give more than 65535 different frequencies; round those of the user dictionary',
  )
  expect(frequencyOf(trie, '中')).toBe(65_535)
})
