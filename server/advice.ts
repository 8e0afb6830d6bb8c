/** What to try when nothing was found: the same search with one demand less, as states that can be linked to. */

import type { SearchState } from './parameters.ts'

export type Demand = 'quotes' | 'exclusions' | 'prefixes' | 'source' | 'dates'

export interface Advice {
  readonly without: Demand
  readonly state: SearchState
}

/** `"供应链 攻击" source:solidot` can do without its quotes and without its source. */
export function adviceFor(state: SearchState): readonly Advice[] {
  const first = { ...state, page: 1 }
  const { source: _source, ...anySource } = first
  const { from: _from, to: _to, ...anyDate } = first
  const candidates: readonly Advice[] = [
    { without: 'quotes', state: rewrite(first, /["“”「」『』]/g, ' ') },
    { without: 'exclusions', state: rewrite(first, /(^|\s)-("[^"]*"?|\S+)/g, ' ') },
    { without: 'source', state: rewrite(anySource, /(^|\s)source:("[^"]*"?|\S+)/gi, ' ') },
    { without: 'dates', state: rewrite(anyDate, /(^|\s)date:\S+/gi, ' ') },
    { without: 'prefixes', state: rewrite(first, /(^|\s)title:/gi, ' ') },
  ]
  return candidates.filter((advice) => asksSomethingElse(advice.state, state))
}

function rewrite(state: SearchState, demand: RegExp, replacement: string): SearchState {
  return { ...state, query: tidy(state.query.replace(demand, replacement)) }
}

function tidy(query: string): string {
  return query.replace(/\s+/g, ' ').trim()
}

function asksSomethingElse(advised: SearchState, state: SearchState): boolean {
  if (advised.query === '') return false
  return (
    advised.query !== tidy(state.query) ||
    advised.source !== state.source ||
    advised.from !== state.from ||
    advised.to !== state.to
  )
}
