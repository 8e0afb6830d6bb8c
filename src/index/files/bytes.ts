/**
 * Writing and reading the integers and strings that every part of the format is made of: little-endian fixed widths and
 * LEB128 varints (seven bits a byte, low bits first, the high bit says that more follow).
 */

import { BadContent } from './bad-content.ts'

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/** A buffer that grows; everything is appended. */
export class ByteWriter {
  #bytes: Uint8Array
  #view: DataView
  length = 0

  constructor(capacity = 1024) {
    this.#bytes = new Uint8Array(capacity)
    this.#view = new DataView(this.#bytes.buffer)
  }

  /** The bytes written so far; valid until the next write. */
  get written(): Uint8Array {
    return this.#bytes.subarray(0, this.length)
  }

  /** A copy that stays. */
  toBytes(): Uint8Array {
    return this.#bytes.slice(0, this.length)
  }

  clear(): void {
    this.length = 0
  }

  u8(value: number): void {
    this.#reserve(1)
    this.#bytes[this.length++] = value
  }

  u32(value: number): void {
    this.#reserve(4)
    this.#view.setUint32(this.length, value, true)
    this.length += 4
  }

  /** For offsets and sums beyond 32 bits; exact to 2^53. */
  f64(value: number): void {
    this.#reserve(8)
    this.#view.setFloat64(this.length, value, true)
    this.length += 8
  }

  /** `value`: a whole number from 0 to 2^53 − 1. */
  varint(value: number): void {
    this.#reserve(8)
    while (value >= 0x80) {
      this.#bytes[this.length++] = (value % 0x80) | 0x80
      value = value < 0x80000000 ? value >>> 7 : Math.floor(value / 0x80)
    }
    this.#bytes[this.length++] = value
  }

  /** UTF-8 with its byte length before it. */
  string(text: string): void {
    // At most three bytes a unit; how many decides how long the number before them is, mostly as long as for one each.
    this.#reserve(text.length * 3 + 8)
    const start = this.length
    const room = varintLength(text.length)
    const { written } = encoder.encodeInto(text, this.#bytes.subarray(start + room))
    const needed = varintLength(written)
    if (needed > room) this.#bytes.copyWithin(start + needed, start + room, start + room + written)
    this.varint(written)
    this.length += written
  }

  append(bytes: Uint8Array): void {
    this.#reserve(bytes.length)
    this.#bytes.set(bytes, this.length)
    this.length += bytes.length
  }

  #reserve(more: number): void {
    if (this.length + more <= this.#bytes.length) return
    const grown = new Uint8Array(Math.max(this.#bytes.length * 2, this.length + more))
    grown.set(this.#bytes.subarray(0, this.length))
    this.#bytes = grown
    this.#view = new DataView(grown.buffer)
  }
}

function varintLength(value: number): number {
  let length = 1
  for (let left = value; left >= 0x80; left = Math.floor(left / 0x80)) length++
  return length
}

/** Reads what ByteWriter wrote, from front to back. Reading past the end throws SouwenError('index-damaged'). */
export class ByteReader {
  readonly bytes: Uint8Array
  readonly #view: DataView
  position: number

  constructor(bytes: Uint8Array, position = 0) {
    this.bytes = bytes
    this.position = position
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  get done(): boolean {
    return this.position >= this.bytes.length
  }

  /** Bytes that are not read yet. */
  get left(): number {
    return this.bytes.length - this.position
  }

  u8(): number {
    if (this.position >= this.bytes.length) throw new BadContent()
    return this.bytes[this.position++] ?? 0
  }

  u32(): number {
    this.#require(4)
    const value = this.#view.getUint32(this.position, true)
    this.position += 4
    return value
  }

  f64(): number {
    this.#require(8)
    const value = this.#view.getFloat64(this.position, true)
    this.position += 8
    return value
  }

  varint(): number {
    const first = this.u8()
    if (first < 0x80) return first
    let value = first & 0x7f
    for (let scale = 0x80; ; scale *= 0x80) {
      const byte = this.u8()
      value += (byte & 0x7f) * scale
      if (byte < 0x80) return value
      if (scale > 2 ** 49) throw new BadContent()
    }
  }

  string(): string {
    return decoder.decode(this.take(this.varint()))
  }

  take(length: number): Uint8Array {
    this.skip(length)
    return this.bytes.subarray(this.position - length, this.position)
  }

  /** Moves on without a view of what is passed. */
  skip(length: number): void {
    this.#require(length)
    this.position += length
  }

  #require(length: number): void {
    if (this.position + length > this.bytes.length) throw new BadContent()
  }
}
