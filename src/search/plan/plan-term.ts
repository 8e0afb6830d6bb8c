/** Words and phrases of a query with their postings, and what is gathered while they are looked up. */

import { titleFrequencyOf } from '../../index/postings/frequencies.ts'
import { normalizeText } from '../../text/normalize/normalize.ts'
import { select } from '../lists/article-sets.ts'
import type { IndexView } from '../lists/index-view.ts'
import { type PostingList, wordLists } from '../lists/posting-lists.ts'
import { scoredTerm } from '../lists/scored-term.ts'
import { findLiteral } from '../literal/literal.ts'
import type { Needle } from '../literal/marks.ts'
import type { Notice, Plan, Sought, TermPlan } from './plan.ts'

/** What is gathered while a query is made ready. */
export interface PlanContext {
  readonly view: IndexView
  readonly needles: Needle[]
  readonly words: Map<string, Sought>
  readonly notices: Notice[]
  unparted: number
  hasSentence: boolean
  /** Single characters that were looked for as such so far. */
  singles: number
  /** Beginnings of words that were looked up so far. */
  expansions: number
}

/** How a word is asked for. */
export interface Asked {
  /** In titles alone. */
  readonly titleOnly: boolean
  /** It is asked for, not excluded; only then it is marked and widened. */
  readonly wanted: boolean
  /** As it stands in the query. */
  readonly typed: string
}

export async function planTerm(
  context: PlanContext,
  word: string,
  asked: Asked,
  whole: boolean,
): Promise<TermPlan> {
  const lists = await wordLists(context.view, word)
  const term = scoredTerm(context.view, word, asked.titleOnly ? lists.map(inTitle) : lists)
  if (asked.wanted) context.needles.push({ text: word, weight: term.weight, whole })
  if (asked.wanted && !asked.titleOnly)
    context.words.set(word, { text: word, weight: term.weight, whole })
  return { kind: 'term', term }
}

export async function planPhrase(context: PlanContext, text: string, asked: Asked): Promise<Plan> {
  const needle = normalizeText(text).trim()
  if (needle === '') return { kind: 'and', children: [] }
  const lists = await Promise.all(
    context.view.segments.map((segment) =>
      findLiteral(segment, needle, { titleOnly: asked.titleOnly }),
    ),
  )
  const term = scoredTerm(context.view, needle, lists)
  const sought = { text: needle, weight: term.weight, whole: false }
  if (asked.wanted) context.needles.push(sought)
  if (asked.wanted && !asked.titleOnly) context.words.set(needle, sought)
  return { kind: 'term', term }
}

/** The postings of a list whose term stands in the title. */
export function inTitle(list: PostingList): PostingList {
  const kept = select(list.articles.length, (i) => titleFrequencyOf(list.frequencies[i] ?? 0) > 0)
  return {
    articles: kept.map((i) => list.articles[i] ?? 0),
    frequencies: kept.map((i) => list.frequencies[i] ?? 0),
  }
}
