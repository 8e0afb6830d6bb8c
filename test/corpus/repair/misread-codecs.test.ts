/** The tables that turn a misread character back into its byte, against the decoders that misread it. */

import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import {
  type Codec,
  isContinuation,
  misreadCodecs,
  sequenceLength,
} from '../../../src/corpus/repair/misread-codecs.ts'

const { list, beginsIn } = misreadCodecs()
const single = list.filter(({ name }) => name !== 'gbk+iso-8859-1')

const unitsOf = (text: string) =>
  Uint16Array.from({ length: text.length }, (_, at) => text.charCodeAt(at))
const bitOf = (codec: Codec) => 1 << list.indexOf(codec)

/** UTF-8 read in an encoding, as whoever took one for the other did. */
function misread(text: string, { name }: Codec): string {
  const bytes = Buffer.from(text)
  if (name !== 'gbk+iso-8859-1') return iconv.decode(bytes, name)
  return iconv.decode(Buffer.from(bytes.toString('latin1')), 'gbk')
}

/** The first text of Chinese characters whose bytes all have a character in the encoding. */
function readable(codec: Codec): string {
  const characters = [...'今天公布了新的开源模型权重可以免费下载文章研究者认为它推理能力明显进步']
  return characters.filter((one) => !misread(one, codec).includes('\uFFFD')).join('')
}

test('there are no more encodings than bits, and each is there once', () => {
  expect(list.length).toBeLessThanOrEqual(32)
  expect(new Set(list.map(({ name }) => name)).size).toBe(list.length)
  expect(misreadCodecs().list).toBe(list)
})

describe.each(list.map((codec) => [codec.name, codec] as const))('%s', (_, codec) => {
  test('turns what its decoder makes of Chinese in UTF-8 back into those bytes', () => {
    const text = readable(codec)
    expect(text.length).toBeGreaterThan(5)
    const units = unitsOf(misread(text, codec))
    const bytes = Uint8Array.from(units, (unit) => codec.byteOf.get(unit) ?? unit)
    expect(Buffer.from(bytes).toString()).toBe(text)
    expect(Array.from(units, (unit) => codec.byUnit()[unit] ?? 0)).toEqual([...bytes])
  })

  test('begins a character at the first unit of each, and nowhere else', () => {
    const text = readable(codec)
    const units = unitsOf(misread(text, codec))
    const beginnings = Array.from(units.keys()).filter((at) => beginsIn(units, at) & bitOf(codec))
    expect(beginnings).toEqual(Array.from(text, (_each, n) => n * 3))
  })

  test('knows bytes beyond ASCII only', () => {
    for (const [unit, byte] of codec.byteOf) {
      expect(byte).toBeGreaterThanOrEqual(0x80)
      expect(byte).toBeLessThan(0x100)
      expect(unit).toBeGreaterThanOrEqual(0x80)
      expect(unit).not.toBe(0xfffd)
    }
  })
})

test('a byte may have two readings, and each is turned back: Latin-1’s and Windows-1252’s', () => {
  const [codec] = single
  expect(codec?.name).toBe('windows-1252')
  for (const reading of ['€', '\u0080']) expect(codec?.byteOf.get(reading.charCodeAt(0))).toBe(0x80)
})

test('a no-break space is lost where byte A0 became one', () => {
  const losing = single.filter(({ name }) => iconv.decode(Buffer.of(0xa0), name) === '\u00a0')
  expect(losing.length).toBeGreaterThan(5)
  for (const codec of single)
    expect([codec.name, codec.losesA0]).toEqual([codec.name, losing.includes(codec)])
})

describe('bytes of UTF-8', () => {
  test('begin as many as a decoder takes for one character', () => {
    for (let byte = 0; byte < 256; byte++) {
      const length = sequenceLength(byte)
      // Some continuation makes a character of it where one begins, and none where none does.
      const decodes = [2, 3, 4].filter((count) =>
        [0x80, 0x90, 0xa0].some((next) => {
          const bytes = Uint8Array.of(byte, next, ...Array(count - 2).fill(0x80))
          const text = new TextDecoder().decode(bytes)
          return !text.includes('\uFFFD') && [...text].length === 1
        }),
      )
      expect([byte, length]).toEqual([byte, decodes[0] ?? 0])
    }
  })

  test('continue where their two highest bits are 10', () => {
    const all = Array.from({ length: 256 }, (_, byte) => byte)
    expect(all.filter(isContinuation)).toEqual(all.filter((byte) => byte >> 6 === 0b10))
  })
})

test('nothing begins where the text ends before the character does', () => {
  const [codec] = single
  if (codec === undefined) throw new Error('there are no encodings')
  const units = unitsOf(misread('文𠮷', codec))
  fc.assert(
    fc.property(fc.nat(units.length), (end) => {
      const cut = units.subarray(0, end)
      const whole = [0, 3].filter((at) => at + (at === 0 ? 3 : 4) <= end)
      expect([0, 3].filter((at) => at < end && beginsIn(cut, at) & bitOf(codec))).toEqual(whole)
    }),
  )
})
