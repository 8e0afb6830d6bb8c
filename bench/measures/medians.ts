/** Makes one report of several runs: each figure is the median of its values, and so is a bar that was measured. */

import type { Figure } from '../bars.ts'
import { figureText } from '../bars.ts'
import type { Contender } from '../contenders/contender.ts'
import type { Report } from '../report.ts'
import { median } from '../statistics.ts'

/** @param reports of the same measurements, one at least */
export function medianReport(reports: readonly Report[]): Report {
  const [first] = reports
  if (first === undefined) throw new RangeError('no runs')
  if (reports.length === 1) return first
  const comparisons = reports.flatMap(({ comparison }) => comparison ?? [])
  return {
    subject: `${first.subject}; medians of ${reports.length} runs`,
    figures: medianFigures(reports.map(({ figures }) => figures)),
    comparison: first.comparison && {
      subject: first.comparison.subject,
      souwen: medianContender(comparisons.map(({ souwen }) => souwen)),
      miniSearch: medianContender(comparisons.map(({ miniSearch }) => miniSearch)),
    },
  }
}

function medianFigures(runs: readonly (readonly Figure[])[]): readonly Figure[] {
  return (runs[0] ?? []).map(({ name }) =>
    medianFigure(runs.flatMap((run) => run.find((figure) => figure.name === name) ?? [])),
  )
}

/** Takes the figures of one name. The note of the median says what each run had. */
function medianFigure(figures: readonly Figure[]): Figure {
  const [first] = figures
  if (first === undefined) throw new RangeError('no figure')
  const values = figures.flatMap(({ value }) => value ?? [])
  const bars = figures.flatMap(({ atMost }) => atMost ?? [])
  const each = figures.map(figureText).join(', ')
  return {
    ...first,
    value: values.length === 0 ? undefined : median(values),
    // Bars that were measured have no more digits than the figures.
    ...(bars.length > 0 && { atMost: Number(median(bars).toFixed(3)) }),
    note: first.note === undefined ? each : `${each}; ${first.note}`,
  }
}

function medianContender(contenders: readonly Contender[]): Contender {
  const of = (pick: (contender: Contender) => Figure) => medianFigure(contenders.map(pick))
  return {
    build: of(({ build }) => build),
    load: of(({ load }) => load),
    p50: of(({ p50 }) => p50),
    p95: of(({ p95 }) => p95),
    bytes: of(({ bytes }) => bytes),
  }
}
