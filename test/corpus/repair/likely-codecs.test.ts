/** The encodings worth trying are those in which the text has the most characters, as counted by decoding it at each place. */

import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { FOUND_CHARACTERS, likelyCodecs } from '../../../src/corpus/repair/likely-codecs.ts'
import { type Codec, misreadCodecs } from '../../../src/corpus/repair/misread-codecs.ts'

const CHINESE = '今天公布了新的开源模型，权重可以免费下载。'
const latin1 = (text: string) => Buffer.from(text).toString('latin1')

/** The least first byte of a character of so many bytes, and the least that is too large. */
const LEADS = new Map([
  [2, [0xc2, 0xe0]],
  [3, [0xe0, 0xf0]],
  [4, [0xf0, 0xf5]],
])

/** At how many places the units are the bytes of one whole character of UTF-8. */
function charactersIn(text: string, { byteOf }: Codec): number {
  const bytes = Array.from({ length: text.length }, (_, at) => byteOf.get(text.charCodeAt(at)) ?? 0)
  const begins = (at: number) =>
    [...LEADS].some(([length, [least = 0, above = 0]]) => {
      const [first = 0, ...rest] = bytes.slice(at, at + length)
      const isLead = first >= least && first < above && rest.length === length - 1
      return isLead && rest.every((byte) => byte >> 6 === 0b10)
    })
  return bytes.filter((_, at) => begins(at)).length
}

/** The six encodings with the most characters, of those with enough. */
function oracle(text: string): readonly string[] {
  const beyond = text.replace(/[\0-\x7f]/g, '').length
  const enough = Math.max(FOUND_CHARACTERS, beyond * 0.05)
  if (beyond < 2 * FOUND_CHARACTERS) return []
  return misreadCodecs()
    .list.map((codec) => ({ name: codec.name, count: charactersIn(text, codec) }))
    .filter(({ count }) => count >= enough)
    .sort((a, b) => b.count - a.count)
    .slice(0, 6)
    .map(({ name }) => name)
}

const namesFor = (text: string) => likelyCodecs(text).map(({ name }) => name)

test('the encodings with the most characters come first, whatever a text is made of', () => {
  const piece = fc.oneof(
    fc.constantFrom('文章', 'abc ', '“…”', 'café', 'Привет мир', '\u{1F600}', '…', '\n'),
    fc
      .tuple(
        fc.constantFrom('windows-1252', 'windows-1251', 'koi8-r', 'cp437', 'macintosh', 'pt154'),
        fc.constantFrom('文章', '开源模型，', 'Привет', 'é', '😀'),
      )
      .map(([name, text]) => iconv.decode(Buffer.from(text), name)),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = pieces.join('')
      expect(namesFor(text)).toEqual(oracle(text))
    }),
  )
})

describe('no encoding is likely', () => {
  test.each([
    ['ASCII', 'Nothing of this was misread. '.repeat(50)],
    ['Chinese', CHINESE.repeat(50)],
    ['French', 'café, thé, naïveté '.repeat(50)],
    ['a few characters that were misread', latin1('，，')],
    ['nothing', ''],
  ])('for %s', (_, text) => {
    expect(likelyCodecs(text)).toEqual([])
  })

  test('for a large text of which a little was misread', () => {
    const misread = latin1('，'.repeat(10))
    expect(namesFor(misread + CHINESE)).toContain('windows-1252')
    // Ten characters of more than two hundred units.
    expect(namesFor(misread + CHINESE.repeat(20))).toEqual([])
  })
})

test('four characters are enough where there is nothing else', () => {
  expect(namesFor(latin1('é'.repeat(3)))).toEqual([])
  expect(namesFor(latin1('é'.repeat(4)))[0]).toBe('windows-1252')
})
