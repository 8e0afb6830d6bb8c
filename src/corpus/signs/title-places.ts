/** Finds the lines that are a page's title: the fetcher's heading, the site's own, sometimes a bread crumb. */

import { diceCoefficient, unitPairs } from '../../similarity.ts'
import type { PageLine } from '../markdown/page-lines.ts'
import { isLetterOrDigit } from '../repair/written-characters.ts'

/** Sites add their name to a title, or their page's number: so many more letters still are the title. */
const ADDED_UNITS = 16
/** Shorter titles come back in lines that are something else. */
const SHORTEST = 4

/** Places of the lines that are the title, ascending. */
export function titlePlaces(lines: readonly PageLine[], title: string): readonly number[] {
  const wanted = lettersOf(title)
  if (wanted.length < SHORTEST) return lines[0]?.kind === 'heading' ? [0] : []
  const longest = title.length * 2 + ADDED_UNITS
  const isAlike = likenessTo(wanted)
  const places: number[] = []
  for (let place = 0; place < lines.length; place++) {
    const { text = '', kind = 'code' } = lines[place] ?? {}
    if (kind === 'code' || text.length > longest || text.length * 2 < wanted.length) continue
    if (beginsWith(text, wanted) || (kind === 'heading' && isAlike(text))) places.push(place)
  }
  return places
}

/** Says whether the text's letters begin with these and little comes after them; most lines fail at their first letter. */
function beginsWith(text: string, wanted: string): boolean {
  let matched = 0
  let at = 0
  for (; at < text.length && matched < wanted.length; at++) {
    const unit = text.charCodeAt(at)
    if (isSameLetter(unit, wanted.charCodeAt(matched))) matched++
    else if (isLetterOrDigit(unit) || isSurrogate(unit)) break
  }
  if (matched === wanted.length) return lettersOf(text.slice(at)).length <= ADDED_UNITS
  // Seldom: letters that change their length in lower case or take two units, and entities.
  if (!/[&\ud800-\udfff\u0130]/.test(text)) return false
  const letters = lettersOf(text)
  return letters.startsWith(wanted) && letters.length <= wanted.length + ADDED_UNITS
}

/** Chinese and Japanese: neither upper nor lower case. */
const [FIRST_CASELESS, LAST_CASELESS] = [0x2e80, 0xa63f]

/** @param lower a unit in lower case */
function isSameLetter(unit: number, lower: number): boolean {
  if (unit === lower) return true
  if (unit < 0x80) return unit >= 0x41 && unit <= 0x5a && (unit | 0x20) === lower
  if (unit >= FIRST_CASELESS && unit <= LAST_CASELESS) return false
  return String.fromCharCode(unit).toLowerCase() === String.fromCharCode(lower)
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff
}

/** A heading with so many of the title's pairs of letters is the title in other words: feeds add to titles and shorten them. */
const LIKENESS = 0.8

/** Pairs of letters are marked under so many numbers: what is not marked is no pair of the title. */
const MARKS = 4096
const marks = new Uint8Array(MARKS)

function likenessTo(wanted: string): (text: string) => boolean {
  let marked = 0
  let pairs: ReadonlySet<number> | undefined
  return (text) => {
    const letters = lettersOf(text)
    marked ||= markPairs(wanted)
    // A text with fewer than two thirds of the title's pairs is not alike, whatever else it has.
    if (countMarked(letters) * 3 < marked * 2) return false
    pairs ??= unitPairs(wanted)
    return diceCoefficient(unitPairs(letters), pairs) >= LIKENESS
  }
}

/** Returns how many marks: no more than there are different pairs. */
function markPairs(letters: string): number {
  let marked = 0
  marks.fill(0)
  for (let at = 0; at + 2 <= letters.length; at++) {
    const mark = markOf(letters, at)
    if (marks[mark] === 0) marked++
    marks[mark] = 1
  }
  return marked
}

function countMarked(letters: string): number {
  let count = 0
  for (let at = 0; at + 2 <= letters.length; at++) count += marks[markOf(letters, at)] ?? 0
  return count
}

function markOf(letters: string, at: number): number {
  return (letters.charCodeAt(at) * 31 + letters.charCodeAt(at + 1)) % MARKS
}

const NO_LETTER = /[^\p{L}\p{N}]+/gu

/** Feeds write them into titles, pages do not. */
const ENTITY = /&(?:#\d{1,6}|#x[\da-f]{1,5}|[a-z]{2,8});/gi

function lettersOf(text: string): string {
  const plain = text.includes('&') ? text.replace(ENTITY, '') : text
  return plain.toLowerCase().replace(NO_LETTER, '')
}
