/**
 * Makes texts comparable: NFKC, lower case and Simplified characters, so that 「ＡＩ書籍」 and 「ai书籍」 are the same
 * words, with a way back to the original's offsets. All offsets are UTF-16 units.
 */

import { clusterEnd, foldCluster, joinsPrevious, LONG, simplifiedUnit } from './cluster.ts'

export interface NormalizedText {
  readonly text: string
  /**
   * `offsets[i]` is where in the original the cluster begins that unit i of `text` came from. There is one entry more than
   * `text` has units; the last is the original's length. A cluster that normalising leaves as it is keeps each unit's own
   * offset. The list is absent when every unit stands where it stood.
   */
  readonly offsets?: Uint32Array
}

/** Maps a UTF-16 unit to what it becomes by itself, or says that its neighbours count or that it is not known yet. */
const UNITS = new Uint16Array(0x10000)
const UNKNOWN = 0
const SLOW = 0xffff

/** Units decoded by one call; more arguments could overflow the stack. */
const CHUNK = 4096

let units = new Uint16Array(1 << 16)
let offsets = new Uint32Array(1 << 16)

/** Makes a text comparable, with the way back: `normalize('㎡ＡＢ')` is `'m2ab'` with the offsets 0 0 1 2 3. */
export function normalize(text: string): NormalizedText {
  const { length, changed, shifted } = fill(text)
  const normalized = changed ? decode(length) : text
  return shifted
    ? { text: normalized, offsets: offsets.slice(0, length + 1) }
    : { text: normalized }
}

/** Makes a text comparable, without the way back. */
export function normalizeText(text: string): string {
  const { length, changed } = fill(text)
  return changed ? decode(length) : text
}

/** Returns the range of the original, in whole clusters, that [start, end) of the normalised text came from. */
export function originalRange(
  normalized: NormalizedText,
  start: number,
  end: number,
): readonly [number, number] {
  const { offsets } = normalized
  if (offsets === undefined) return [start, end]
  let after = end
  if (end > start) while (offsets[after] === offsets[after - 1]) after++
  return [offsets[start] ?? 0, offsets[after] ?? 0]
}

interface Filled {
  readonly length: number
  readonly changed: boolean
  readonly shifted: boolean
}

/** Writes the normalised units to `units` and, from the first cluster that changes its length on, `offsets`. */
function fill(text: string): Filled {
  reserve(text.length)
  let [length, difference, shifted] = [0, 0, false]
  for (let index = 0; index < text.length; ) {
    const code = text.charCodeAt(index)
    const unit = UNITS[code] || unitOf(code)
    if (unit !== SLOW) {
      difference |= unit ^ code
      if (shifted) offsets[length] = index
      units[length++] = unit
      index++
      continue
    }
    // A mark belongs to what stands before it, which was taken for a cluster of its own.
    const start = index > 0 && joinsPrevious(text, index) ? index - 1 : index
    const end = clusterEnd(text, index)
    length -= index - start
    const cluster = text.slice(start, end)
    const folded = foldCluster(cluster)
    reserve(length + folded.length + text.length - end)
    if (folded !== cluster) {
      if (!shifted) countUp(length)
      shifted = true
      difference = 1
    }
    for (let at = 0; at < folded.length; at++) {
      if (shifted) offsets[length] = folded === cluster ? start + at : start
      units[length++] = folded.charCodeAt(at)
    }
    index = end
  }
  if (shifted) offsets[length] = text.length
  return { length, changed: difference !== 0, shifted }
}

function unitOf(code: number): number {
  const common = commonUnit(code)
  if (common !== UNKNOWN) {
    UNITS[code] = common
    return common
  }
  const unit = String.fromCharCode(code)
  const alone = (code & 0xf800) !== 0xd800 && !joinsPrevious(unit, 0)
  const folded = alone ? foldCluster(unit) : ''
  const result = folded.length === 1 ? folded.charCodeAt(0) : SLOW
  UNITS[code] = result === UNKNOWN ? SLOW : result
  return UNITS[code] ?? SLOW
}

/** Normalises ASCII, Han and their signs by tables alone, which spares thousands of characters the patterns. */
function commonUnit(code: number): number {
  if (code >= 0x4e00 && code <= 0x9fff) {
    const simplified = simplifiedUnit(code)
    return simplified === LONG ? SLOW : simplified
  }
  if (code >= 0x41 && code <= 0x5a) return code + 0x20
  if ((code >= 0x20 && code <= 0x7e) || code === LINE_FEED) return code
  if (code >= 0xff01 && code <= 0xff5e) return commonUnit(code - FULL_WIDTH)
  return COMMON_SIGNS.includes(String.fromCharCode(code)) ? code : UNKNOWN
}

const LINE_FEED = 0x0a
/** The distance from a sign of ASCII to its full-width twin. */
const FULL_WIDTH = 0xfee0
/** Signs that stay as they are. */
const COMMON_SIGNS = '、。“”‘《》「」『』【】〈〉〔〕—·'

/** Makes room for this many units and keeps what is written already. */
function reserve(length: number): void {
  if (length < units.length && length < offsets.length) return
  const [oldUnits, oldOffsets] = [units, offsets]
  units = new Uint16Array(length * 2 + CHUNK)
  offsets = new Uint32Array(length * 2 + CHUNK)
  units.set(oldUnits)
  offsets.set(oldOffsets)
}

/** Makes the first `length` offsets, for units that all stand where they stood. */
function countUp(length: number): void {
  for (let index = 0; index < length; index++) offsets[index] = index
}

function decode(length: number): string {
  let text = ''
  for (let start = 0; start < length; start += CHUNK) {
    const chunk = units.subarray(start, Math.min(start + CHUNK, length))
    // fromCharCode takes any array-like, its type only arrays.
    text += String.fromCharCode.apply(null, chunk as unknown as number[])
  }
  return text
}
