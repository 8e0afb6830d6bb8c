/**
 * Clusters: a base character with the marks, conjoining jamo and invisible characters after it. Normalising works
 * cluster by cluster, since NFKC, lower case and Simplified characters never reach further.
 */

import { SIMPLIFIED, TRADITIONAL } from './simplified-table.ts'

/** Zero-width characters, bidi controls, soft hyphens, variation selectors: nobody sees them, nobody types them. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu
const STARTS_INVISIBLE = /^\p{Default_Ignorable_Code_Point}/u
/** What NFKC may join with the character before it: marks, jamo vowels and finals, one Kirat Rai letter. */
const STARTS_JOINING = /^[\p{M}\u1160-\u11FF\u{16D67}]/u
/** Whitespace except the line feed; U+0085 is one that `\s` does not know. */
const SPACES = /[^\S\n]|\u0085/gu
const LONE_SURROGATE = /\p{Surrogate}/gu

/** Clusters met so far; emptied when full, so that no text makes it grow without end. */
const FOLDED = new Map<string, string>()
const MAXIMUM_FOLDED = 10_000
const MAXIMUM_KEPT = 8
/** More than any character becomes by NFKC (18), and than Unicode's stream-safe texts have marks on a letter (30). */
const MAXIMUM_CHARACTERS = 32

/** What word processors put for keys of the keyboard, and NFKC keeps: the hyphen of gpt‐4, the apostrophe of don’t. */
const KEYBOARD_TWINS: readonly (readonly [string, string])[] = [
  ['\u2010', '-'],
  ['\u2019', "'"],
]

/** joinsPrevious by unit of the basic plane, 0 until it is first asked. */
const JOINS = new Uint8Array(0x10000)
const NO = 1
const YES = 2

/** What characters become: most are a unit for a unit. */
interface Replacements {
  /** By unit; 0: it stays, LONG: it becomes two. */
  readonly units: Uint16Array
  /** Those of which one side is not a single unit. */
  readonly others: ReadonlyMap<string, string>
}

/** No character has this unit. */
export const LONG = 0xffff

let replacements: Replacements | undefined

/** Does the character at this offset belong to the cluster before it? */
export function joinsPrevious(text: string, index: number): boolean {
  const code = text.charCodeAt(index)
  if ((code & 0xf800) === 0xd800) return computeJoins(characterAt(text, index))
  if (JOINS[code] === 0) JOINS[code] = computeJoins(String.fromCharCode(code)) ? YES : NO
  return JOINS[code] === YES
}

/**
 * Common characters that join nothing, nor is anything of them invisible or a space that becomes another: ASCII, Han and the signs of Chinese texts.
 * A first search that meets no others compiles none of the patterns, each of which takes it 0.1 to 0.3 ms.
 */
function isPlain(unit: number): boolean {
  if (unit >= 0x4e00) return unit <= 0x9fff || (unit >= 0xff01 && unit <= 0xff5e)
  if (unit <= 0x7e) return unit >= 0x20
  return (unit >= 0x2010 && unit <= 0x2027) || (unit >= 0x3001 && unit <= 0x3029) || unit === 0xb7
}

function computeJoins(character: string): boolean {
  if (isPlain(character.charCodeAt(0))) return false
  return STARTS_INVISIBLE.test(character) || STARTS_JOINING.test(character.normalize('NFKC'))
}

/** Where the cluster ends whose character at `index` is one of. */
export function clusterEnd(text: string, index: number): number {
  let end = index + characterAt(text, index).length
  while (end < text.length && mayJoin(text.charCodeAt(end)) && joinsPrevious(text, end)) {
    end += characterAt(text, end).length
  }
  return end
}

/** What a cluster becomes: '㎡' is 'm2', '書' is '书', 'É' in two characters is 'é' in one. */
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
  if (cluster.length === 1 && isPlain(cluster.charCodeAt(0))) return foldVisible(cluster)
  const visible = bounded(cluster.replace(INVISIBLE, '')).replace(LONE_SURROGATE, '\uFFFD')
  return bounded(foldVisible(visible).replace(SPACES, ' '))
}

function foldVisible(cluster: string): string {
  let folded = ''
  for (const character of cluster.normalize('NFKC')) {
    // By character: a sigma at a word's end is a sigma like any other.
    const lower = character.toLowerCase()
    folded += simplifiedOf(lower)
  }
  return folded.normalize('NFKC')
}

/** A character's Simplified form, itself where it has none. */
function simplifiedOf(character: string): string {
  replacements ??= readReplacements()
  const unit = character.length === 1 ? (replacements.units[character.charCodeAt(0)] ?? 0) : LONG
  if (unit === LONG) return replacements.others.get(character) ?? character
  return unit === 0 ? character : String.fromCharCode(unit)
}

/** The same of a unit that is a character; LONG for what becomes two units. */
export function simplifiedUnit(unit: number): number {
  replacements ??= readReplacements()
  return replacements.units[unit] || unit
}

/** Text that heaps marks on a letter loses those too many to see; NFKC takes time by their number squared. */
function bounded(cluster: string): string {
  if (cluster.length <= MAXIMUM_CHARACTERS) return cluster
  return [...cluster.slice(0, 2 * MAXIMUM_CHARACTERS)].slice(0, MAXIMUM_CHARACTERS).join('')
}

/** A quick no for the commonest neighbours: ASCII and Han. */
function mayJoin(unit: number): boolean {
  return unit >= 0xad && (unit < 0x3400 || unit > 0x9fff)
}

function characterAt(text: string, index: number): string {
  const codePoint = text.codePointAt(index)
  return codePoint === undefined ? '' : String.fromCodePoint(codePoint)
}

/** Unit by unit: as arrays and a map of all characters it would be a tenth of what a search from a cold start allocates. */
function readReplacements(): Replacements {
  const units = new Uint16Array(0x10000)
  const others = new Map<string, string>()
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

/** Of the character there. */
function unitsAt(text: string, at: number): number {
  return (text.charCodeAt(at) & 0xfc00) === 0xd800 ? 2 : 1
}
