import { expect, test } from 'vitest'
import { otherSpellings } from '../../../src/text/forms/spellings.ts'
import { normalizeText } from '../../../src/text/normalize/normalize.ts'

test.each([
  ['聽著', '听着'],
  ['沿著河', '沿着河'],
  ['規畫', '规划'],
  ['帳戶', '账户'],
  ['藉口', '借口'],
  ['答覆', '答复'],
  ['沈默', '沉默'],
])('%s is %s on the other side, and the other way about', (taiwan, mainland) => {
  expect(otherSpellings(normalizeText(taiwan))).toContain(mainland)
  expect(otherSpellings(mainland)).toContain(normalizeText(taiwan))
})

test.each(['著名', '显著', '名著', '画图', '书', 'plan', ''])(
  '%s is spelt so on both sides',
  (word) => {
    expect(otherSpellings(word)).toEqual([])
  },
)

test('a text is spelt through and through, each character in its place', () => {
  const [mainland = '', ...more] = otherSpellings('看著計画瞭解著名部份'.replace('計', '计'))
  expect(mainland).toBe('看着计划了解著名部分')
  expect(more).toEqual([])
  expect(otherSpellings('看着计划')).toEqual(['看著计画'])
  expect(otherSpellings('看着计画')).toEqual(['看着计划', '看著计画'])
})
