/** The keys that the article at a pasted address may have. */

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addressKey, plainAddress, possibleKeys } from '../../src/address/article-key.ts'

const page = 'https://example.com/a/b?id=3'

test.each([
  page,
  'http://www.example.com/a/b/?id=3',
  'https://m.example.com/a/b?utm_source=x&id=3',
  'https://example.com/a/b?id=3&fbclid=7#part-2',
  'https://EXAMPLE.com//a/%62?id=3#comments',
])('%s may lead to an article', (typed) => {
  expect(possibleKeys(typed)).toContain(addressKey(page))
})

test.each([
  'https://example.com/a',
  'https://example.com/a/b?id=4',
  'https://mexample.com/a/b?id=3',
  'https://example.org/a/b?id=3',
])('%s leads to another', (typed) => {
  expect(possibleKeys(typed)).not.toContain(addressKey(page))
})

test('the page for telephones is found from the other one, and the other way round', () => {
  expect(possibleKeys('https://www.example.com/a')).toContain(addressKey('https://m.example.com/a'))
  expect(possibleKeys('https://en.m.wikipedia.org/wiki/A')).toContain(
    addressKey('https://en.wikipedia.org/wiki/A'),
  )
})

test('an address has its own key before all others', () => {
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
      expect(possibleKeys(url)[0]).toBe(addressKey(url))
    }),
  )
})

test.each([
  ['https://www.example.com/a/?utm_source=x#y', 'example.com/a'],
  ['https://example.com/%E6%96%B0%E9%97%BB?id=3', 'example.com/新闻?id=3'],
  ['https://example.com/%ff', 'example.com/%ff'],
])('%s is %s without what does not count', (typed, plain) => {
  expect(plainAddress(new URL(typed))).toBe(plain)
})
