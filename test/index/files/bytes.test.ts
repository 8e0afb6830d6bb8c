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

test('reading past the end throws', () => {
  expect(() => new ByteReader(new Uint8Array(3)).u32()).toThrow(refused)
  expect(() => new ByteReader(new Uint8Array(7)).f64()).toThrow(refused)
  expect(() => new ByteReader(new Uint8Array(0)).u8()).toThrow(refused)
  expect(() => new ByteReader(new Uint8Array([5, 65])).string()).toThrow(refused)
})
