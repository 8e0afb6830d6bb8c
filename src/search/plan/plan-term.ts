/** Plans words and phrases: reads their postings, and gathers what they add to the whole query. */

import { integerAt } from '../../element-at.ts'
import { titleFrequencyOf } from '../../index/postings/frequencies.ts'
import { normalizeText } from '../../text/normalize/normalize.ts'
import { select } from '../lists/article-sets.ts'
import type { IndexView } from '../lists/index-view.ts'
import { type PostingList, readWordLists } from '../lists/posting-lists.ts'
import { createScoredTerm } from '../lists/scored-term.ts'
import { findLiteral } from '../literal/literal.ts'
import type { Needle } from '../literal/marks.ts'
import type { Notice, Plan, TermPlan } from './plan.ts'

/** Planning gathers this over all parts of a query. */
export interface PlanContext {
  readonly view: IndexView
  readonly needles: Needle[]
  readonly words: Map<string, Needle>
  readonly notices: Notice[]
  wordsInLongestRun: number
  hasSentence: boolean
  /** How many single characters were looked for as such so far. */
  singles: number
  /** How many beginnings of words were expanded so far. */
  expansions: number
}

/** How the query asks for a word. */
export interface TermRequest {
  /** It is looked for in titles alone. */
  readonly titleOnly: boolean
  /** The query asks for it and does not exclude it. Only then it is marked and widened. */
  readonly wanted: boolean
  /** The word as it stands in the query. */
  readonly typed: string
}

export async function planTerm(
  context: PlanContext,
  word: string,
  asked: TermRequest,
  wholeWord: boolean,
): Promise<TermPlan> {
  const lists = await readWordLists(context.view, word)
  const term = createScoredTerm(
    context.view,
    word,
    asked.titleOnly ? lists.map(keepInTitle) : lists,
  )
  if (asked.wanted) context.needles.push({ text: word, weight: term.weight, wholeWord })
  if (asked.wanted && !asked.titleOnly)
    context.words.set(word, { text: word, weight: term.weight, wholeWord })
  return { kind: 'term', term }
}

export async function planPhrase(
  context: PlanContext,
  typed: string,
  request: TermRequest,
): Promise<Plan> {
  const { titleOnly, wanted } = request
  const text = normalizeText(typed).trim()
  if (text === '') return { kind: 'and', children: [] }
  const lists = await Promise.all(
    context.view.segments.map((segment) => findLiteral(segment, text, { titleOnly })),
  )
  const term = createScoredTerm(context.view, text, lists)
  const needle: Needle = { text, weight: term.weight, wholeWord: false }
  if (wanted) context.needles.push(needle)
  if (wanted && !titleOnly) context.words.set(text, needle)
  return { kind: 'term', term }
}

/** Keeps the postings of articles whose title holds the term. */
export function keepInTitle(list: PostingList): PostingList {
  const kept = select(
    list.articles.length,
    (i) => titleFrequencyOf(integerAt(list.frequencies, i)) > 0,
  )
  return {
    articles: kept.map((i) => integerAt(list.articles, i)),
    frequencies: kept.map((i) => integerAt(list.frequencies, i)),
  }
}
