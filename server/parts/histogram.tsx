/** Draws how many of the found articles each month has. Each bar links to its month, and no script is needed. */

import type { FacetCount, Facets } from '../../src/search/answers/result.ts'
import type { Messages } from '../messages/messages.ts'
import { linkToSearch } from '../parameters/addresses.ts'
import { addPeriod } from '../parameters/filter-links.ts'
import type { SearchState } from '../parameters/parameters.ts'
import { listBars } from '../text/month-facets.ts'

interface HistogramProps {
  readonly messages: Messages
  readonly state: SearchState
  readonly facets: Pick<Facets, 'months' | 'years'>
}

const height = 48
/** The width of a bar. The drawing is stretched to the column. */
const step = 10
/** A bar is never lower, so that a single article among thousands is seen. */
const lowest = 1.5

export function Histogram({ messages, state, facets }: HistogramProps) {
  const all = listBars(facets)
  if (all.length < 2) return null
  const most = Math.max(...all.map(({ articles }) => articles))
  return (
    <nav class="histogram" aria-label={messages.facets.time}>
      <svg viewBox={`0 0 ${all.length * step} ${height}`} preserveAspectRatio="none">
        <title>{messages.facets.time}</title>
        {all.map((bar, place) => (
          <Bar messages={messages} state={state} bar={bar} place={place} most={most} />
        ))}
      </svg>
      <p>
        <span>{all[0]?.value}</span>
        <span>{all.at(-1)?.value}</span>
      </p>
    </nav>
  )
}

interface BarProps extends Omit<HistogramProps, 'facets'> {
  readonly bar: FacetCount
  readonly place: number
  readonly most: number
}

/** The whole height can be clicked, so a low bar is as easy to hit as a high one. */
function Bar({ messages, state, bar: { value, articles }, place, most }: BarProps) {
  if (articles === 0) return null
  const tall = Math.max(lowest, (articles / most) * height)
  const label = messages.facets.bar(value, articles)
  return (
    <a href={linkToSearch(addPeriod(state, value))} aria-label={label}>
      <title>{label}</title>
      <rect class="hit-area" x={place * step} y={0} width={step} height={height} />
      <rect x={place * step + 1} y={height - tall} width={step - 2} height={tall} />
    </a>
  )
}
