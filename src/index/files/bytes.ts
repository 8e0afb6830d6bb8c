/**
 * Every part of the format is made of the integers and strings that are written and read here: little-endian numbers of fixed
 * width, and LEB128 varints (seven bits a byte, low bits first; the high bit says that more follow).
 */

import { DamagedContent } from './damage.ts'

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/** A buffer that grows as values are appended. */
export class ByteWriter {
  #bytes: Uint8Array
  #view: DataView
  length = 0

  constructor(capacity = 1024) {
    this.#bytes = new Uint8Array(capacity)
    this.#view = new DataView(this.#bytes.buffer)
  }

  /** A view of the bytes written so far; it is valid until the next write. */
  get written(): Uint8Array {
    return this.#bytes.subarray(0, this.length)
  }

  /** A copy of the bytes written so far. */
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

  /** Offsets and sums beyond 32 bits are written so; they are exact up to 2^53. */
  f64(value: number): void {
    this.#reserve(8)
    this.#view.setFloat64(this.length, value, true)
    this.length += 8
  }

  /** @param value a whole number from 0 to 2^53 − 1 */
  varint(value: number): void {
    this.#reserve(8)
    while (value >= 0x80) {
      this.#bytes[this.length++] = (value % 0x80) | 0x80
      value = value < 0x80000000 ? value >>> 7 : Math.floor(value / 0x80)
    }
    this.#bytes[this.length++] = value
  }

  /** Appends the text's UTF-8, its byte length as a varint before it. Lone surrogates become U+FFFD. */
  string(text: string): void {
    // A unit takes at most three bytes. The length before them is guessed as if each took one; a longer one moves them on.
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

/** Reads what ByteWriter wrote, from front to back. Reading past the end throws DamagedContent. */
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

  /** How many bytes are not read yet. */
  get left(): number {
    return this.bytes.length - this.position
  }

  u8(): number {
    const byte = this.bytes[this.position]
    if (byte === undefined) throw new DamagedContent()
    this.position++
    return byte
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
      if (scale > 2 ** 49) throw new DamagedContent()
    }
  }

  string(): string {
    return decoder.decode(this.take(this.varint()))
  }

  /** A view of the next `length` bytes. */
  take(length: number): Uint8Array {
    this.skip(length)
    return this.bytes.subarray(this.position - length, this.position)
  }

  /** Moves on by `length` bytes. */
  skip(length: number): void {
    this.#require(length)
    this.position += length
  }

  #require(length: number): void {
    if (this.position + length > this.bytes.length) throw new DamagedContent()
  }
}
