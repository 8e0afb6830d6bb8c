/** The state that judging the lines of a page works on: the lines, how much running text each is, and the verdicts so far. */

import type { RemovalReason } from '../article.ts'
import type { PageLine } from '../markdown/page-lines.ts'
import { isAttribution, isByline } from '../signs/bylines.ts'
import { isChrome, proseUnits } from '../signs/line-signs.ts'
import { titlePlaces } from '../signs/title-places.ts'
import { type Furniture, OWN, type Recurrence } from './furniture.ts'

/** Part of the article, or why it is none. */
export type Verdict = 'kept' | Exclude<RemovalReason, 'failed'>

export interface Judgement {
  readonly lines: readonly PageLine[]
  /** Units of running text of each line; 0 for what comes back, for the title, and for what says who, when and whose. */
  readonly prose: readonly number[]
  /** The class of each line by how often it comes back on the site's pages. */
  readonly recurrences: readonly Recurrence[]
  /** True for a line that counts as one that comes back. */
  readonly repeats: readonly boolean[]
  /** Places of the lines that are the page's title, ascending. */
  readonly titles: readonly number[]
  readonly verdicts: Verdict[]
}

/** A page's lines with what they are whatever counts as repeated: a page without text is judged twice. */
export interface SeenPage {
  readonly lines: readonly PageLine[]
  readonly recurrences: readonly Recurrence[]
  readonly titles: readonly number[]
  /** Says whether the line comes back with other numbers in it: a form that each page fills in. */
  isFormAt(place: number): boolean
  /** See textUnits; found when first asked. */
  unitsAt(place: number): number
}

export function seePage(lines: readonly PageLine[], title: string, furniture: Furniture): SeenPage {
  const units: number[] = lines.map(() => UNKNOWN)
  function unitsAt(place: number): number {
    const known = units[place] ?? UNKNOWN
    const line = lines[place]
    if (known !== UNKNOWN || line === undefined) return known
    const found = textUnits(line)
    units[place] = found
    return found
  }
  const recurrences = lines.map(({ key }) => (key === 0 ? OWN : furniture.recurrenceOf(key)))
  return {
    lines,
    recurrences,
    titles: titlePlaces(lines, title),
    isFormAt: (place) => recurrences[place] !== OWN && furniture.isForm(lines[place]?.key ?? 0),
    unitsAt,
  }
}

const UNKNOWN = -1

export function openJudgement(page: SeenPage, repeats: readonly boolean[]): Judgement {
  const { lines, recurrences, titles, unitsAt } = page
  const prose = repeats.map((repeated, i) => (repeated ? 0 : unitsAt(i)))
  for (const place of titles) prose[place] = 0
  return {
    lines,
    prose,
    recurrences,
    repeats,
    titles,
    verdicts: lines.map(() => 'kept'),
  }
}

/** Units of running text of a line, whoever else has it. */
export function textUnits(line: PageLine): number {
  const units = proseUnits(line)
  return units > 0 && !isChrome(line) && !isByline(line) && !isAttribution(line) ? units : 0
}

/** The lines from `from` up to, not including, `to`, if nothing took them out before. */
export function mark({ verdicts }: Judgement, from: number, to: number, verdict: Verdict): void {
  for (let i = from; i < to; i++) if (verdicts[i] === 'kept') verdicts[i] = verdict
}

export function sum(values: readonly number[], from: number, to: number): number {
  let total = 0
  for (let i = from; i < to; i++) total += values[i] ?? 0
  return total
}

/** Places of the first and the last kept line of running text; -1 and -1 without one. */
export function textBounds({ prose, verdicts }: Judgement): {
  readonly first: number
  readonly last: number
} {
  const isText = (units: number, i: number) => units > 0 && verdicts[i] === 'kept'
  return { first: prose.findIndex(isText), last: prose.findLastIndex(isText) }
}
