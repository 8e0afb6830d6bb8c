/**
 * Normalises clusters: a base character with the marks, conjoining jamo and invisible characters after it. NFKC, lower case and
 * Simplified characters never reach beyond one.
 */

import { ORDINARY, RADICALS } from './radicals.ts'
import { SIMPLIFIED, TRADITIONAL } from './simplified-table.ts'

/** Matches characters that are neither seen nor typed: zero-width ones, bidi controls, soft hyphens, variation selectors. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu
const STARTS_INVISIBLE = /^\p{Default_Ignorable_Code_Point}/u
/** Matches characters that NFKC may join with the one before: marks, jamo vowels and finals, one Kirat Rai letter. */
const STARTS_JOINING = /^[\p{M}\u1160-\u11FF\u{16D67}]/u
/** Matches whitespace except the line feed; `\s` does not know U+0085. */
const SPACES = /[^\S\n]|\u0085/gu
const LONE_SURROGATE = /\p{Surrogate}/gu

/** Clusters met so far. The map is emptied when it is full, so that no text makes it grow without end. */
const FOLDED = new Map<string, string>()
const MAXIMUM_FOLDED = 10_000
const MAXIMUM_KEPT = 8
/** More than any character becomes by NFKC (18), and than Unicode's stream-safe texts have marks on a letter (30). */
const MAXIMUM_CHARACTERS = 32

/** Signs that word processors put for keys of the keyboard, and NFKC keeps: the hyphen of gpt‐4, the apostrophe of don’t. */
const KEYBOARD_TWINS: readonly (readonly [string, string])[] = [
  ['\u2010', '-'],
  ['\u2019', "'"],
]

/** joinsPrevious by unit of the basic plane, 0 until it is first asked. */
const JOINS = new Uint8Array(0x10000)
const NO = 1
const YES = 2

/** The Simplified forms of characters, most of which are a unit for a unit. */
interface Replacements {
  /** The form by unit; 0 where the unit stays, LONG where it becomes two. */
  readonly units: Uint16Array
  /** Forms where one side is not a single unit. */
  readonly others: ReadonlyMap<string, string>
}

/** No character has this unit. */
export const LONG = 0xffff

let replacements: Replacements | undefined

/** Says whether the character at this offset belongs to the cluster before it. */
export function joinsPrevious(text: string, index: number): boolean {
  const code = text.charCodeAt(index)
  if ((code & 0xf800) === 0xd800) return computeJoins(characterAt(text, index))
  if (JOINS[code] === 0) JOINS[code] = computeJoins(String.fromCharCode(code)) ? YES : NO
  return JOINS[code] === YES
}

/**
 * Says whether a character is a common one that joins nothing, is visible, and is no space that becomes another: ASCII, Han and the
 * signs of Chinese texts. They are spared the patterns, which are slow to compile.
 */
function isCommon(unit: number): boolean {
  if (unit >= 0x4e00) return unit <= 0x9fff || (unit >= 0xff01 && unit <= 0xff5e)
  if (unit <= 0x7e) return unit >= 0x20
  return (unit >= 0x2010 && unit <= 0x2027) || (unit >= 0x3001 && unit <= 0x3029) || unit === 0xb7
}

function computeJoins(character: string): boolean {
  if (isCommon(character.charCodeAt(0))) return false
  return STARTS_INVISIBLE.test(character) || STARTS_JOINING.test(character.normalize('NFKC'))
}

/** Returns the end of the cluster that the character at `index` is part of. */
export function clusterEnd(text: string, index: number): number {
  let end = index + characterAt(text, index).length
  while (end < text.length && mayJoin(text.charCodeAt(end)) && joinsPrevious(text, end)) {
    end += characterAt(text, end).length
  }
  return end
}

/** Normalises a cluster: '㎡' to 'm2', '書' to '书', 'É' in two characters to 'é' in one. */
export function foldCluster(cluster: string): string {
  const known = FOLDED.get(cluster)
  if (known !== undefined) return known
  const folded = fold(cluster)
  if (FOLDED.size >= MAXIMUM_FOLDED) FOLDED.clear()
  // Longer slices keep the text alive that they were cut from.
  if (cluster.length <= MAXIMUM_KEPT) FOLDED.set(cluster, folded)
  return folded
}

function fold(cluster: string): string {
  if (cluster.length === 1 && isCommon(cluster.charCodeAt(0))) return foldVisible(cluster)
  const visible = bounded(cluster.replace(INVISIBLE, '')).replace(LONE_SURROGATE, '\uFFFD')
  return bounded(foldVisible(visible).replace(SPACES, ' '))
}

function foldVisible(cluster: string): string {
  let folded = ''
  for (const character of cluster.normalize('NFKC')) {
    // Characters are lowered one by one: a sigma at a word's end is a sigma like any other.
    const lower = character.toLowerCase()
    folded += simplifiedOf(lower)
  }
  return folded.normalize('NFKC')
}

/** Returns a character's Simplified form, or the character where it has none. */
function simplifiedOf(character: string): string {
  replacements ??= readReplacements()
  const unit = character.length === 1 ? (replacements.units[character.charCodeAt(0)] ?? 0) : LONG
  if (unit === LONG) return replacements.others.get(character) ?? character
  return unit === 0 ? character : String.fromCharCode(unit)
}

/** Does the same for a unit that is a character. Returns LONG where it becomes two units. */
export function simplifiedUnit(unit: number): number {
  replacements ??= readReplacements()
  return replacements.units[unit] || unit
}

/** Text that heaps marks on a letter loses those too many to see; NFKC takes time by their number squared. */
function bounded(cluster: string): string {
  if (cluster.length <= MAXIMUM_CHARACTERS) return cluster
  return [...cluster.slice(0, 2 * MAXIMUM_CHARACTERS)].slice(0, MAXIMUM_CHARACTERS).join('')
}

/** Spares the commonest neighbours, ASCII and Han, a closer look. */
function mayJoin(unit: number): boolean {
  return unit >= 0xad && (unit < 0x3400 || unit > 0x9fff)
}

function characterAt(text: string, index: number): string {
  const codePoint = text.codePointAt(index)
  return codePoint === undefined ? '' : String.fromCodePoint(codePoint)
}

/** Builds the table unit by unit, without arrays and a map of all characters, which would take more memory than a search. */
function readReplacements(): Replacements {
  const units = new Uint16Array(0x10000)
  const others = new Map<string, string>()
  for (let at = 0; at < RADICALS.length; at++)
    units[RADICALS.charCodeAt(at)] = ORDINARY.charCodeAt(at)
  for (const [from, to] of KEYBOARD_TWINS) units[from.charCodeAt(0)] = to.charCodeAt(0)
  for (let from = 0, to = 0; from < TRADITIONAL.length; ) {
    const fromEnd = from + unitsAt(TRADITIONAL, from)
    const toEnd = to + unitsAt(SIMPLIFIED, to)
    const unit = TRADITIONAL.charCodeAt(from)
    if (fromEnd - from + toEnd - to === 2) units[unit] = SIMPLIFIED.charCodeAt(to)
    else {
      others.set(TRADITIONAL.slice(from, fromEnd), SIMPLIFIED.slice(to, toEnd))
      if (fromEnd - from === 1) units[unit] = LONG
    }
    from = fromEnd
    to = toEnd
  }
  return { units, others }
}

/** Returns the number of UTF-16 units of the character at a place. */
function unitsAt(text: string, at: number): number {
  return (text.charCodeAt(at) & 0xfc00) === 0xd800 ? 2 : 1
}
