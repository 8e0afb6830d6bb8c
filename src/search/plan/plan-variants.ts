/** Widens Chinese words, with less weight, to what a thing is called across the strait, and to how it is written there. */

import { otherSpellings } from '../../text/forms/spellings.ts'
import { regionalWords } from '../../text/terms/regional-words.ts'
import { intersect } from '../lists/article-sets.ts'
import type { IndexView } from '../lists/index-view.ts'
import { listOf, mergeLists, type PostingList } from '../lists/posting-lists.ts'
import { createScoredTerm } from '../lists/scored-term.ts'
import { findCharacters } from '../literal/literal.ts'
import type { Plan, TermPlan } from './plan.ts'
import { SPELLING_SHARE, type TermRequest } from './plan-term.ts'
import { andOf, joinPlanned, orOf, type Planned, planned } from './planned.ts'

/** Share of a term's weight for the other region's word: it may mean something else there. */
const REGIONAL_SHARE = 0.5
/** One word of the table may have been cut into so many words: 作业 系统. */
const MOST_CUT = 3

/**
 * Plans the words of a run in their order, one or several of them together with what they are called in the other region: the
 * second word of 开源软件 becomes 软件 or, in articles without it, 软体.
 * @param terms the words' terms
 */
export async function planRegional(
  view: IndexView,
  words: readonly string[],
  terms: ReadonlyMap<string, Planned<TermPlan>>,
  asked: TermRequest,
): Promise<Planned> {
  const children = new Map<string, Plan>()
  const others: Planned[] = []
  for (let at = 0; at < words.length; ) {
    const count = asked.wanted ? countRegional(words, at) : 0
    const group = words.slice(at, at + Math.max(1, count))
    at += group.length
    const plans = group.flatMap((word) => terms.get(word)?.plan ?? [])
    const text = group.join('')
    const other = count === 0 ? undefined : await planRegionalTerm(view, text, plans, asked)
    if (other === undefined) for (const plan of plans) children.set(plan.term.text, plan)
    else {
      children.set(text, orOf([joinByAnd(plans), other.plan]))
      others.push(other)
    }
  }
  return joinPlanned([...terms.values(), ...others], () => andOf([...children.values()]))
}

/** Counts the words from here on that together are called or written otherwise; 0: none. */
function countRegional(words: readonly string[], at: number): number {
  for (let count = Math.min(MOST_CUT, words.length - at); count > 0; count--) {
    const group = words.slice(at, at + count)
    const text = group.join('')
    if (regionalWords(text).length > 0) return count
    // 看着 in 看着海 is written otherwise by itself.
    const isWhole = count === 1 || group.every((word) => spellingsOf(word).length === 0)
    if (isWhole && spellingsOf(text).length > 0) return count
  }
  return 0
}

/** A single character is a part of many words that are written alike everywhere. */
function spellingsOf(word: string): readonly string[] {
  return word.length > 1 ? otherSpellings(word) : []
}

async function planRegionalTerm(
  view: IndexView,
  text: string,
  plans: readonly TermPlan[],
  { titleOnly, typed }: TermRequest,
): Promise<Planned<TermPlan> | undefined> {
  const regional = regionalWords(text)
  const others = [...new Set([...regional, ...spellingsOf(text)])]
  const lists = await Promise.all(
    view.segments.map(async (segment, number) => {
      const skip = plans.map(({ term }) => listOf(term.lists, number).articles)
      const options = { titleOnly, skip: skip.reduce(intersect) }
      const found = others.map((other) => findCharacters(segment, other, options))
      return mergeLists(await Promise.all(found))
    }),
  )
  if (lists.every(({ articles }: PostingList) => articles.length === 0)) return undefined
  const term = createScoredTerm(view, others.join('/'), lists)
  const share = regional.length > 0 ? REGIONAL_SHARE : SPELLING_SHARE
  const typedWeight = plans.reduce((sum, plan) => sum + plan.term.weight, 0)
  const weight = Math.min(term.weight, typedWeight) * share
  const needles = others.map((other) => ({ text: other, weight, wholeWord: false }))
  const message = `"${text}" is called otherwise elsewhere; also looked for: ${regional.join(', ')}`
  const notice = { kind: 'widened', message, text: typed, words: regional } as const
  const notices = regional.length > 0 ? [notice] : []
  return planned({ kind: 'term', term: { ...term, weight } }, { needles, notices })
}

function joinByAnd(plans: readonly TermPlan[]): Plan {
  const [only, ...more] = plans
  return only !== undefined && more.length === 0 ? only : andOf(plans)
}
