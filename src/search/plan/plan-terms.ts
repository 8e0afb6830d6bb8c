/** Lists the terms of a plan. Pure. */

import type { ScoredTerm } from '../lists/scored-term.ts'
import type { Plan } from './plan.ts'

/** Lists every term that the query asks for and does not exclude. */
export function listWantedTerms(plan: Plan): readonly Extract<Plan, { kind: 'term' }>[] {
  if (plan.kind === 'term') return [plan]
  if (plan.kind === 'and' || plan.kind === 'or') return plan.children.flatMap(listWantedTerms)
  return []
}

/** Lists every word of a plan. Of alternatives only the first counts: the second way of matching a run, by its characters, is no word. */
export function listRequiredTerms(plan: Plan): readonly ScoredTerm[] {
  if (plan.kind === 'term') return [plan.term]
  if (plan.kind === 'and') return plan.children.flatMap(listRequiredTerms)
  return plan.kind === 'or' ? plan.children.slice(0, 1).flatMap(listRequiredTerms) : []
}
