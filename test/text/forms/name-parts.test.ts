import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isPartEdge, visitNameParts } from '../../../src/text/forms/name-parts.ts'

function parts(text: string): readonly string[] {
  const found: string[] = []
  visitNameParts(text, (start, end) => found.push(text.slice(start, end)))
  return found
}

test.each([
  ['querySelectorAll', 'querySelector query SelectorAll Selector All'],
  ['takeFirstTwoOf', 'take First Two Of'],
  ['XMLHttpRequest', 'XMLHttp XML HttpRequest Http Request'],
  ['用OpenSSL签名', 'Open SSL'],
  ['Galaxy24Ultra', 'Galaxy24 Galaxy 24Ultra 24 Ultra'],
  ['Qwen3', 'Qwen 3'],
  ['one letter joins its neighbour: eBay24 K8s log4j', 'eBay 24 log 4j'],
  ['a number with its unit: 12km', '12 km'],
  ['several: toString hashCode', 'to String hash Code'],
])('%s', (text, expected) => {
  expect(parts(text)).toEqual(expected.split(' '))
})

test.each([
  ['one word', 'Word words WORDS'],
  ['a plural', 'APIs'],
  ['one letter and one part', 'iPad v2 x64 IoT 5G'],
  ['a hash', '9e107d9d372bb6826bd81d3542a419d6'],
  ['the beginning of one', '9e10fd93'],
  ['encoded bytes', 'aGVsbG8gd29ybGQhIHNvdXdlbiBpcyBnb29k'],
  ['a word with other letters', 'éclairTwo Ωmega3'],
])('%s has no parts', (_fact, text) => {
  expect(parts(text)).toEqual([])
})

test('parts of one name are in order, and each ends where one may end', () => {
  const name = fc
    .array(fc.constantFrom('get', 'URL', 'Name', 'x', 'Y', '7', '20', ' ', '人'), { maxLength: 8 })
    .map((pieces) => pieces.join(''))
  fc.assert(
    fc.property(name, (text) => {
      let last = 0
      visitNameParts(text, (start, end) => {
        expect(start).toBeGreaterThanOrEqual(last)
        expect(end).toBeGreaterThan(start)
        for (const edge of [start, end]) {
          const isInside = /\w/.test(text.charAt(edge - 1)) && /\w/.test(text.charAt(edge))
          expect(!isInside || isPartEdge(text, edge)).toBe(true)
        }
        last = start
      })
    }),
  )
})
