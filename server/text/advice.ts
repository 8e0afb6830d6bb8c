/** Advises a reader who found nothing: each advice is the same search with one demand less. */

import { allOf, anyOf, demand } from '../../src/query/compose.ts'
import { localDay } from '../../src/query/days/dates.ts'
import { parse } from '../../src/query/parse.ts'
import { print } from '../../src/query/print.ts'
import type { QueryNode } from '../../src/query/query.ts'
import { hasSameFilters } from '../parameters/filter-links.ts'
import type { SearchState } from '../parameters/parameters.ts'

export type Demand = 'quotes' | 'exclusions' | 'prefixes' | 'source' | 'dates' | 'kind'

export interface Advice {
  readonly without: Demand
  readonly state: SearchState
}

/** The search for `"供应链 攻击" source:solidot` can do without its quotes, and without its source. */
export function listAdvice(state: SearchState): readonly Advice[] {
  const first = { ...state, page: 1 }
  const { source: _source, sourceIs: _sourceIs, ...anySource } = first
  const { status: _status, language: _language, ...anyKind } = first
  const { from: _from, to: _to, ...anyDate } = first
  const candidates: readonly Advice[] = [
    { without: 'quotes', state: rewriteQuery(first, dropQuotes) },
    { without: 'exclusions', state: rewriteQuery(first, dropKind('not')) },
    { without: 'source', state: rewriteQuery(anySource, dropKind('source')) },
    { without: 'kind', state: rewriteQuery(anyKind, (node) => [node]) },
    { without: 'dates', state: rewriteQuery(anyDate, dropKind('date')) },
    { without: 'prefixes', state: rewriteQuery(first, dropField) },
  ]
  return candidates.filter((advice) => asksSomethingElse(advice.state, state))
}

/** Returns the nodes that replace a node; an empty list removes it. */
type Change = (node: QueryNode) => readonly QueryNode[]

function rewriteQuery(state: SearchState, change: Change): SearchState {
  const query = parse(state.query, localDay(new Date()))
  const children = query.root.children
    .flatMap((child) => changeNode(child, change))
    .flatMap((child) => (child.kind === 'and' && !child.strict ? child.children : [child]))
  return { ...state, query: print({ ...query, root: { kind: 'and', children } }) }
}

/** Leaves excluded nodes alone, since they are not what kept the articles away. */
function changeNode(node: QueryNode, change: Change): readonly QueryNode[] {
  if (node.kind !== 'and' && node.kind !== 'or') return change(node)
  const children = node.children.flatMap((child) => changeNode(child, change))
  const changed = node.kind === 'or' ? anyOf(children) : allOf(children)
  return [node.kind === 'and' && node.strict ? demand(changed) : changed].filter(
    (one) => one !== undefined,
  )
}

function dropKind(kind: QueryNode['kind']): Change {
  return (node) => (node.kind === kind ? [] : [node])
}

function dropQuotes(node: QueryNode): readonly QueryNode[] {
  if (node.kind !== 'phrase') return [node]
  const { field } = node
  const texts = node.text.split(/\s+/).filter((text) => text !== '')
  const words = texts.map((text) => ({ kind: 'word', text, ...(field && { field }) }) as const)
  return words.length > 1 ? [{ kind: 'and', children: words }] : words
}

function dropField(node: QueryNode): readonly QueryNode[] {
  if (node.kind !== 'word' && node.kind !== 'phrase') return [node]
  return [{ kind: node.kind, text: node.text }]
}

function asksSomethingElse(advised: SearchState, state: SearchState): boolean {
  if (advised.query === '') return false
  const query = print(parse(state.query, localDay(new Date())))
  return advised.query !== query || !hasSameFilters(advised, state)
}
