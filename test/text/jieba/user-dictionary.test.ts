import { expect, test } from 'vitest'
import { userDictionaryLines } from '../../../src/text/jieba/user-dictionary.ts'

test.each([
  ['a word alone counts as common', '开源模型', ['开源模型 10000 x']],
  ['a word with its tag', '蓝翔 nz', ['蓝翔 10000 nz']],
  ['a word with its frequency', '区块链 30', ['区块链 30 x']],
  ['a word with both', '区块链 30 nz', ['区块链 30 nz']],
  ['words are normalised', '\ufeff資料庫\t10\r\n', ['资料库 10 x']],
  ['empty lines are nothing', '\n  \n', []],
  ['what jieba never sees is left out', 'C++\nT恤\n猫\nGPT-4 3 n', []],
])('%s', (_fact, content, expected) => {
  expect(userDictionaryLines(content, 'words.txt')).toEqual(expected)
})

test.each([
  ['too many columns', '区块链 30 nz extra', 'words.txt:1: more than three columns'],
  ['a frequency of nothing', '魔童\n区块链 0', 'words.txt:2: "0" is no frequency'],
  ['half a frequency', '区块链 1.5 nz', '"1.5" is no frequency'],
  ['a frequency jieba cannot read', '区块链 99999999999', '"99999999999" is no frequency'],
])('%s is an error', (_fact, content, message) => {
  expect(() => userDictionaryLines(content, 'words.txt')).toThrow(message)
})
