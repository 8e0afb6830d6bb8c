/** UTF-16 units as UTF-8, beside the encoder of the platform. */

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BYTES_A_UNIT, encodeUnits } from '../../../src/index/build/utf8.ts'
import { anyText } from '../../text/arbitraries.ts'

function encoded(text: string, start = 0, end = text.length, at = 0): Uint8Array {
  const units = new Uint16Array(text.length)
  for (let i = 0; i < text.length; i++) units[i] = text.charCodeAt(i)
  const into = new Uint8Array(at + text.length * BYTES_A_UNIT)
  const last = encodeUnits(units, start, end, into, at)
  expect(into.subarray(0, at).every((byte) => byte === 0)).toBe(true)
  return into.subarray(at, last)
}

test('any range of any text is what the encoder makes of it', () => {
  fc.assert(
    fc.property(anyText, fc.nat(20), fc.nat(20), fc.nat(3), (text, from, length, at) => {
      const start = Math.min(from, text.length)
      const end = Math.min(start + length, text.length)
      const expected = new TextEncoder().encode(text.slice(start, end))
      expect(Buffer.compare(encoded(text, start, end, at), expected)).toBe(0)
    }),
    { numRuns: 500 },
  )
})

test.each([
  ['\u007f', [0x7f]],
  ['\u0080', [0xc2, 0x80]],
  ['\u07ff', [0xdf, 0xbf]],
  ['\u0800', [0xe0, 0xa0, 0x80]],
  ['\uffff', [0xef, 0xbf, 0xbf]],
  ['\u{10000}', [0xf0, 0x90, 0x80, 0x80]],
  ['\u{10ffff}', [0xf4, 0x8f, 0xbf, 0xbf]],
  ['\ud800', [0xef, 0xbf, 0xbd]],
  ['\udfff', [0xef, 0xbf, 0xbd]],
  ['\udc00\ud800', [0xef, 0xbf, 0xbd, 0xef, 0xbf, 0xbd]],
  ['\udc00\udc01', [0xef, 0xbf, 0xbd, 0xef, 0xbf, 0xbd]],
  ['\ud800\ud800', [0xef, 0xbf, 0xbd, 0xef, 0xbf, 0xbd]],
])('%j has the bytes that Unicode gives it', (text, bytes) => {
  expect([...encoded(text)]).toEqual(bytes)
})
