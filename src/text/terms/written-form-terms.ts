/** Adds the terms of canonical forms to those of a text: 1.2.3.4 for 1[.]2[.]3[.]4. Offsets are UTF-16 units. */

import type { VisitSpan } from './latin-run.ts'
import { findWrittenForms, replaceByCanonical, type WrittenForm } from './written-forms.ts'

export type VisitTerm = (term: string, start: number, end: number) => void

/** Calls `visit` for each term of letters and digits of a text. */
export type VisitNames = (text: string, visit: VisitSpan) => void

/** The most UTF-16 units of an address on either side of a bracket. */
const REACH = 128
const STOPS = /[\s\u2e80-\u9fff]/

/** @param text normalised */
export function visitCanonicalTerms(text: string, visitNames: VisitNames, visit: VisitTerm): void {
  const places = findWrittenForms(text)
  for (const place of places) {
    if (place.kind === 'number') visit(place.canonical, place.start, place.end)
    if (place.kind === 'date') visitDate(place, visit)
  }
  const brackets = places.filter(({ kind }) => kind === 'address')
  for (let next = 0; next < brackets.length; )
    next = visitAddress(text, brackets, next, visitNames, visit)
}

/** Visits the day and its month. */
function visitDate({ start, end, canonical }: WrittenForm, visit: VisitTerm): void {
  visit(canonical, start, end)
  const month = canonical.slice(0, 7)
  if (month !== canonical) visit(month, start, end)
}

/** Visits the terms that an address has only without its brackets. Returns the number of the first bracket behind it. */
function visitAddress(
  text: string,
  brackets: readonly WrittenForm[],
  first: number,
  visitNames: VisitNames,
  visit: VisitTerm,
): number {
  const [from, to] = addressAround(text, brackets[first]?.start ?? 0)
  let next = first + 1
  while ((brackets[next]?.end ?? Number.POSITIVE_INFINITY) <= to) next++
  const inside = brackets
    .slice(first, next)
    .map((place) => ({ ...place, start: place.start - from, end: place.end - from }))
  const address = replaceByCanonical(text.slice(from, to), inside)
  const visitSpan: VisitSpan = (start, end) => {
    const [written, writtenEnd] = [writtenAt(inside, start), writtenAt(inside, end)]
    const isNew = inside.some((place) => place.start >= written && place.end <= writtenEnd)
    if (isNew) visit(address.slice(start, end), from + written, from + writtenEnd)
  }
  visitNames(address, visitSpan)
  return next
}

function addressAround(text: string, place: number): readonly [number, number] {
  let [from, to] = [place, place]
  while (from > Math.max(0, place - REACH) && !STOPS.test(text.charAt(from - 1))) from--
  while (to < Math.min(text.length, place + REACH) && !STOPS.test(text.charAt(to))) to++
  return [from, to]
}

/** Maps an offset of the canonical text to the text as written. */
function writtenAt(places: readonly WrittenForm[], canonicalOffset: number): number {
  let shift = 0
  for (const { start, end, canonical } of places) {
    const canonicalStart = start - shift
    if (canonicalStart >= canonicalOffset) break
    if (canonicalOffset < canonicalStart + canonical.length) return start
    shift += end - start - canonical.length
  }
  return canonicalOffset + shift
}
