/** The words that the build has compiled are those of the dictionaries. */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { encodeWords, readWords } from '../../../src/text/jieba/compiled-words.ts'
import { compiledWords, jiebaSegmenter } from '../../../src/text/jieba/jieba.ts'
import { addLines } from '../../../src/text/jieba/word-lines.ts'
import { WordTrie } from '../../../src/text/jieba/word-trie.ts'
import type { Segmenter } from '../../../src/text/terms/segmenter.ts'
import { frequencyOf } from '../../helpers/word-frequency.ts'

const BUILT = new URL('../../../dist/src/text/jieba/', import.meta.url)
const TEXT =
  '供应链攻击者把恶意代码藏进开源软件包，量子蛋糕店主不知情。我来到北京清华大学，结婚的和尚未结婚的'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'souwen-words-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const fileOf = (bytes: Uint8Array) => {
  const path = join(folder, 'words.trie')
  writeFileSync(path, bytes)
  return pathToFileURL(path)
}

const cut = (segmenter: Segmenter) => {
  const words: string[] = []
  segmenter.cut(TEXT, 0, TEXT.length, (start, end) => words.push(TEXT.slice(start, end)))
  return words
}

test('byte for byte, in the built program', () => {
  const built = readFileSync(new URL('words.trie', BUILT))
  expect(Buffer.compare(built, compiledWords())).toBe(0)
})

test('and it cuts by them as by the dictionaries, with words of the user on top', async () => {
  const dictionary = join(folder, 'own.txt')
  writeFileSync(dictionary, '量子蛋糕 9000\n')
  const path = fileURLToPath(new URL('jieba.js', BUILT))
  const built: { jiebaSegmenter: typeof jiebaSegmenter } = await import(path)
  for (const options of [{}, { userDictionary: dictionary }]) {
    const words = cut(built.jiebaSegmenter(options))
    expect(words).toEqual(cut(jiebaSegmenter(options)))
    expect(words.includes('量子蛋糕')).toBe('userDictionary' in options)
  }
})

const LINES = '开源 3 n\n开源软件 2 n\n北京 5 ns\n'
function smallWords() {
  const trie = new WordTrie(2)
  return { trie, total: addLines(trie, LINES), rarest: 2 }
}

test('what is read takes more words, as what was written', () => {
  const read = readWords(fileOf(encodeWords(smallWords())))
  if (read === undefined) throw new Error('nothing was read')
  expect(read).toMatchObject({ total: 10, rarest: 2 })
  addLines(read.trie, '北京人 4 n\n软件 2 n\n漏洞 8 n\n开源 1 n\n')
  const words = ['开源', '开源软件', '北京', '北京人', '软件', '漏洞', '北', '京']
  const frequencies = words.map((word) => frequencyOf(read.trie, word))
  expect(frequencies).toEqual([1, 2, 5, 4, 2, 8, 0, 0])
})

test('a file that is cut short, or not there, is not taken', () => {
  const bytes = encodeWords(smallWords())
  for (const length of [0, 8, 48, bytes.length - 1])
    expect(readWords(fileOf(bytes.subarray(0, length)))).toBeUndefined()
  expect(readWords(new URL('none', BUILT))).toBeUndefined()
})
