/** Tells what reads well as the first words of a passage, and what does not. All offsets are UTF-16 units. */

import { countColumns } from '../../text/columns.ts'
import type { Range } from '../literal/ranges.ts'
import type { Section } from './sections.ts'

/** So much of a place is looked at, on each side. */
const REACH = 160
/** A shorter line is a label or a menu, even with a full stop. */
const SENTENCE_COLUMNS = 24
const SENTENCE_END = /[。！？]|[^\sA-Z.][.!?](?:\s|$)/
const LONGEST_START = 120

/** An address, a hash or another long run of letters and digits, a rule drawn with signs, a reference, a line of a word or two. */
const BAD_STARTS: readonly RegExp[] = [
  /^(?:https?:\/\/|www\.)\S{16}/i,
  /^(?=[A-Za-z]*\d)[A-Za-z\d+/=_-]{24}/,
  /^[A-Za-z\d+/=_.%&?-]{48}/,
  /^[-=_*~#|+.·•─━═—][-=_*~#|+.·•─━═— \t]{2}/,
  /^\[\d{1,3}\]/,
  /^[^\n。！？!?]{0,15}[^\n。！？!?.]\n/,
]

/** Says whether a passage had better not begin here. */
export function beginsBadly(text: string, start: number): boolean {
  const first = text.slice(start, start + LONGEST_START)
  return BAD_STARTS.some((pattern) => pattern.test(first))
}

/** Says whether the line around a place is made of sentences. */
export function isProse(text: string, at: number, section: Section): boolean {
  if (section.isCode) return false
  const [start, end] = lineAround(text, at, section.range)
  const isShort =
    end - start < SENTENCE_COLUMNS && countColumns(text, start, end) < SENTENCE_COLUMNS
  if (isShort || !SENTENCE_END.test(text.slice(start, end))) return false
  return !beginsBadly(text, start)
}

/** Returns the line that holds a place, or as much of it as is near. */
function lineAround(text: string, at: number, [low, high]: Range): Range {
  const from = Math.max(low, at - REACH)
  const to = Math.min(high, at + REACH)
  const before = text.slice(from, at).lastIndexOf('\n')
  const behind = text.slice(at, to).indexOf('\n')
  return [from + before + 1, behind < 0 ? to : at + behind]
}
