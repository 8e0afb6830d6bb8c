/** What was measured, beside the bar it has to stay under. */

/** GB and MB are 10^9 and 10^6 bytes; '×' is a ratio. */
export type Unit = 's' | 'ms' | 'GB' | 'MB' | 'MB/s' | '×' | 'articles'

export interface Figure {
  readonly name: string
  /** Absent: could not be measured here; `note` says why. */
  readonly value: number | undefined
  readonly unit: Unit
  /** The bar: the most it may be. */
  readonly atMost?: number
  readonly note?: string
}

const decimals: Readonly<Record<Unit, number>> = {
  s: 2,
  ms: 2,
  GB: 2,
  MB: 1,
  'MB/s': 1,
  '×': 2,
  articles: 0,
}

/** '1.24 s', '2.10×', 'not measured'. */
export function figureText({ value, unit }: Figure): string {
  return value === undefined ? 'not measured' : withUnit(value.toFixed(decimals[unit]), unit)
}

/** 'at most 90 s'; '' without a bar. */
export function barText({ atMost, unit }: Figure): string {
  return atMost === undefined ? '' : `at most ${withUnit(String(atMost), unit)}`
}

function withUnit(number: string, unit: Unit): string {
  return unit === '×' ? `${number}×` : `${number} ${unit}`
}

/** A bar that could not be measured is not met. */
export function isShort({ value, atMost }: Figure): boolean {
  return atMost !== undefined && !(value !== undefined && value <= atMost)
}

export function verdictText(figure: Figure): string {
  if (figure.atMost === undefined) return ''
  return isShort(figure) ? 'SHORT' : 'met'
}

/** The last line: 'all bars met', or which are not. */
export function closingLine(figures: readonly Figure[]): string {
  const short = figures
    .filter(isShort)
    .map((figure) => `${figure.name} (${figureText(figure)}, ${barText(figure)})`)
  return short.length === 0 ? 'all bars met' : `short of the bar: ${short.join(', ')}`
}
