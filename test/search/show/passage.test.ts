import fc from 'fast-check'
import { expect, test } from 'vitest'
import { widenToPassage } from '../../../src/search/show/passage.ts'

const pieces = ['开源', '模型很多。', '我们，', 'open source ', '𠮷', '他说：“好。”', '\n', 'a']
const texts = fc
  .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 60 })
  .map((some) => some.join(''))
const size = { least: 12, most: 24 }

test('a passage holds its core, stays in its range and is no longer than its size', () => {
  fc.assert(
    fc.property(texts, fc.nat(100), fc.nat(3), (text, first, length) => {
      const characters = [...text]
      const from = Math.min(first, characters.length - 1)
      const coreStart = characters.slice(0, from).join('').length
      const coreEnd = characters.slice(0, from + length).join('').length
      const [start, end] = widenToPassage(text, [coreStart, coreEnd], size, [0, text.length])
      expect(start).toBeGreaterThanOrEqual(0)
      expect(start).toBeLessThanOrEqual(coreStart)
      expect(end).toBeGreaterThanOrEqual(coreEnd)
      expect(end).toBeLessThanOrEqual(text.length)
      expect([...text.slice(start, end)].length).toBeLessThanOrEqual(size.most)
      expect(text.slice(start, end).isWellFormed()).toBe(true)
    }),
  )
})

test('a core longer than the size is cut behind', () => {
  const text = '开'.repeat(50)
  expect(widenToPassage(text, [10, 45], size, [0, 50])).toEqual([10, 34])
})

test('whole sentences are taken where they fit', () => {
  const text = '第一句话在这里结束了。第二句话说的是开源模型。第三句话在这里说别的事情。'
  const core = text.indexOf('开源')
  const [start, end] = widenToPassage(text, [core, core + 2], size, [0, text.length])
  expect(text.slice(start, end)).toMatch(/^第.*。$/)
  expect(text.slice(start, end)).toContain('第二句话说的是开源模型。')
})
