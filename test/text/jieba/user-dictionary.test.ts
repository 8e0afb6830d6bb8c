import { describe, expect, test } from 'vitest'
import { SouwenError } from '../../../src/errors.ts'
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

describe('a frequency', () => {
  test('is a whole number from 1 to the largest of 32 bits with a sign', () => {
    expect(userDictionaryLines('甲乙 1\n丙丁 2147483647', 'w')).toEqual([
      '甲乙 1 x',
      '丙丁 2147483647 x',
    ])
    expect(() => userDictionaryLines('丙丁 2147483648', 'w')).toThrow('2147483648')
  })

  test('stands before the tag', () => {
    expect(() => userDictionaryLines('区块链 nz 30', 'w')).toThrow('"nz" is no frequency')
  })
})

test('an error names the file and the line, blank ones counted, whatever ends lines', () => {
  for (const end of ['\n', '\r\n', '\r']) {
    const content = ['\ufeff甲乙', '', '  ', '丙丁 0', '戊己 0'].join(end)
    const read = () => userDictionaryLines(content, '我的 words.txt')
    expect(read).toThrow(
      new SouwenError(
        'bad-request',
        'user dictionary 我的 words.txt:4: "0" is no frequency (a whole number from 1 to 2147483647); a line is "word", "word frequency" or "word frequency tag"',
      ),
    )
  }
})

test('a bad line is an error even where its word would be left out', () => {
  expect(() => userDictionaryLines('C++ 0', 'w')).toThrow('w:1: "0" is no frequency')
})

test('what normalising makes Han of is kept, and what it makes something else of is not', () => {
  expect(userDictionaryLines('⽔⽕\n㈠㈡\n㍿', 'w')).toEqual(['水火 10000 x', '株式会社 10000 x'])
})
