/** Finds where a text may be cut so that the piece reads well: behind sentences, then behind clauses, then between words. */

import { clusterEnd, joinsPrevious } from '../../text/normalize/cluster.ts'
import { isWide } from '../../text/normalize/wide.ts'
import { isSecondHalf, isSpaceUnit } from '../literal/characters.ts'
import { goesOn, isCitation, isFullStop, isSoftBreak } from './sentence-ends.ts'
import { ROLE, type Role, roleAt } from './sign-roles.ts'

/** Ranks places to cut by how well the pieces read: `never` is inside a character. */
export const CUT = { never: 0, word: 1, between: 2, clause: 3, sentence: 4 } as const
export type Cut = (typeof CUT)[keyof typeof CUT]

const ZERO_WIDTH_JOINER = 0x200d
const LINE_FEED = 0x0a
/** The walk begins so many UTF-16 units before the range, so that what stands before its first character is known. */
const LOOK_BACK = 12

/** Returns a function that tells, for i in [start, end], how well the text is cut before i. Linear in end - start. */
export function findCuts(text: string, start: number, end: number): (index: number) => Cut {
  const cuts = new Uint8Array(end - start + 1)
  const pending = start === 0 ? CUT.sentence : CUT.never
  const state: State = { pending, latin: CUT.never, citationEnd: 0 }
  let index = wholeCharacter(text, Math.max(0, start - LOOK_BACK))
  while (index <= end && index < text.length) {
    const cut = cutBefore(text, index, state)
    if (index >= start) cuts[index - start] = cut
    index = clusterEnd(text, index)
  }
  if (end === text.length) cuts[end - start] = CUT.sentence
  return (at) => (cuts[at - start] ?? CUT.never) as Cut
}

interface State {
  /** How well the text is cut before the next character that can begin a piece. */
  pending: Cut
  /** The same, if a space or a wide character follows. */
  latin: Cut
  /** Where the reference [3] behind a sentence ends. */
  citationEnd: number
}

function cutBefore(text: string, index: number, state: State): Cut {
  const unit = text.charCodeAt(index)
  const isSpace = isSpaceUnit(unit)
  if (isSpace || isWide(unit)) raise(state, state.latin)
  if (isSpace) {
    const isBreak = unit === LINE_FEED && !isSoftBreak(text, index)
    raise(state, isBreak ? CUT.sentence : CUT.between)
    return CUT.never
  }
  if (isInCitation(text, index, state)) return CUT.never
  const role = roleAt(text, index)
  if (role !== ROLE.none && role !== ROLE.opening) {
    noteEnd(text, index, role, state)
    return CUT.never
  }
  return takeCut(text, index, state)
}

function isInCitation(text: string, index: number, state: State): boolean {
  const isAtEnd = state.latin === CUT.sentence || state.pending === CUT.sentence
  if (isAtEnd && !isSpaceUnit(text.charCodeAt(index - 1)))
    state.citationEnd = Math.max(state.citationEnd, isCitation(text, index))
  return index < state.citationEnd
}

/** Returns how well the text is cut before the character that begins a piece, and forgets what was noted for it. */
function takeCut(text: string, index: number, state: State): Cut {
  const noted = state.pending >= CUT.clause && goesOn(text, index) ? CUT.between : state.pending
  state.pending = CUT.never
  state.latin = CUT.never
  return Math.max(noted, cutByNeighbours(text, index)) as Cut
}

function noteEnd(text: string, index: number, role: Role, state: State): void {
  if (role === ROLE.sentence) raise(state, CUT.sentence)
  if (role === ROLE.clause) raise(state, CUT.clause)
  if (role === ROLE.latinSentence && isFullStop(text, index)) state.latin = CUT.sentence
  if (role === ROLE.latinClause) state.latin = CUT.clause
}

function raise(state: State, cut: Cut): void {
  if (cut > state.pending) state.pending = cut
  state.latin = CUT.never
}

function cutByNeighbours(text: string, index: number): Cut {
  if (index === 0) return CUT.sentence
  const before = text.charCodeAt(index - 1)
  // An emoji may be made of several: 👨‍👩‍👧.
  if (before === ZERO_WIDTH_JOINER) return CUT.never
  if (roleAt(text, index - 1) === ROLE.opening) return CUT.word
  return isWide(text.charCodeAt(index)) || isWide(before) ? CUT.between : CUT.word
}

/** Steps back to where a character begins, by at most LOOK_BACK units. */
function wholeCharacter(text: string, index: number): number {
  const first = Math.max(0, index - LOOK_BACK)
  let at = index
  while (at > first && (isSecondHalf(text, at) || joinsPrevious(text, at))) at--
  return at
}
