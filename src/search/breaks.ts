/** Where a text may be cut so that the piece reads well: behind sentences, then behind clauses, then between words. */

import { joinsPrevious } from '../text/cluster.ts'
import { isWide } from '../text/wide.ts'
import { isSecondHalf } from './marks.ts'

/** How good a place is to cut, from 'inside a character' up. */
export const CUT = { never: 0, word: 1, between: 2, clause: 3, sentence: 4 } as const
export type Cut = (typeof CUT)[keyof typeof CUT]

const SENTENCE_ENDS = new Set('。！？；…｡')
const CLAUSE_ENDS = new Set('，、：､')
/** Ends only before a space or a wide character: 3.14, node.js, 10:30. */
const LATIN_SENTENCE_ENDS = new Set('.!?;')
const LATIN_CLAUSE_ENDS = new Set(',:')
/** Nothing begins with one of these. */
const CLOSING = new Set('”’」』】）》〉〕］｝")]}\'%％·～—–-')
/** Nothing ends with one of these. */
const OPENING = new Set('“‘「『【（《〈〔［｛([{')
const ZERO_WIDTH_JOINER = 0x200d
/** How far before the range to begin, so that what stands before its first character is known. */
const LOOK_BACK = 8

/** `at(i)` for i in [start, end]: how well the text is cut before i. Linear in end - start. */
export function cutsIn(text: string, start: number, end: number): (index: number) => Cut {
  const cuts = new Uint8Array(end - start + 1)
  const state: State = { pending: start === 0 ? CUT.sentence : CUT.never, latin: CUT.never }
  for (let index = Math.max(0, start - LOOK_BACK); index <= end; index++) {
    const cut = index < text.length ? cutBefore(text, index, state) : CUT.sentence
    if (index >= start) cuts[index - start] = cut
  }
  return (index) => (cuts[index - start] ?? CUT.never) as Cut
}

interface State {
  /** How well the text is cut before the next character that can begin a piece. */
  pending: Cut
  /** The same, if a space or a wide character follows. */
  latin: Cut
}

function cutBefore(text: string, index: number, state: State): Cut {
  if (isInsideCharacter(text, index)) return CUT.never
  const character = text.charAt(index)
  const unit = text.charCodeAt(index)
  const space = /\s/.test(character)
  if (space || isWide(unit)) raise(state, state.latin)
  if (space) {
    raise(state, character === '\n' ? CUT.sentence : CUT.between)
    return CUT.never
  }
  if (endsSomething(character, state)) return CUT.never
  const cut = Math.max(state.pending, cutByNeighbours(text, index)) as Cut
  state.pending = CUT.never
  state.latin = CUT.never
  return cut
}

function raise(state: State, cut: Cut): void {
  if (cut > state.pending) state.pending = cut
  state.latin = CUT.never
}

/** Notes what the character ends. */
function endsSomething(character: string, state: State): boolean {
  if (SENTENCE_ENDS.has(character)) raise(state, CUT.sentence)
  else if (CLAUSE_ENDS.has(character)) raise(state, CUT.clause)
  else if (LATIN_SENTENCE_ENDS.has(character)) state.latin = CUT.sentence
  else if (LATIN_CLAUSE_ENDS.has(character)) state.latin = CUT.clause
  else return CLOSING.has(character)
  return true
}

function cutByNeighbours(text: string, index: number): Cut {
  if (index === 0) return CUT.sentence
  if (OPENING.has(text.charAt(index - 1))) return CUT.word
  const parted = isWide(text.charCodeAt(index)) || isWide(text.charCodeAt(index - 1))
  return parted ? CUT.between : CUT.word
}

function isInsideCharacter(text: string, index: number): boolean {
  if (index === 0) return false
  return (
    isSecondHalf(text, index) ||
    joinsPrevious(text, index) ||
    text.charCodeAt(index - 1) === ZERO_WIDTH_JOINER
  )
}
