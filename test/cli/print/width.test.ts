import { describe, expect, test } from 'vitest'
import { countColumns, padToColumns } from '../../../src/cli/print/width.ts'

describe('columnsOf', () => {
  test.each([
    ['', 0],
    ['souwen', 6],
    ['搜文', 4],
    ['ＡＢ，。', 8],
    ['ｱｲ', 2],
    ['𠮷野家', 6],
    ['e\u0301', 1],
    ['が', 2],
    ['か\u3099', 2],
    ['👍', 2],
    ['👍🏽', 2],
    ['👨‍👩‍👧', 2],
    ['🇨🇳', 2],
    ['❤\ufe0f', 2],
    ['한국어', 6],
    ['a\u200bb', 2],
  ])('%s takes %i columns', (text, columns) => {
    expect(countColumns(text)).toBe(columns)
  })
})

test('text is filled up to columns, not to characters', () => {
  expect(padToColumns('安全客', 8, 'right')).toBe('安全客  ')
  expect(padToColumns('安全客', 8, 'left')).toBe('  安全客')
  expect(padToColumns('安全客', 5, 'right')).toBe('安全客')
})

test('a letter under a million accents is still one column', () => {
  expect(countColumns(`e${'\u0301'.repeat(1_000_000)}`)).toBe(1)
})
