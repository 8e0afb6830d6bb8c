/**
 * Finds where a quotation ends, in time that grows with the query's length however many marks stay open. Input methods
 * open and close curly marks in turn, so one slip turns all that follow round; mixed pairs are therefore pairs too.
 */

/** Maps an opening mark to groups of closing ones; a later group counts only when no mark of an earlier one follows. */
const CLOSERS: ReadonlyMap<string, readonly string[]> = new Map([
  ['"', ['"＂', '”']],
  ['＂', ['"＂', '”']],
  ['“', ['”', '"＂“']],
  ['」', []],
  ['』', []],
  ['「', ['」']],
  ['『', ['』']],
])
/** A ” opens a quotation only at the beginning of a word; elsewhere it is a closing mark too many. */
const TURNED_CLOSERS = ['“”"＂']

/** Returns the offset of the mark that closes the quotation opened at `open`, or -1. */
export type FindClosing = (open: number, beginsWord: boolean) => number

export function closingFinder(text: string): FindClosing {
  const found = new Map<string, number>()
  /** Finds the next place of a mark, which stays known until it is passed. */
  const nextOf = (mark: string, from: number): number => {
    const known = found.get(mark)
    if (known !== undefined && known >= from) return known
    const index = text.indexOf(mark, from)
    const next = index < 0 ? Number.POSITIVE_INFINITY : index
    found.set(mark, next)
    return next
  }
  return (open, beginsWord) => {
    const turned = beginsWord ? TURNED_CLOSERS : []
    for (const marks of CLOSERS.get(text[open] ?? '') ?? turned) {
      const closing = Math.min(...Array.from(marks, (mark) => nextOf(mark, open + 1)))
      if (closing < text.length) return closing
    }
    return -1
  }
}

const PAIRS = [
  ['"', '"', /["＂]/],
  ['「', '」', /」/],
  ['『', '』', /』/],
] as const

/** Puts a text into marks that it does not close itself; any text that stood in marks fits into some. */
export function quoted(text: string): string {
  const [open, close] = PAIRS.find(([, , closer]) => !closer.test(text)) ?? ['“', '”']
  return open + text + close
}
