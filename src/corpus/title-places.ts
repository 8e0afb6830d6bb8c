/** Where a page says its title: the fetcher's heading, the site's own, sometimes a bread crumb. */

import type { PageLine } from './page-lines.ts'

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
  for (const [place, { text, kind }] of lines.entries()) {
    if (kind === 'code' || text.length > longest || text.length * 2 < wanted.length) continue
    if (beginsWith(text, wanted) || (kind === 'heading' && isAlike(text))) places.push(place)
  }
  return places
}

/** Whether the text's letters begin with these and little comes after them; most lines fail at their first letter. */
function beginsWith(text: string, wanted: string): boolean {
  let matched = 0
  let at = 0
  for (; at < text.length && matched < wanted.length; at++) {
    const unit = text[at] ?? ''
    if (unit === wanted[matched] || unit.toLowerCase() === wanted[matched]) matched++
    else if (LETTER.test(unit) || isSurrogate(text.charCodeAt(at))) break
  }
  if (matched === wanted.length) return lettersOf(text.slice(at)).length <= ADDED_UNITS
  // Seldom: letters that change their length in lower case or take two units, and entities.
  if (!/[&\ud800-\udfff\u0130]/.test(text)) return false
  const letters = lettersOf(text)
  return letters.startsWith(wanted) && letters.length <= wanted.length + ADDED_UNITS
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff
}

/** A heading with so many of the title's pairs of letters is the title in other words: feeds add to titles and shorten them. */
const LIKENESS = 0.8

function likenessTo(wanted: string): (text: string) => boolean {
  let pairs: ReadonlySet<number> | undefined
  return (text) => {
    const letters = lettersOf(text)
    pairs ??= pairsOf(wanted)
    // With so few pairs, all of them in common are not enough.
    const most = letters.length - 1
    if (2 * most < LIKENESS * (most + pairs.size)) return false
    return likeness(pairsOf(letters), pairs) >= LIKENESS
  }
}

/** Dice's coefficient: twice what two sets have in common, of both. */
function likeness(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let common = 0
  for (const pair of a) if (b.has(pair)) common++
  return (2 * common) / Math.max(1, a.size + b.size)
}

/** Each pair of neighbouring units as one number. */
function pairsOf(letters: string): ReadonlySet<number> {
  const pairs = new Set<number>()
  for (let at = 0; at + 2 <= letters.length; at++)
    pairs.add((letters.charCodeAt(at) << 16) | letters.charCodeAt(at + 1))
  return pairs
}

const LETTER = /[\p{L}\p{N}]/u
const NO_LETTER = /[^\p{L}\p{N}]+/gu

/** Feeds write them into titles, pages do not. */
const ENTITY = /&(?:#\d{1,6}|#x[\da-f]{1,5}|[a-z]{2,8});/gi

function lettersOf(text: string): string {
  const plain = text.includes('&') ? text.replace(ENTITY, '') : text
  return plain.toLowerCase().replace(NO_LETTER, '')
}
