import { expect, test } from 'vitest'
import { normalizeText } from '../../../src/text/normalize/normalize.ts'
import { regionalWords } from '../../../src/text/terms/regional-words.ts'

test.each([
  ['軟體', '软件'],
  ['資料庫', '数据库'],
  ['程式', '程序'],
  ['網路', '网络'],
  ['滑鼠', '鼠标'],
  ['列印', '打印'],
])('%s is %s, and the other way round', (taiwan, mainland) => {
  expect(regionalWords(normalizeText(taiwan))).toContain(mainland)
  expect(regionalWords(mainland)).toContain(normalizeText(taiwan))
})

test.each(['漏洞', '执行', '文件', '的', ''])('%j is called so everywhere', (word) => {
  expect(regionalWords(word)).toEqual([])
})
