/** The shorter words in a word, beside a plain search through its characters. */

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { visitParts } from '../../../src/text/jieba/word-parts.ts'
import { WordTrie } from '../../../src/text/jieba/word-trie.ts'

function trieOf(words: readonly string[]): WordTrie {
  const trie = new WordTrie(4)
  for (const word of words) trie.add(word, 0, word.length, 1)
  return trie
}

function partsIn(trie: WordTrie, text: string, start = 0, end = text.length): readonly string[] {
  const parts: string[] = []
  visitParts(trie, text, start, end, (from, to) => parts.push(text.slice(from, to)))
  return parts
}

/** Words of two characters, then of three, that are shorter than the whole. */
function expectedParts(words: readonly string[], text: string): readonly string[] {
  const characters = [...text]
  return [2, 3].flatMap((length) =>
    characters.flatMap((_, at) => {
      const part = characters.slice(at, at + length)
      const isPart = part.length === length && length < characters.length
      return isPart && words.includes(part.join('')) ? [part.join('')] : []
    }),
  )
}

const character = fc.constantFrom('全', '文', '检', '𠮷')
const words = fc.array(fc.string({ unit: character, minLength: 1, maxLength: 4 }), {
  maxLength: 15,
})
const text = fc.string({ unit: character, minLength: 1, maxLength: 7 })

test('are all words of two and of three characters in it but itself', () => {
  fc.assert(
    fc.property(words, text, (known, word) => {
      expect(partsIn(trieOf(known), word)).toEqual(expectedParts(known, word))
    }),
    { numRuns: 1000 },
  )
})

test('are looked for inside the range alone', () => {
  fc.assert(
    fc.property(words, text, text, text, (known, before, word, after) => {
      const end = before.length + word.length
      const found = partsIn(trieOf(known), before + word + after, before.length, end)
      expect(found).toEqual(expectedParts(known, word))
    }),
    { numRuns: 300 },
  )
})

test.each([
  ['全文检索', ['全文', '检索', '全文检'], '全文 检索 全文检'],
  ['中华人民共和国', ['中华', '华人', '人民', '共和', '共和国'], '中华 华人 人民 共和 共和国'],
  ['检索', ['检索', '检'], ''],
  ['一二三', ['一二三', '一二'], '一二'],
])('%s', (word, known, expected) => {
  expect(partsIn(trieOf(known), word).join(' ')).toBe(expected)
})
