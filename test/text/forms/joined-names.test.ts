import { expect, test } from 'vitest'
import { joinedForms } from '../../../src/text/forms/joined-names.ts'

test.each([
  ['t-shirt', 'tshirt', 't shirt'],
  ['qwen-3', 'qwen3', 'qwen 3'],
  ['vue.js', 'vuejs', 'vue js'],
  ['qwen3', 'qwen-3', 'qwen 3'],
  ['log4j', 'log-4j', undefined],
  ['vuejs', 'vue.js', undefined],
  ['tshirt', 't-shirt', undefined],
])('%s is also %s and %s', (name, term, spaced) => {
  const forms = joinedForms(name)
  expect(forms.terms).toContain(term)
  if (spaced !== undefined) expect(forms.spaced).toEqual([spaced])
})

test.each([
  '10.0.0.1',
  '2024-03-05',
  'abc',
  'cve-2025-1234-5678',
  'données',
  '数据',
  'x'.repeat(25),
])('%s has no other form', (name) => {
  expect(joinedForms(name)).toEqual({ terms: [], spaced: [] })
})

test('an identifier of three words stays what it is but for its signs', () => {
  expect(joinedForms('cve-2025-1234')).toEqual({
    terms: ['cve20251234'],
    spaced: ['cve 2025 1234'],
  })
})
