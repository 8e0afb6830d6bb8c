import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ByteReader, ByteWriter } from '../../../src/index/files/bytes.ts'

/** What it throws is for people to read, not a stack. */
const refused = expect.objectContaining({ code: 'index-damaged' })

describe('varints', () => {
  test.each([
    [0, [0x00]],
    [1, [0x01]],
    [127, [0x7f]],
    [128, [0x80, 0x01]],
    [300, [0xac, 0x02]],
    [16384, [0x80, 0x80, 0x01]],
  ])('%i is written as LEB128 has it', (value, bytes) => {
    const writer = new ByteWriter()
    writer.varint(value)
    expect([...writer.written]).toEqual(bytes)
  })

  test('every whole number up to 2^53 − 1 reads back', () => {
    fc.assert(
      fc.property(fc.array(fc.maxSafeNat()), (values) => {
        const writer = new ByteWriter(1)
        for (const value of values) writer.varint(value)
        const reader = new ByteReader(writer.toBytes())
        expect(values.map(() => reader.varint())).toEqual(values)
        expect(reader.done).toBe(true)
      }),
    )
  })

  test('bytes that never end a number are refused, not followed for ever', () => {
    const reader = new ByteReader(new Uint8Array(64).fill(0xff))
    expect(() => reader.varint()).toThrow(refused)
  })
})

test('strings of any kind read back', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' })), (texts) => {
      const wellFormed = texts.map((text) => text.toWellFormed())
      const writer = new ByteWriter(1)
      for (const text of wellFormed) writer.string(text)
      const reader = new ByteReader(writer.toBytes())
      expect(wellFormed.map(() => reader.string())).toEqual(wellFormed)
    }),
  )
})

test('a length of one byte and one of two stand before strings of either kind', () => {
  for (const text of [
    'x'.repeat(127),
    'x'.repeat(128),
    '书'.repeat(42),
    '书'.repeat(43),
    '书'.repeat(127),
  ]) {
    const writer = new ByteWriter(1)
    writer.string(text)
    writer.u8(9)
    const reader = new ByteReader(writer.toBytes())
    expect([reader.string(), reader.u8(), reader.done]).toEqual([text, 9, true])
    const { length } = Buffer.from(text)
    expect(writer.length).toBe(length + (length < 128 ? 1 : 2) + 1)
  }
})

test('half a character is written as a sign of its own', () => {
  const writer = new ByteWriter()
  writer.string('a\ud842b')
  expect(new ByteReader(writer.toBytes()).string()).toBe('a\ufffdb')
})

test('numbers of fixed width are little-endian, wherever they stand', () => {
  const writer = new ByteWriter(1)
  writer.u8(0x1ff)
  writer.u32(0x01020304)
  writer.f64(-0.5)
  expect([...writer.written]).toEqual([0xff, 4, 3, 2, 1, 0, 0, 0, 0, 0, 0, 0xe0, 0xbf])
  const shifted = new Uint8Array([7, ...writer.written]).subarray(1)
  const reader = new ByteReader(shifted)
  expect([reader.u8(), reader.u32(), reader.f64(), reader.done]).toEqual([
    255,
    0x01020304,
    -0.5,
    true,
  ])
})

test('a reader says where it stands, and passes over what is not wanted', () => {
  const reader = new ByteReader(Uint8Array.of(1, 2, 3, 4, 5), 1)
  expect([reader.position, reader.left]).toEqual([1, 4])
  reader.skip(1)
  expect([...reader.take(2)]).toEqual([3, 4])
  expect([reader.position, reader.left, reader.done]).toEqual([4, 1, false])
  expect(() => reader.take(2)).toThrow(refused)
  expect(reader.position).toBe(4)
})

test('what was written before stays as it was, and is forgotten when the writer is cleared', () => {
  const writer = new ByteWriter(1)
  writer.append(Uint8Array.of(1, 2))
  const copy = writer.toBytes()
  writer.clear()
  writer.append(Uint8Array.of(9))
  expect([...copy]).toEqual([1, 2])
  expect([...writer.written]).toEqual([9])
})

test('reading past the end throws', () => {
  expect(() => new ByteReader(new Uint8Array(3)).u32()).toThrow(refused)
  expect(() => new ByteReader(new Uint8Array(7)).f64()).toThrow(refused)
  expect(() => new ByteReader(new Uint8Array(0)).u8()).toThrow(refused)
  expect(() => new ByteReader(new Uint8Array([5, 65])).string()).toThrow(refused)
})
