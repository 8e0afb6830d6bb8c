import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findNumerals, writeNumerals } from '../../../src/text/forms/numerals.ts'

test.each([
  ['三十周年', '30周年'],
  ['十五人', '15人'],
  ['两百三十四', '234'],
  ['一千零一夜', '1001夜'],
  ['两万三千亩', '23000亩'],
  ['四亿二千万', '420000000'],
  ['一亿零五十', '100000050'],
  ['二〇一九年', '2019年'],
  ['1.5万册', '15000册'],
  ['2亿', '200000000'],
  ['8百万', '8000000'],
  ['1.2万亿', '1200000000000'],
  ['12,000万', '120000000'],
  ['损失4200万元，另有三十六人', '损失42000000元，另有36人'],
])('%s is %s', (text, digits) => {
  expect(writeNumerals(text)).toBe(digits)
})

test.each([
  '十分',
  '千万小心',
  '万一',
  '百万富翁',
  '一一说明',
  '十四五规划',
  '五六十人',
  '三五百',
  '三万五',
  '二〇一九',
  '二五八万',
  '一百百',
  '万万千千',
  '2万5',
  '1.23456万',
  '12345678901234567万',
])('%s is left alone', (text) => {
  expect(writeNumerals(text)).toBe(text)
})

/** Writes a number below 10,000 as it is said. */
function sayShort(value: number): string {
  const signs = '零一二三四五六七八九'
  let [said, isOpen] = ['', false]
  for (const [unit, name] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / unit) % 10
    if (digit === 0) isOpen ||= said !== ''
    else {
      if (isOpen) said += '零'
      isOpen = false
      said += `${signs[digit]}${name}`
    }
  }
  return said
}

function say(value: number): string {
  const [high, low] = [Math.floor(value / 10_000), value % 10_000]
  if (high === 0) return sayShort(low)
  const bridge = low > 0 && low < 1000 ? '零' : ''
  return `${sayShort(high)}万${bridge}${low > 0 ? sayShort(low) : ''}`
}

test('a number as it is said is its digits', () => {
  fc.assert(
    fc.property(fc.integer({ min: 20, max: 99_999_999 }), (value) => {
      expect(writeNumerals(say(value))).toBe(String(value))
    }),
    { numRuns: 1000 },
  )
})

test('numbers lie in order and apart, whatever the signs', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[〇一二两九十百千万亿年1,.5 ]{0,16}$/u), (text) => {
      let last = 0
      for (const { start, end, digits } of findNumerals(text)) {
        expect(start).toBeGreaterThanOrEqual(last)
        expect(end).toBeGreaterThan(start)
        expect(digits).toMatch(/^[1-9]\d*$/)
        last = end
      }
    }),
    { numRuns: 1000 },
  )
})
