import fc from 'fast-check'
import { expect, test } from 'vitest'
import { widenToPassage } from '../../../src/search/show/passage.ts'
import type { Section } from '../../../src/search/show/sections.ts'
import { wholeSection } from '../../../src/search/show/sections.ts'
import { countColumns } from '../../../src/text/columns.ts'

const pieces = ['开源', '模型很多。', '我们，', 'open source ', '𠮷', '他说：“好。”', '\n', 'a. ']
const texts = fc
  .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 60 })
  .map((some) => some.join('').trim())
  .filter((text) => text !== '')
const size = { least: 20, aim: 36, most: 48 }

/** The section that is all of a text without spaces around it. */
function sectionOf(text: string, isCode = false): Section {
  const [section] = wholeSection(text)
  if (section === undefined) throw new Error('a text of spaces')
  return { ...section, isCode }
}

test('a passage holds its core, stays in its section and is no wider than its size', () => {
  fc.assert(
    fc.property(texts, fc.nat(100), fc.nat(3), (text, first, length) => {
      const characters = [...text]
      const from = Math.min(first, characters.length - 1)
      const coreStart = characters.slice(0, from).join('').length
      const coreEnd = characters.slice(0, from + length).join('').length
      const { range } = widenToPassage(text, [coreStart, coreEnd], size, sectionOf(text))
      const [start, end] = range
      expect(start).toBeGreaterThanOrEqual(0)
      expect(start).toBeLessThanOrEqual(coreStart)
      expect(end).toBeGreaterThanOrEqual(coreEnd)
      expect(end).toBeGreaterThan(start)
      expect(end).toBeLessThanOrEqual(text.length)
      expect(countColumns(text, start, end)).toBeLessThanOrEqual(size.most)
      expect(text.slice(start, end).isWellFormed()).toBe(true)
    }),
  )
})

test('a core wider than the size is cut behind', () => {
  const text = '开'.repeat(50)
  expect(widenToPassage(text, [10, 45], size, sectionOf(text))).toEqual({
    range: [10, 34],
    cutBefore: true,
    cutAfter: true,
  })
})

const shown = (text: string, word: string, isCode = false) => {
  const at = text.indexOf(word)
  const core = [at, at + word.length] as const
  const { range, cutBefore, cutAfter } = widenToPassage(text, core, size, sectionOf(text, isCode))
  return `${cutBefore ? '<' : ''}${text.slice(...range)}${cutAfter ? '>' : ''}`
}

test('whole sentences are taken where they fit, and are not said to be cut', () => {
  const text = '第一句话在这里结束了。第二句话说的是开源模型。第三句话在这里说别的事情。'
  expect(shown(text, '开源')).toBe('第二句话说的是开源模型。')
})

test('a sentence that does not fit is cut where it reads best', () => {
  const long =
    '这里先说一件不相干的事，接着说到了水獭在河里游泳，然后又说起另一件不相干的事，完了。'
  expect(shown(long, '水獭')).toBe('<接着说到了水獭在河里游泳，>')
  const words = `the ${'quick brown '.repeat(9)}otter ${'lazy dog '.repeat(9)}end`
  expect(shown(words, 'otter')).toMatch(/^<(quick |brown )+otter( lazy| dog)+>$/)
})

test('no passage begins with an address or a hash where a sentence is to be had', () => {
  const hash = 'd41d8cd98f00b204e9800998ecf8427e'
  expect(shown(`${hash} 之后。水獭的文件在这里。还有别的。`.repeat(2), '水獭')).toMatch(/^水獭/)
  const address = 'https://example.org/a/very/long/address?with=more'
  expect(shown(`${address}\n水獭的文件在这里。${'还有别的。'.repeat(9)}`, '水獭')).toMatch(/^水獭/)
})

test('of code whole lines are taken, with their indentation', () => {
  const code = ['function swim() {', '  const a = otter(1.5, b)', '  return a', '}', 'swim()'].join(
    '\n',
  )
  expect(shown(code, 'otter', true)).toBe('  const a = otter(1.5, b)')
})
