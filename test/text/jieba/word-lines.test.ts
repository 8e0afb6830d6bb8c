/** Lines of a dictionary in jieba's format, read into a trie. */

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addLines } from '../../../src/text/jieba/word-lines.ts'
import { WordTrie } from '../../../src/text/jieba/word-trie.ts'
import { frequencyOf } from '../../helpers/word-frequency.ts'

function read(lines: string) {
  const trie = new WordTrie(4)
  return { trie, total: addLines(trie, lines) }
}

test('every word has its frequency, the sum is that of all lines', () => {
  const word = fc.string({ unit: fc.constantFrom('开', '源', '软', '件', '𠮷'), minLength: 1 })
  const rows = fc.uniqueArray(fc.tuple(word, fc.integer({ min: 1, max: 999 })), {
    selector: ([text]) => text,
  })
  fc.assert(
    fc.property(rows, fc.boolean(), (all, isEnded) => {
      const lines = all.map(([text, frequency]) => `${text} ${frequency} nz`).join('\n')
      const { trie, total } = read(isEnded && lines !== '' ? `${lines}\n` : lines)
      expect(total).toBe(all.reduce((sum, [, frequency]) => sum + frequency, 0))
      for (const [text, frequency] of all) expect(frequencyOf(trie, text)).toBe(frequency)
    }),
  )
})

test('a word that comes again has its latest frequency, and both count in the sum', () => {
  const { trie, total } = read('开源 3 n\n软件 2 n\n开源 40 nz\n')
  expect([frequencyOf(trie, '开源'), frequencyOf(trie, '软件'), total]).toEqual([40, 2, 45])
})

test('what a word begins with is no word', () => {
  const { trie } = read('开源软件 3 n\n')
  expect(['开', '开源', '开源软'].map((one) => frequencyOf(trie, one))).toEqual([0, 0, 0])
})

test.each([
  ['of one unit', '开'],
  ['of two units', '𠮷'],
])('a word of 512 characters %s is found, one of 513 counts in the sum alone', (_fact, one) => {
  const [longest, longer] = [one.repeat(512), `源${one.repeat(512)}`]
  const { trie, total } = read(`${longest} 5 n\n${longer} 7 n\n软件 1 n\n`)
  expect(frequencyOf(trie, longest)).toBe(5)
  expect(frequencyOf(trie, longer)).toBe(0)
  expect(frequencyOf(trie, '软件')).toBe(1)
  expect(total).toBe(13)
})

test('no lines are no words', () => {
  expect(read('').total).toBe(0)
  expect(read('没有频率').total).toBe(0)
})
