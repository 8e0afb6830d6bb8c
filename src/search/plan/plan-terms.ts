/** Lists the terms of a plan, and the articles that hold them. Pure. */

import { type ArticleSet, intersect, NO_ARTICLES, uniteAll } from '../lists/article-sets.ts'
import { listOf } from '../lists/posting-lists.ts'
import type { ScoredTerm } from '../lists/scored-term.ts'
import type { Plan, PlanUnit } from './plan.ts'
import { orOf } from './planned.ts'

/** Lists every term that the query asks for and does not exclude. */
export function listWantedTerms(plan: Plan): readonly Extract<Plan, { kind: 'term' }>[] {
  if (plan.kind === 'term') return [plan]
  if (plan.kind === 'optional') return listWantedTerms(plan.child)
  if (plan.kind === 'and' || plan.kind === 'or') return plan.children.flatMap(listWantedTerms)
  return []
}

/** Lists the parts of a group that an article has to meet: all, but for particles and question words beside words. */
export function listNeeded(children: readonly Plan[]): readonly Plan[] {
  const needed = children.filter(({ kind }) => kind !== 'optional')
  if (needed.length === children.length) return children
  return needed.some((plan) => listWantedTerms(plan).length > 0) ? needed : children
}

/**
 * Lists every word that an article has to have. Of alternatives only the first counts: the second way of matching a run, by its
 * characters, is no word.
 */
export function listRequiredTerms(plan: Plan): readonly ScoredTerm[] {
  switch (plan.kind) {
    case 'term':
      return [plan.term]
    case 'optional':
      return listRequiredTerms(plan.child)
    case 'and':
      return listNeeded(plan.children).flatMap(listRequiredTerms)
    case 'or':
      return plan.children.slice(0, 1).flatMap(listRequiredTerms)
    default:
      return []
  }
}

/** Finds the articles of a segment that hold what a plan of words needs, in any of its alternatives. */
export function findHolders(plan: Plan, segment: number): ArticleSet {
  switch (plan.kind) {
    case 'term':
      return listOf(plan.term.lists, segment).articles
    case 'optional':
      return findHolders(plan.child, segment)
    case 'or':
      return uniteAll(plan.children.map((child) => findHolders(child, segment)))
    case 'and': {
      const sets = listNeeded(plan.children).map((child) => findHolders(child, segment))
      return sets.length === 0 ? NO_ARTICLES : sets.reduce(intersect)
    }
    default:
      return NO_ARTICLES
  }
}

/** Parts the plan of a word: a run of Han into the words that it was cut into, each of which the whole run meets, too. */
export function listUnits(plan: Plan): readonly PlanUnit[] {
  switch (plan.kind) {
    case 'and':
      return listNeeded(plan.children).flatMap(listUnits)
    case 'optional':
      return listUnits(plan.child)
    case 'or': {
      const [first, ...others] = plan.children
      const units = first === undefined ? [] : listUnits(first)
      return units.map((unit) => ({ ...unit, plan: orOf([unit.plan, ...others]) }))
    }
    case 'term':
      return [{ text: plan.term.text, plan }]
    default:
      return []
  }
}
