/**
 * Pairs the signs of emphasis: *a*, **a**, _a_, ~~a~~, ==a==. Looser than CommonMark, whose rules leave the stars standing where
 * Chinese punctuation meets a word without a space: **“供应链”**攻击.
 */

/** A run of one sign, as it stands in the output. */
export interface DelimiterRun {
  readonly unit: number
  readonly start: number
  readonly length: number
  /** The units around it; a space at the text's ends. */
  readonly before: number
  readonly after: number
}

export interface Delimiters {
  /** Returns where the run begins that this one closes; undefined if it closes none, in which case it may be closed later. */
  meet(run: DelimiterRun): number | undefined
  /** Emphasis ends with its paragraph. */
  reset(): void
}

const UNDERSCORE = 0x5f
const TILDE = 0x7e
const EQUALS = 0x3d
/** Open runs that are remembered; deeper nesting is no emphasis. */
const MAXIMUM_OPEN = 16

export function emphasis(): Delimiters {
  let open: DelimiterRun[] = []

  function meet(run: DelimiterRun): number | undefined {
    if (run.length === 4 && open.some((other) => other.unit === run.unit && other.length === 2)) {
      // **供应链****攻击**: one word in bold ends where the next begins; the first run stays open.
      return run.start
    }
    if (run.length > 4 || (isDouble(run.unit) && run.length !== 2)) return undefined
    if (run.unit === UNDERSCORE && isWord(run.before) && isWord(run.after)) return undefined
    const place = closes(run) ? open.findLastIndex((other) => matches(other, run)) : -1
    if (place >= 0) {
      const opener = open[place]
      open = open.slice(0, place)
      return opener?.start
    }
    if (opens(run)) open.push(run)
    if (open.length > MAXIMUM_OPEN) open.shift()
    return undefined
  }

  return {
    meet,
    reset() {
      if (open.length > 0) open = []
    },
  }
}

function isDouble(unit: number): boolean {
  return unit === TILDE || unit === EQUALS
}

/** A comparison `a==b` is no highlight. */
function opens({ unit, before, after }: DelimiterRun): boolean {
  if (unit === EQUALS && (isWord(before) || isOperator(before))) return false
  return !isSpace(after)
}

function closes({ unit, before, after }: DelimiterRun): boolean {
  if (unit === EQUALS && isWord(after)) return false
  return !isSpace(before)
}

/** `!` `<` and `>`, as in `!==` and `<==`, and brackets and quotes that end an operand. */
function isOperator(unit: number): boolean {
  return OPERATORS.has(unit)
}

const OPERATORS = new Set([0x21, 0x22, 0x27, 0x29, 0x3c, 0x3e, 0x5d, 0x7d])

function matches(open: DelimiterRun, run: DelimiterRun): boolean {
  const empty = open.start + open.length === run.start
  return open.unit === run.unit && open.length === run.length && !empty
}

function isSpace(unit: number): boolean {
  return unit <= 0x20 || unit === 0xa0 || unit === 0x3000
}

/** ASCII letters and digits: snake_case is no emphasis. */
function isWord(unit: number): boolean {
  return (unit >= 0x30 && unit <= 0x39) || ((unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a)
}
