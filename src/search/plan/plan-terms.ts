/** The terms of a plan. */

import type { ScoredTerm } from '../lists/scored-term.ts'
import type { Plan } from './plan.ts'

/** Every term that is asked for, not excluded. */
export function listWantedTerms(plan: Plan): readonly Extract<Plan, { kind: 'term' }>[] {
  if (plan.kind === 'term') return [plan]
  if (plan.kind === 'and' || plan.kind === 'or') return plan.children.flatMap(listWantedTerms)
  return []
}

/** Every word of a plan; the spare way of matching a run, by its characters, is no word of its own. */
export function listRequiredTerms(plan: Plan): readonly ScoredTerm[] {
  if (plan.kind === 'term') return [plan.term]
  if (plan.kind === 'and') return plan.children.flatMap(listRequiredTerms)
  return plan.kind === 'or' ? plan.children.slice(0, 1).flatMap(listRequiredTerms) : []
}
