/** Finds where a passage around a core may begin and end. All offsets are UTF-16 units, all distances characters. */

import { isSecondHalf, isSpaceUnit } from '../literal/characters.ts'
import { CUT, type Cut } from './sentence-breaks.ts'

/** A place to begin or to end at. */
export interface PassageEdge {
  readonly at: number
  readonly cut: Cut
  /** Characters from the core. */
  readonly distance: number
}

/** Tells how well the text is cut before an offset. */
type CutBefore = (index: number) => Cut

/**
 * Lists the beginnings of sentences, of clauses and of the core, and the one place between words with the best lead-in.
 * @param wordDistance the longest lead-in that begins between words, in characters
 */
export function findStarts(
  text: string,
  low: number,
  coreStart: number,
  cutBefore: CutBefore,
  wordDistance: number,
): readonly PassageEdge[] {
  const edges: PassageEdge[] = []
  let word: PassageEdge | undefined
  let distance = 0
  for (let at = coreStart; at >= low; at--) {
    if (isSecondHalf(text, at)) continue
    const edge = { at, cut: cutBefore(at), distance }
    if (edge.cut >= CUT.clause || at === coreStart) edges.push(edge)
    else if (edge.cut >= (word?.cut ?? CUT.word) && distance <= wordDistance) word = edge
    distance++
  }
  return word === undefined ? edges : [...edges, word]
}

export interface Ends {
  /** The ends of sentences, of clauses and of the core. */
  readonly good: readonly PassageEdge[]
  /** Returns the last place between words where what follows begins no farther than so many characters from the core. */
  readonly word: (distance: number) => PassageEdge | undefined
}

export function findEnds(text: string, coreEnd: number, high: number, cutBefore: CutBefore): Ends {
  const good: PassageEdge[] = []
  const words: PassageEdge[] = []
  let [distance, seenDistance, seenEnd] = [0, 0, coreEnd]
  for (let at = coreEnd; at <= high; at++) {
    if (isSecondHalf(text, at)) continue
    // The spaces before the cut are left out.
    const edge = { at: seenEnd, cut: cutBefore(at), distance: seenDistance }
    if (edge.cut >= CUT.clause || at === coreEnd) good.push(edge)
    const last = words[distance - 1]
    words.push(last === undefined || isAsGood(edge, last) ? edge : last)
    distance++
    if (isSpaceUnit(text.charCodeAt(at))) continue
    seenEnd = at + (isSecondHalf(text, at + 1) ? 2 : 1)
    seenDistance = distance
  }
  return { good, word: (most) => words[Math.min(most, words.length - 1)] }
}

/** All places between words are alike, those behind a sentence, too. */
function isAsGood(edge: PassageEdge, other: PassageEdge): boolean {
  return edge.cut >= Math.min(other.cut, CUT.between)
}
