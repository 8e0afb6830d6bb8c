import fc from 'fast-check'
import { expect, test } from 'vitest'
import { diceCoefficient, unitPairs } from '../src/similarity.ts'

const dice = (a: string, b: string) => diceCoefficient(unitPairs(a), unitPairs(b))

test.each([
  // "ht" alone is in both: 2 × 1 / (4 + 4).
  ['night', 'nacht', 0.25],
  ['开源模型', '开源模型', 1],
  // 开源 and 源模 of 开源, 源模, 模型 and of 开源, 源模, 模特: 2 × 2 / 6.
  ['开源模型', '开源模特', 2 / 3],
  ['苹果', '漏洞', 0],
  ['', '', 0],
  ['果', '果', 0],
])('%j and %j are alike by %f', (a, b, expected) => {
  expect(dice(a, b)).toBeCloseTo(expected, 12)
})

test('a text is as alike to another as the other is to it, and wholly to itself', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 2 }), fc.string(), (a, b) => {
      expect(dice(a, b)).toBe(dice(b, a))
      expect(dice(a, a)).toBe(1)
    }),
  )
})

test('each pair counts once, however often it stands there', () => {
  expect(unitPairs('哈哈哈哈哈')).toEqual(unitPairs('哈哈'))
})
