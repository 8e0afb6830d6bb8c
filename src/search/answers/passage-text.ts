/** Writes a snippet as a person reads it: … where a sentence is cut, and signs between lines and cells that stand in a row. */

import type { MarkedText, Snippet } from './result.ts'

/** A text in place of another, [start, end) in UTF-16 units. */
interface Replacement {
  readonly start: number
  readonly end: number
  readonly text: string
}

const ELLIPSIS = '…'
/** A line break, with the blanks and breaks around it, or the border between two cells. */
const BREAKS = /[^\S\n\t]*[\n\t]\s*/g
/** What stands before the first sign of a line: empty lines, and the line's indentation. */
const LINE_STARTS = /(?:^|\r?\n)(?:[^\S\n]*\n)*([^\S\n]*)(?=\S)/g
const SENTENCE_END = /[。！？!?.…：:；;，,]["”’」』）)\]]?$/

/** Writes it in one row: '甲\n乙' as '甲 · 乙', or as '甲。 乙' where the line ends as sentences do. */
export function formatPassage(snippet: Snippet): MarkedText {
  const { text } = snippet
  const breaks = Array.from(text.matchAll(BREAKS), ({ 0: found, index }): Replacement => {
    const isCell = found.includes('\t') && !found.includes('\n')
    const between = SENTENCE_END.test(text.slice(Math.max(0, index - 2), index)) ? ' ' : ' · '
    return { start: index, end: index + found.length, text: isCell ? ' | ' : between }
  })
  return replaceRanges(snippet, [...ellipsisBefore(snippet), ...breaks, ...ellipsisBehind(snippet)])
}

/** Writes it with its lines, but for empty ones, and without the blanks that all of them begin with. */
export function formatCode(snippet: Snippet): MarkedText {
  const { text } = snippet
  const starts = Array.from(text.matchAll(LINE_STARTS))
  const least = Math.min(...starts.map(([, indentation = '']) => indentation.length))
  const shortened = starts.map(({ 0: found, 1: indentation = '', index }): Replacement => {
    const end = index + found.length
    return { start: index, end, text: (index === 0 ? '' : '\n') + indentation.slice(least) }
  })
  return replaceRanges(snippet, [
    ...ellipsisBefore(snippet),
    ...shortened,
    ...ellipsisBehind(snippet),
  ])
}

/** Parts a text at its line breaks, and its marks with it. */
export function splitLines({ text, marks }: MarkedText): readonly MarkedText[] {
  let start = 0
  return text.split('\n').map((line) => {
    const from = start
    start += line.length + 1
    const here = marks
      .map(([first, end]) => [first - from, Math.min(end - from, line.length)] as const)
      .map(([first, end]) => [Math.max(0, first), end] as const)
      .filter(([first, end]) => first < end)
    return { text: line, marks: here }
  })
}

function ellipsisBefore({ cutBefore, text }: Snippet): readonly Replacement[] {
  return cutBefore && !text.startsWith(ELLIPSIS) ? [{ start: 0, end: 0, text: ELLIPSIS }] : []
}

function ellipsisBehind({ cutAfter, text }: Snippet): readonly Replacement[] {
  const end = text.length
  return cutAfter && !text.endsWith(ELLIPSIS) ? [{ start: end, end, text: ELLIPSIS }] : []
}

/** A replacement, and where it stands in what is written. */
interface Placed extends Replacement {
  readonly from: number
  readonly to: number
}

/** @param replacements in order and apart. What a mark has of a replaced text is marked no more. */
function replaceRanges(
  { text, marks }: MarkedText,
  replacements: readonly Replacement[],
): MarkedText {
  let [written, done] = ['', 0]
  const placed = replacements.map((replacement): Placed => {
    written += text.slice(done, replacement.start)
    done = replacement.end
    const from = written.length
    written += replacement.text
    return { ...replacement, from, to: written.length }
  })
  return {
    text: written + text.slice(done),
    marks: marks.map(([start, end]) => {
      const from = placeStart(placed, start)
      return [from, Math.max(from, placeEnd(placed, end))] as const
    }),
  }
}

function placeStart(placed: readonly Placed[], at: number): number {
  const before = placed.findLast(({ start }) => start <= at)
  return before === undefined ? at : before.to + Math.max(0, at - before.end)
}

function placeEnd(placed: readonly Placed[], at: number): number {
  const before = placed.findLast(({ start }) => start < at)
  if (before === undefined) return at
  return at < before.end ? before.from : before.to + at - before.end
}
