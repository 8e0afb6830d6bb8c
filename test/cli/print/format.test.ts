import { describe, expect, test } from 'vitest'
import {
  formatCount,
  formatCounted,
  formatMegabytes,
  formatMinutes,
  formatTable,
} from '../../../src/cli/print/format.ts'

test.each([
  [0, '0'],
  [999, '999'],
  [1000, '1,000'],
  [97_895, '97,895'],
  [1_234_567, '1,234,567'],
])('%i reads %s', (value, text) => {
  expect(formatCount(value)).toBe(text)
})

test('one is singular', () => {
  expect([0, 1, 2].map((value) => formatCounted(value, 'article'))).toEqual([
    '0 articles',
    '1 article',
    '2 articles',
  ])
})

test('bytes read as megabytes', () => {
  expect(formatMegabytes(399_120_000)).toBe('399.1 MB')
})

test.each([
  [0, '0:00'],
  [59.6, '1:00'],
  [75, '1:15'],
  [3600, '60:00'],
])('%d seconds read %s', (seconds, text) => {
  expect(formatMinutes(seconds)).toBe(text)
})

describe('table', () => {
  test('columns stand under each other, wide characters counted as two', () => {
    const rows = [
      ['安全客', '4,343'],
      ['solidot', '12'],
    ]
    expect(formatTable(rows, ['left', 'right'])).toEqual(['安全客   4,343', 'solidot     12'])
  })

  test('no line ends with spaces', () => {
    expect(
      formatTable(
        [
          ['a', ''],
          ['b', 'long'],
        ],
        ['left', 'left'],
      ),
    ).toEqual(['a', 'b  long'])
  })

  test('a table may have very many rows', () => {
    expect(formatTable(Array(300_000).fill(['一']), ['left'])).toHaveLength(300_000)
  })
})
