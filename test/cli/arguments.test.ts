import { describe, expect, test } from 'vitest'
import { parseSize, parseWholeNumber, separateWords } from '../../src/cli/arguments.ts'

function separated(...args: string[]): string[] {
  return separateWords(args, (option) => option === '--limit')
}

describe('separateWords', () => {
  test.each([
    [
      'a word that begins with - is query text',
      ['供应链攻击', '-npm'],
      ['--', '供应链攻击', '-npm'],
    ],
    ['also when it comes first', ['-npm', '供应链攻击'], ['--', '-npm', '供应链攻击']],
    ['a single letter is one behind the first word only', ['语言', '-c'], ['--', '语言', '-c']],
    ['before it, it is an option', ['-c', '语言'], ['-c', '--', '语言']],
    ['a phrase is one', ['苹果', '-"新 手机"'], ['--', '苹果', '-"新 手机"']],
    ['a number below zero is one', ['气温', '-5'], ['--', '气温', '-5']],
    ['options stand anywhere', ['苹果', '--json', '-npm'], ['--json', '--', '苹果', '-npm']],
    [
      'an option keeps its value',
      ['苹果', '--limit', '5', '手机'],
      ['--limit', '5', '--', '苹果', '手机'],
    ],
    [
      'even one that looks like a word to leave out',
      ['--limit', '-5', '苹果'],
      ['--limit', '-5', '--', '苹果'],
    ],
    [
      'a value may be joined to its option',
      ['苹果', '--limit=5', '手机'],
      ['--limit=5', '--', '苹果', '手机'],
    ],
    ['an unknown option stays an option', ['苹果', '--limt'], ['--limt', '--', '苹果']],
    ['an option without its value is reported as such', ['苹果', '--limit'], ['--limit']],
    ['everything behind -- is query text', ['--', '--json', '-h'], ['--', '--json', '-h']],
    ['-h asks for help anywhere', ['苹果', '-h'], ['-h', '--', '苹果']],
  ])('%s', (_fact, args, expected) => {
    expect(separated(...args)).toEqual(expected)
  })
})

describe('wholeNumber', () => {
  test.each(['0', '7', '100000'])('%s is one', (value) => {
    expect(parseWholeNumber()(value)).toBe(Number(value))
  })

  test.each(['', 'x', '-1', '1.5', '1e3', '0x10', ' 5', '99999999999999999999'])(
    '"%s" is none',
    (value) => {
      expect(() => parseWholeNumber()(value)).toThrow('a whole number')
    },
  )

  test('a port ends at 65535', () => {
    expect(parseWholeNumber(65_535)('65535')).toBe(65_535)
    expect(() => parseWholeNumber(65_535)('65536')).toThrow('up to 65535')
  })
})

describe('size', () => {
  test.each([
    ['1M', 1_048_576],
    ['64m', 67_108_864],
    ['2G', 2_147_483_648],
    ['2048K', 2_097_152],
    ['1048576', 1_048_576],
    ['64G', 68_719_476_736],
  ])('%s is %d bytes', (text, bytes) => {
    expect(parseSize(text)).toBe(bytes)
  })

  test.each([
    '',
    'x',
    'M',
    '64',
    '1023K',
    '65G',
    '-64M',
    '1.5G',
    '64MB',
    '64 M',
    '1e9',
    '0x100000',
  ])('"%s" is none', (text) => {
    expect(() => parseSize(text)).toThrow('a size from 1M to 64G')
  })
})
