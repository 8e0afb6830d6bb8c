/** What is seen of a line, unit by unit, is what the patterns say that readers know. */

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keyOfEven, lineKey, UNEVEN } from '../../../src/corpus/markdown/line-key.ts'
import { endOfSeen, firstSeen } from '../../../src/corpus/markdown/seen-units.ts'

const SEEN = /[^\s\u200b\u2060]/g

function unitsOf(text: string): Uint16Array {
  return Uint16Array.from(text, (unit) => unit.charCodeAt(0))
}

test('of every unit there is', () => {
  for (let unit = 0; unit < 0x10000; unit++) {
    const isSeen = String.fromCharCode(unit).match(SEEN) !== null
    expect([unit, firstSeen(Uint16Array.of(unit), 0, 1)]).toEqual([unit, isSeen ? 0 : 1])
  }
})

const line = fc
  .array(
    fc.constantFrom('字', 'a', 'É', '1', '\0', ' ', '  ', '\t', '\u00a0', '\u3000', '\u200b', '。'),
  )
  .map((pieces) => pieces.join(''))

test('where it begins and ends', () => {
  fc.assert(
    fc.property(line, (text) => {
      const places = Array.from(text.matchAll(SEEN), ({ index }) => index)
      expect(firstSeen(unitsOf(text), 0, text.length)).toBe(places.at(0) ?? text.length)
      expect(endOfSeen(unitsOf(text), 0, text.length)).toBe((places.at(-1) ?? -1) + 1)
    }),
  )
})

test('even is what has single spaces between what is seen, and has the key of any line', () => {
  fc.assert(
    fc.property(line, (text) => {
      const inner = `始${text}终`
      const even = inner
        .split(' ')
        .every((word) => word !== '' && word.match(SEEN)?.length === word.length)
      expect(keyOfEven(unitsOf(inner), 0, inner.length)).toBe(even ? lineKey(inner) : UNEVEN)
    }),
  )
})
