/** Finds where a text may be cut so that the piece reads well: behind sentences, then behind clauses, then between words. */

import { clusterEnd, joinsPrevious } from '../../text/normalize/cluster.ts'
import { isWide } from '../../text/normalize/wide.ts'
import { isSecondHalf, isSpaceUnit } from '../literal/characters.ts'

/** Ranks places to cut by how well the pieces read: `never` is inside a character. */
export const CUT = { never: 0, word: 1, between: 2, clause: 3, sentence: 4 } as const
export type Cut = (typeof CUT)[keyof typeof CUT]

type Role =
  | 'sentence'
  | 'clause'
  /** Ends something only before a space or a wide character: not in 3.14, node.js, 10:30. */
  | 'latin-sentence'
  | 'latin-clause'
  /** Nothing begins with it. */
  | 'closing'
  /** Nothing ends with it. */
  | 'opening'

const ROLES: ReadonlyMap<string, Role> = new Map([
  ...roles('sentence', '。！？；…｡'),
  ...roles('clause', '，、：､'),
  ...roles('latin-sentence', '.!?;'),
  ...roles('latin-clause', ',:'),
  ...roles('closing', '”’」』】）》〉〕］｝")]}\'%％·～—–-'),
  ...roles('opening', '“‘「『【（《〈〔［｛([{'),
])
const ZERO_WIDTH_JOINER = 0x200d
const LINE_FEED = 0x0a
/** The walk begins so many UTF-16 units before the range, so that what stands before its first character is known. */
const LOOK_BACK = 8

/** Returns a function that tells, for i in [start, end], how well the text is cut before i. Linear in end - start. */
export function findCuts(text: string, start: number, end: number): (index: number) => Cut {
  const cuts = new Uint8Array(end - start + 1)
  const state: State = { pending: start === 0 ? CUT.sentence : CUT.never, latin: CUT.never }
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
}

function cutBefore(text: string, index: number, state: State): Cut {
  const unit = text.charCodeAt(index)
  const isSpace = isSpaceUnit(unit)
  if (isSpace || isWide(unit)) raise(state, state.latin)
  if (isSpace) {
    raise(state, unit === LINE_FEED ? CUT.sentence : CUT.between)
    return CUT.never
  }
  const role = ROLES.get(text.charAt(index))
  if (role !== undefined && role !== 'opening') {
    noteEnd(role, state)
    return CUT.never
  }
  const cut = Math.max(state.pending, cutByNeighbours(text, index)) as Cut
  state.pending = CUT.never
  state.latin = CUT.never
  return cut
}

function noteEnd(role: Exclude<Role, 'opening'>, state: State): void {
  if (role === 'sentence') raise(state, CUT.sentence)
  if (role === 'clause') raise(state, CUT.clause)
  if (role === 'latin-sentence') state.latin = CUT.sentence
  if (role === 'latin-clause') state.latin = CUT.clause
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
  if (ROLES.get(text.charAt(index - 1)) === 'opening') return CUT.word
  return isWide(text.charCodeAt(index)) || isWide(before) ? CUT.between : CUT.word
}

/** Steps back to where a character begins, by at most LOOK_BACK units. */
function wholeCharacter(text: string, index: number): number {
  const first = Math.max(0, index - LOOK_BACK)
  let at = index
  while (at > first && (isSecondHalf(text, at) || joinsPrevious(text, at))) at--
  return at
}

function roles(role: Role, characters: string): readonly (readonly [string, Role])[] {
  return Array.from(characters, (character) => [character, role] as const)
}
