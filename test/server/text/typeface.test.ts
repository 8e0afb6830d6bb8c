import { expect, test } from 'vitest'
import { addTypeface, chooseTypeface } from '../../../server/text/typeface.ts'

test.each([
  ['Siren’s song in the AI ocean', 'latin'],
  ['Crónica de «una» vulnerabilidad…', 'latin'],
  ['Уязвимость в ядре', 'latin'],
  ['CVE-2025-24813', 'latin'],
  ['“CVE-2025-24813” 漏洞', undefined],
  ['𠮷', undefined],
  ['ひらがな', undefined],
  ['한국어', undefined],
  ['OpenAI：GPT', undefined],
  ['《Nature》', undefined],
  ['2025-03-09 …', undefined],
  ['', undefined],
])('%j is set in: %s', (text, typeface) => {
  expect(chooseTypeface(text)).toBe(typeface)
})

test('the typeface joins the class an element has', () => {
  expect(addTypeface('snippet', 'Remote Code Execution')).toBe('snippet latin')
  expect(addTypeface('snippet', '远程代码执行')).toBe('snippet')
})
