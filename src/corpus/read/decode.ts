/**
 * Bytes to text. UTF-8 unless the bytes say otherwise; what is not UTF-8 is in the encoding of East Asia or of Western Europe
 * in which it reads best. The decision falls on the first 4 KiB where they are enough, so that reading a file's head decides alike.
 */

import { isAscii, isUtf8 as isWholeUtf8, transcode } from 'node:buffer'
import iconv from 'iconv-lite'
import { sequenceLength } from '../repair/misread-codecs.ts'
import { type LegacyEncoding, legacyEncodingOf } from './legacy-encoding.ts'

export interface Decoded {
  /** Well-formed, without a byte order mark, lines ended by '\n'. */
  readonly text: string
  /** WHATWG name. */
  readonly encoding: Encoding
}

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | LegacyEncoding

/** So many bytes of a file tell its encoding, if they hold a character that is not ASCII. */
export const HEAD_BYTES = 4096

/** Throws an Error that says why: the bytes are no text. */
export function decode(bytes: Uint8Array): Decoded {
  const marked = encodingByMark(bytes)
  if (marked === undefined && bytes.includes(0)) throw new Error('is binary: it holds NUL bytes')
  if ((marked ?? 'utf-8') === 'utf-8' && isWholeUtf8(bytes))
    return { text: withLineFeeds(textOfUtf8(bytes)), encoding: 'utf-8' }
  const parts = marked === undefined ? partsOf(bytes) : undefined
  const encoding = marked ?? parts?.encoding ?? encodingOf(bytes)
  const text = parts === undefined ? textOf(bytes, encoding) : parts.text
  return { text: withLineFeeds(text).toWellFormed(), encoding }
}

/** Node's Big5 lacks the characters that Hong Kong added, and kana; its windows-1252 is Latin-1, without quotation marks. */
function textOf(bytes: Uint8Array, encoding: Encoding): string {
  if (encoding !== 'big5' && encoding !== 'windows-1252')
    return new TextDecoder(encoding).decode(bytes)
  return iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encoding)
}

/** Decodes bytes that are UTF-8 throughout, which is faster than a TextDecoder, since that looks for errors. */
function textOfUtf8(bytes: Uint8Array): string {
  const unmarked = encodingByMark(bytes) === undefined ? bytes : bytes.subarray(MARK_BYTES)
  return transcode(unmarked, 'utf8', 'utf16le').toString('utf16le')
}

/** Bytes of a byte order mark in UTF-8. */
const MARK_BYTES = 3

/**
 * The head's text if the head alone decides how the file is read, of a front matter nothing that comes after it; undefined:
 * look at the whole file.
 */
export function decodeHead(head: Uint8Array): string | undefined {
  const mark = encodingByMark(head)
  const settled = mark === undefined ? !head.includes(0) && isUtf8(head) : mark === 'utf-8'
  if (!settled) return undefined
  const front = head.subarray(0, frontBytes(head))
  const isFront = front.length > 0 && isWholeUtf8(front)
  return withLineFeeds(isFront ? textOfUtf8(front) : new TextDecoder().decode(head))
}

const FENCE = Buffer.from('\n---')

/** Returns the number of bytes up to the end of the second line of dashes; 0 if there is none or it is cut off. */
function frontBytes(head: Uint8Array): number {
  const fence = Buffer.from(head.buffer, head.byteOffset, head.byteLength).indexOf(FENCE)
  return fence < 0 ? 0 : head.indexOf(NEWLINE, fence + FENCE.length) + 1
}

const NEWLINE = 0x0a

function withLineFeeds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
}

function encodingByMark(bytes: Uint8Array): Encoding | undefined {
  const [first, second, third] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return first === 0xef && second === 0xbb && third === 0xbf ? 'utf-8' : undefined
}

/** UTF-8 above, which holds more than ASCII, and lines in another encoding below: a program's head over a page in GBK. */
function partsOf(bytes: Uint8Array): Decoded | undefined {
  const start = firstOtherLine(bytes)
  const head = bytes.subarray(0, start)
  if (isAscii(head)) return undefined
  const rest = bytes.subarray(start)
  const encoding = isDamagedUtf8(rest) ? undefined : legacyEncodingOf(rest)
  return encoding && { text: textOfUtf8(head) + textOf(rest, encoding), encoding }
}

/** Returns where the first line begins that is not UTF-8. It bisects, and checks all lines up to the middle at each step. */
function firstOtherLine(bytes: Uint8Array): number {
  let [start, end] = [0, bytes.length]
  while (start < end) {
    const middle = bytes.lastIndexOf(NEWLINE, start + ((end - start) >>> 1)) + 1
    const next = middle > start ? middle : bytes.indexOf(NEWLINE, start) + 1
    if (next <= start || next > end) return start
    if (isWholeUtf8(bytes.subarray(start, next))) start = next
    else if (next === end) return start
    else if (middle > start) end = next
    else return start
  }
  return start
}

function encodingOf(bytes: Uint8Array): Encoding {
  const head = bytes.subarray(0, HEAD_BYTES)
  if (isUtf8(head) && holdsMoreThanAscii(head)) return 'utf-8'
  if (isUtf8(bytes) || isDamagedUtf8(bytes)) return 'utf-8'
  return legacyEncodingOf(bytes) ?? 'utf-8'
}

/** A character that is cut at the end does not count: heads are cut anywhere, and fetchers cut too. */
function isUtf8(bytes: Uint8Array): boolean {
  if (isWholeUtf8(bytes)) return true
  const whole = CUT_BYTES.find((cut) => isWholeUtf8(bytes.subarray(0, -cut)))
  return whole !== undefined && beginsCharacter(bytes.subarray(-whole))
}

/** How many bytes a cut character may have left. */
const CUT_BYTES = [1, 2, 3]

function beginsCharacter(bytes: Uint8Array): boolean {
  const length = sequenceLength(bytes[0] ?? 0)
  // Every first byte may be followed by one of these two.
  const whole = FILLINGS.map((byte) =>
    Uint8Array.of(...bytes, byte, byte, byte).subarray(0, length),
  )
  return length > bytes.length && whole.some((character) => isWholeUtf8(character))
}

const FILLINGS = [0x80, 0xbf]

/** A whole character: the first byte of one that is cut tells nothing. */
function holdsMoreThanAscii(bytes: Uint8Array): boolean {
  return !isAscii(bytes.subarray(0, -3))
}

/** Share of characters beyond ASCII that may be broken in a text that is UTF-8 all the same. */
const BROKEN_SHARE = 0.1

function isDamagedUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes)
  let [broken, beyond] = [0, 0]
  for (const character of text) {
    if (character > '\x7f') beyond++
    if (character === '\uFFFD') broken++
  }
  return broken <= beyond * BROKEN_SHARE
}
