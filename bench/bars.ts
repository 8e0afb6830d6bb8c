/** What was measured, beside the bar it has to stay under or reach. */

/** GB and MB are 10^9 and 10^6 bytes; '×' is a ratio; a share of 1 is all. */
export type Unit =
  | ''
  | 's'
  | 'ms'
  | 'GB'
  | 'MB'
  | 'MB/s'
  | '×'
  | '%'
  | 'share'
  | 'articles'
  | 'lines'

export interface Figure {
  readonly name: string
  /** Absent: could not be measured here; `note` says why. */
  readonly value: number | undefined
  readonly unit: Unit
  /** The bar: the most it may be. */
  readonly atMost?: number
  /** The bar: the least it may be. */
  readonly atLeast?: number
  readonly note?: string
}

const decimals: Readonly<Record<Unit, number>> = {
  '': 0,
  s: 2,
  ms: 2,
  GB: 2,
  MB: 1,
  'MB/s': 1,
  '×': 2,
  '%': 2,
  share: 4,
  articles: 0,
  lines: 0,
}

/** '1.24 s', '2.10×', 'not measured'. */
export function figureText({ value, unit }: Figure): string {
  return value === undefined ? 'not measured' : withUnit(value.toFixed(decimals[unit]), unit)
}

/** 'at most 90 s'; '' without a bar. */
export function barText({ atMost, atLeast, unit }: Figure): string {
  if (atMost !== undefined) return `at most ${withUnit(String(atMost), unit)}`
  return atLeast === undefined ? '' : `at least ${withUnit(String(atLeast), unit)}`
}

function withUnit(number: string, unit: Unit): string {
  if (unit === 'share' || unit === '') return number
  return unit === '×' ? `${number}×` : `${number} ${unit}`
}

/** A bar that could not be measured is not met. */
export function isShort({ value, atMost, atLeast }: Figure): boolean {
  if (atMost === undefined && atLeast === undefined) return false
  return !(value !== undefined && value <= (atMost ?? value) && value >= (atLeast ?? value))
}

export function verdictText(figure: Figure): string {
  if (figure.atMost === undefined && figure.atLeast === undefined) return ''
  return isShort(figure) ? 'SHORT' : 'met'
}

/** Writes the last line: 'all bars met', or which are not. */
export function closingLine(figures: readonly Figure[]): string {
  const short = figures
    .filter(isShort)
    .map((figure) => `${figure.name} (${figureText(figure)}, ${barText(figure)})`)
  return short.length === 0 ? 'all bars met' : `short of the bar: ${short.join(', ')}`
}
