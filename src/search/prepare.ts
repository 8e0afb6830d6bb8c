/**
 * Makes a query ready for matching and scoring, which then run without waiting: all bytes that the query needs are read here,
 * once.
 */

import type { QueryNode } from '../query/query.ts'
import { dateSets, sourceSets } from './filters.ts'
import type { IndexView } from './index-view.ts'
import type { Plan, Prepared } from './plan.ts'
import { planParts } from './plan-parts.ts'
import { type PlanContext, planPhrase, planWord } from './plan-words.ts'

/** Reads what the query needs. */
export async function prepare(view: IndexView, root: QueryNode): Promise<Prepared> {
  const context: PlanContext = {
    view,
    needles: [],
    words: new Map(),
    unparted: 0,
    hasSentence: false,
  }
  const plan = await planNode(context, root, true)
  const unparted = partedBySpaces(root, context.unparted) ? 0 : context.unparted
  return {
    plan: plan.kind === 'and' ? plan : { kind: 'and', children: [plan] },
    needles: context.needles,
    words: [...context.words.values()],
    parts: await planParts(view, context.words),
    unparted,
    isSentence: context.hasSentence && unparted > 0 && hasOnly(root, ['word', 'source', 'date']),
  }
}

/** Keywords, one of which may happen to be several words: there are more of them than words in any. */
function partedBySpaces(root: QueryNode, unparted: number): boolean {
  if (root.kind !== 'and' || !hasOnly(root, ['word', 'phrase', 'source', 'date'])) return true
  return root.children.filter(({ kind }) => kind === 'word').length >= unparted
}

/** Nodes of these kinds side by side. */
function hasOnly(root: QueryNode, kinds: readonly QueryNode['kind'][]): boolean {
  return root.kind === 'and' && root.children.every(({ kind }) => kinds.includes(kind))
}

/** `wanted`: the node is asked for, not excluded; only then its words are marked. */
async function planNode(context: PlanContext, node: QueryNode, wanted: boolean): Promise<Plan> {
  switch (node.kind) {
    case 'and':
    case 'or': {
      const children = await Promise.all(
        node.children.map((child) => planNode(context, child, wanted)),
      )
      return { kind: node.kind, children }
    }
    case 'not':
      return { kind: 'not', child: await planNode(context, node.child, !wanted) }
    case 'word':
      return planWord(context, node.text, node.field === 'title', wanted)
    case 'phrase':
      return planPhrase(context, node.text, node.field === 'title', wanted)
    case 'source':
      return { kind: 'filter', sets: await sourceSets(context.view, node.text) }
    case 'date':
      return { kind: 'filter', sets: await dateSets(context.view, node.from, node.to) }
  }
}
