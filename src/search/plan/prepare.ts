/** Makes a query ready for matching and scoring: all bytes that these need are read here, once, so that they run without waiting. */

import type { QueryNode } from '../../query/query.ts'
import type { TextNode } from '../../query/text-nodes.ts'
import { normalizeText } from '../../text/normalize/normalize.ts'
import type { IndexView } from '../lists/index-view.ts'
import { findInRemovedLines } from '../literal/removed-lines.ts'
import { matchCondition } from './filters.ts'
import type { Plan, Prepared } from './plan.ts'
import { planParts } from './plan-parts.ts'
import { planAdjacentWords } from './plan-phrase.ts'
import { planPrefix } from './plan-prefix.ts'
import { type PlanContext, planPhrase, type TermRequest } from './plan-term.ts'
import { planWord } from './plan-words.ts'

/** Reads what the query needs. Throws SouwenError('index-damaged') where that is damaged. */
export async function prepare(view: IndexView, root: QueryNode): Promise<Prepared> {
  const context: PlanContext = {
    view,
    needles: [],
    words: new Map(),
    notices: [],
    wordsInLongestRun: 0,
    hasSentence: false,
    singles: 0,
    expansions: 0,
  }
  const plan = await planNode(context, root, true)
  const wordsInLongestRun = areKeywords(root, context.wordsInLongestRun)
    ? 0
    : context.wordsInLongestRun
  const words = [...context.words.values()]
  return {
    plan: plan.kind === 'and' ? plan : { kind: 'and', children: [plan] },
    needles: context.needles,
    words,
    parts: await planParts(view, context.words),
    phraseArticles: await planAdjacentWords(view, root, words),
    wordsInLongestRun,
    notices: context.notices,
    isSentence: context.hasSentence && wordsInLongestRun > 0 && hasBeside(root, ['word']),
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

/** @param wanted the query asks for the node and does not exclude it; only then its words are marked */
async function planNode(context: PlanContext, node: QueryNode, wanted: boolean): Promise<Plan> {
  switch (node.kind) {
    case 'and':
    case 'or': {
      const children: Plan[] = []
      // One after the other, so that words stay in the order of the query and a score is always added up in the same order.
      for (const child of node.children) children.push(await planNode(context, child, wanted))
      return { kind: node.kind, children }
    }
    case 'not':
      return { kind: 'not', child: await planNode(context, node.child, !wanted) }
    case 'word':
    case 'phrase':
    case 'prefix':
      return planText(context, node, wanted)
    default:
      return { kind: 'filter', sets: await matchCondition(context.view, node) }
  }
}

async function planText(context: PlanContext, node: TextNode, wanted: boolean): Promise<Plan> {
  const request: TermRequest = { titleOnly: node.field === 'title', wanted, typed: node.text }
  const inArticle = await PLANNERS[node.kind](context, node.text, request)
  if (node.field !== 'page') return inArticle
  const text = normalizeText(node.text)
  const sets = await Promise.all(
    context.view.segments.map((segment) => findInRemovedLines(segment, text, STANDING[node.kind])),
  )
  return { kind: 'or', children: [inArticle, { kind: 'filter', sets }] }
}

const PLANNERS = { word: planWord, phrase: planPhrase, prefix: planPrefix } as const
const STANDING = { word: 'alone', phrase: 'anywhere', prefix: 'at a beginning' } as const
