/** Makes a query ready for matching and scoring: all bytes that these need are read here, once, so that they run without waiting. */

import type { Condition, QueryNode } from '../../query/query.ts'
import type { TextNode } from '../../query/text-nodes.ts'
import { normalizeText } from '../../text/normalize/normalize.ts'
import type { IndexView } from '../lists/index-view.ts'
import { findInRemovedLines } from '../literal/removed-lines.ts'
import { matchCondition } from './filters.ts'
import type { FilterPlan, Prepared } from './plan.ts'
import { limitPlan, type PlanLimits } from './plan-limits.ts'
import { planParts } from './plan-parts.ts'
import { planAdjacentWords } from './plan-phrase.ts'
import { planPrefix } from './plan-prefix.ts'
import { planPhrase, type TermRequest } from './plan-term.ts'
import { planWord } from './plan-words.ts'
import { andOf, joinPlanned, optional, orOf, type Planned, planned, required } from './planned.ts'

/**
 * Reads what the query needs. Throws SouwenError('index-damaged') where that is damaged.
 * @param filters conditions beside the query
 */
export async function prepare(
  view: IndexView,
  root: QueryNode,
  filters: readonly Condition[] = [],
): Promise<Prepared> {
  const { plan, ...asked } = await planNode({ view, limits: limitPlan(root) }, root, true)
  const filterPlans = await Promise.all(filters.map((filter) => planCondition(view, filter)))
  const isKeywords = areKeywords(root, asked.wordsInLongestRun)
  const wordsInLongestRun = isKeywords ? 0 : asked.wordsInLongestRun
  const words = [...new Map(asked.words.map((word) => [word.text, word])).values()]
  return {
    plan: andOf([...(plan.kind === 'and' ? plan.children : [plan]), ...filterPlans]),
    filters: filterPlans,
    needles: asked.needles,
    words,
    parts: await planParts(view, new Set(words.map(({ text }) => text))),
    phraseArticles: await planAdjacentWords(view, root, words),
    wordsInLongestRun,
    notices: asked.notices,
    isSentence: asked.hasSentence && wordsInLongestRun > 0 && hasBeside(root, ['word']),
  }
}

/** Tells whether a query is keywords, one of which may happen to be several words: there are at least as many of them as words in any. */
function areKeywords(root: QueryNode, wordsInLongestRun: number): boolean {
  if (root.kind !== 'and' || !hasBeside(root, ['word', 'phrase', 'prefix'])) return true
  return root.children.filter(({ kind }) => kind === 'word').length >= wordsInLongestRun
}

/** Tells whether a query is nodes of these kinds side by side, and conditions. */
function hasBeside(root: QueryNode, kinds: readonly QueryNode['kind'][]): boolean {
  return (
    root.kind === 'and' &&
    root.children.every((child) => kinds.includes(child.kind) || isCondition(child))
  )
}

const NO_CONDITIONS: ReadonlySet<QueryNode['kind']> = new Set([
  'and',
  'or',
  'not',
  'word',
  'phrase',
  'prefix',
])

function isCondition({ kind }: QueryNode): boolean {
  return !NO_CONDITIONS.has(kind)
}

interface PlanInput {
  readonly view: IndexView
  readonly limits: PlanLimits
}

/** @param wanted the query asks for the node and does not exclude it; only then its words are marked */
async function planNode(input: PlanInput, node: QueryNode, wanted: boolean): Promise<Planned> {
  switch (node.kind) {
    case 'and':
    case 'or': {
      const parts: Planned[] = []
      // One after the other, so that words stay in the order of the query and a score is always added up in the same order.
      for (const child of node.children) parts.push(await planNode(input, child, wanted))
      // Whoever writes +the asks for it.
      const asked = node.kind === 'and' && node.strict ? parts.map(required) : parts
      return joinPlanned(asked, (children) => ({ kind: node.kind, children }))
    }
    case 'not': {
      const excluded = await planNode(input, node.child, !wanted)
      return { ...excluded, plan: { kind: 'not', child: excluded.plan } }
    }
    case 'word':
    case 'phrase':
    case 'prefix':
      return planText(input, node, wanted)
    default:
      return planned(await planCondition(input.view, node))
  }
}

async function planCondition(view: IndexView, condition: Condition): Promise<FilterPlan> {
  return { kind: 'filter', sets: await matchCondition(view, condition) }
}

async function planText(
  { view, limits }: PlanInput,
  node: TextNode,
  wanted: boolean,
): Promise<Planned> {
  const request: TermRequest = {
    titleOnly: node.field === 'title',
    wanted,
    typed: node.text,
    expands: limits.expanded.has(node),
    onlyAsWords: limits.onlyAsWords,
  }
  const inArticle = await PLANNERS[node.kind](view, node.text, request)
  if (node.field !== 'page') return inArticle
  const text = normalizeText(node.text)
  const sets = await Promise.all(
    view.segments.map((segment) => findInRemovedLines(segment, text, STANDING[node.kind])),
  )
  const inPage = joinPlanned([required(inArticle), planned({ kind: 'filter', sets })], orOf)
  return inArticle.plan.kind === 'optional' ? optional(inPage) : inPage
}

const PLANNERS = { word: planWord, phrase: planPhrase, prefix: planPrefix } as const
const STANDING = { word: 'alone', phrase: 'anywhere', prefix: 'at a beginning' } as const
