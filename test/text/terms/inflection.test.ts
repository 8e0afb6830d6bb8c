import { expect, test } from 'vitest'
import { inflections } from '../../../src/text/terms/inflection.ts'

test.each([
  ['vulnerability', 'vulnerabilities'],
  ['vulnerabilities', 'vulnerability'],
  ['attack', 'attacks'],
  ['attacks', 'attack'],
  ['process', 'processes'],
  ['patch', 'patches'],
  ['database', 'databases'],
  ['databases', 'database'],
  ['keys', 'key'],
])('%s is also %s', (word, other) => {
  expect(inflections(word)).toContain(other)
})

test.each(['ios', 'aws', 'dns', 'cve-2025-1', 'log4j', '漏洞', 'a', ''])(
  '%j has no other number',
  (word) => {
    expect(inflections(word)).toEqual([])
  },
)

test.each(['virus', 'class', 'address'])('the s of %s is none of the plural', (word) => {
  expect(inflections(word)).not.toContain(word.slice(0, -1))
})
