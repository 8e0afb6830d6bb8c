/**
 * Bytes to text. UTF-8 unless the bytes say otherwise; what is not UTF-8 is GB18030 or Big5, whichever reads more like
 * Chinese. The decision falls on the first 4 KiB where they are enough, so that reading a file's head decides alike.
 */

import { COMMON } from './common-characters.ts'

export interface Decoded {
  /** Well-formed, without a byte order mark, lines ended by '\n'. */
  readonly text: string
  /** WHATWG name. */
  readonly encoding: Encoding
}

export type Encoding = 'utf-8' | 'gb18030' | 'big5' | 'utf-16le' | 'utf-16be'

/** So many bytes of a file tell its encoding, if they hold a character that is not ASCII. */
export const HEAD_BYTES = 4096

/** Throws an Error that says why: the bytes are no text. */
export function decode(bytes: Uint8Array): Decoded {
  const marked = encodingByMark(bytes)
  if (marked === undefined && bytes.includes(0)) throw new Error('is binary: it holds NUL bytes')
  const encoding = marked ?? encodingOf(bytes)
  const text = new TextDecoder(encoding).decode(bytes)
  return { text: text.replace(/\r\n?/g, '\n').toWellFormed(), encoding }
}

/** The head's text if the head alone decides how the file is read; undefined: look at the whole file. */
export function decodeHead(head: Uint8Array): string | undefined {
  if (encodingByMark(head) !== undefined || head.includes(0) || !isUtf8(head)) return undefined
  return new TextDecoder().decode(head).replace(/\r\n?/g, '\n')
}

function encodingByMark(bytes: Uint8Array): Encoding | undefined {
  const [first, second, third] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return first === 0xef && second === 0xbb && third === 0xbf ? 'utf-8' : undefined
}

function encodingOf(bytes: Uint8Array): Encoding {
  const head = bytes.subarray(0, HEAD_BYTES)
  if (isUtf8(head) && head.some((byte) => byte >= 0x80)) return 'utf-8'
  if (isUtf8(bytes) || isDamagedUtf8(bytes)) return 'utf-8'
  const candidates = (['gb18030', 'big5'] as const).map((encoding) => ({
    encoding,
    score: naturalness(bytes, encoding),
  }))
  const [best] = candidates.sort((a, b) => b.score - a.score)
  return best !== undefined && best.score > 0 ? best.encoding : 'utf-8'
}

/** A character that is cut at the end does not count: heads are cut anywhere, and fetchers cut too. */
function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
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

/** Units that are looked at. */
const SAMPLE_UNITS = 20_000

/** Share of the characters beyond ASCII that are common ones in Chinese texts; less for each that does not decode. */
function naturalness(bytes: Uint8Array, encoding: 'gb18030' | 'big5'): number {
  const text = new TextDecoder(encoding).decode(bytes).slice(0, SAMPLE_UNITS)
  let [common, broken, beyond] = [0, 0, 0]
  for (const character of text) {
    if (character <= '\x7f') continue
    beyond++
    if (character === '\uFFFD') broken++
    if (COMMON.has(character)) common++
  }
  return beyond === 0 ? 0 : (common - broken * 5) / beyond
}
