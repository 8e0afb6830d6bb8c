import { expect, test } from 'vitest'
import { parse } from '../../src/query/parse.ts'

const fieldsOf = (text: string) =>
  parse(text).root.children.map((node) => ('field' in node ? node.field : undefined))

test.each([
  'in:page 漏洞 "利用链"',
  '漏洞 IN：页面 "利用链"',
  '页面: 漏洞 "利用链"',
  'in:頁面 漏洞 "利用链"',
])('%s looks for both in whole pages', (query) => {
  expect(parse(query).root.children).toEqual([
    { kind: 'word', text: '漏洞', field: 'page' },
    { kind: 'phrase', text: '利用链', field: 'page' },
  ])
  expect(parse(query).warnings).toEqual([])
})

test('a field before a word widens that word alone', () => {
  expect(fieldsOf('页面:漏洞 利用')).toEqual(['page', undefined])
  expect(fieldsOf('page:"a b" 利用')).toEqual(['page', undefined])
})

test('a word with a field of its own keeps it, and conditions are none of its business', () => {
  expect(fieldsOf('in:page title:漏洞 source:solidot')).toEqual(['title', undefined])
})

test('a minus before the scope excludes nothing that follows', () => {
  expect(parse('-in:page 漏洞').root.children).toEqual([
    { kind: 'word', text: '漏洞', field: 'page' },
  ])
})

test('anything else behind "in:" is a plain word', () => {
  expect(fieldsOf('in:2025')).toEqual([undefined])
})
