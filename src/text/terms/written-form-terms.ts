/** The terms of what a text means beside those of what it says: 1.2.3.4 for 1[.]2[.]3[.]4. Offsets are UTF-16 units. */

import type { VisitSpan } from './latin-run.ts'
import { findMeant, type Meant, withMeant } from './written-forms.ts'

export type VisitTerm = (term: string, start: number, end: number) => void

/** Calls `visit` for each term of letters and digits of a text. */
export type VisitNames = (text: string, visit: VisitSpan) => void

/** How far an address goes on to either side of a bracket. */
const REACH = 128
const STOPS = /[\s\u2e80-\u9fff]/

/** @param text normalised */
export function visitMeant(text: string, visitNames: VisitNames, visit: VisitTerm): void {
  const places = findMeant(text)
  for (const place of places) {
    if (place.kind === 'number') visit(place.meant, place.start, place.end)
    if (place.kind === 'date') visitDate(place, visit)
  }
  const brackets = places.filter(({ kind }) => kind === 'address')
  for (let next = 0; next < brackets.length; )
    next = visitAddress(text, brackets, next, visitNames, visit)
}

/** The day and its month. */
function visitDate({ start, end, meant }: Meant, visit: VisitTerm): void {
  visit(meant, start, end)
  const month = meant.slice(0, 7)
  if (month !== meant) visit(month, start, end)
}

/** The terms of an address with brackets in it that no other way of reading gives. Returns the first bracket behind it. */
function visitAddress(
  text: string,
  brackets: readonly Meant[],
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
  const address = withMeant(text.slice(from, to), inside)
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

/** Where in the text as written an offset of the text as meant lies. */
function writtenAt(places: readonly Meant[], meantOffset: number): number {
  let shift = 0
  for (const { start, end, meant } of places) {
    const meantStart = start - shift
    if (meantStart >= meantOffset) break
    if (meantOffset < meantStart + meant.length) return start
    shift += end - start - meant.length
  }
  return meantOffset + shift
}
