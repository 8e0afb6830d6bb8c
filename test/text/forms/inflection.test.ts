import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inflections } from '../../../src/text/forms/inflection.ts'

test.each([
  ['vulnerability', 'vulnerabilities'],
  ['vulnerabilities', 'vulnerability'],
  ['attack', 'attacks'],
  ['attacks', 'attack'],
  ['process', 'processes'],
  ['patch', 'patches'],
  ['hash', 'hashes'],
  ['prefix', 'prefixes'],
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

test('a noun and its regular plural are forms of each other, whatever the noun', () => {
  // A final s, y or vowel has rules of its own.
  const noun = fc
    .stringMatching(/^[a-z]{3,9}$/)
    .filter((word) => word.length > 3 && !/[aeiousy]$/.test(word))
  const plural = (word: string) => (/(?:x|z|ch|sh)$/.test(word) ? `${word}es` : `${word}s`)
  fc.assert(
    fc.property(noun, (word) => {
      expect(inflections(word)).toContain(plural(word))
      if (/(?:x|z|ch|sh)$/.test(word)) return
      expect(inflections(plural(word))).toContain(word)
    }),
  )
})

test('forms are different words, none of them the word itself', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z]{1,8}(?:s|es|ies|y|ch)?$/), (word) => {
      const forms = inflections(word)
      expect(new Set([...forms, word]).size).toBe(forms.length + 1)
    }),
  )
})
