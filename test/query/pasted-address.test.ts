import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pastedAddress } from '../../src/query/pasted-address.ts'

test.each<[string, string, boolean]>([
  ['https://example.com/a', 'example.com/a', true],
  [' <http://www.example.com/a?utm_source=x> ', 'example.com/a', true],
  ['https://example.com/a。', 'example.com/a', true],
  ['www.example.com/a', 'example.com/a', true],
  ['例子.cn/甲', 'xn--fsqu00a.cn/甲', false],
  ['node.js/vue.js', 'node.js/vue.js', false],
])('%s is an address', (typed, plain, isCertain) => {
  expect(pastedAddress(typed)).toMatchObject({ plain, isCertain })
})

test.each([
  '',
  '漏洞',
  'https://',
  'https://localhost/a',
  'example.com',
  'https://example.com/a 漏洞',
  'url:https://example.com/a',
  '"https://example.com/a"',
  'and/or',
  '2024/03/15',
  'hxxp://example[.]com/a',
])('%j is none', (typed) => {
  expect(pastedAddress(typed)).toBeUndefined()
})

test('no text makes it throw', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      pastedAddress(`https://${text}`)
      pastedAddress(text)
    }),
  )
})
