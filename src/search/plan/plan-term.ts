/** Words and phrases of a query with their postings, and what is gathered while they are looked up. */

import { titleFrequencyOf } from '../../index/postings/frequencies.ts'
import { normalizeText } from '../../text/normalize/normalize.ts'
import { select } from '../lists/article-sets.ts'
import type { IndexView } from '../lists/index-view.ts'
import { type PostingList, readWordLists } from '../lists/posting-lists.ts'
import { createScoredTerm } from '../lists/scored-term.ts'
import { findLiteral } from '../literal/literal.ts'
import type { Needle } from '../literal/marks.ts'
import type { Notice, Plan, TermPlan } from './plan.ts'

/** What is gathered while a query is made ready. */
export interface PlanContext {
  readonly view: IndexView
  readonly needles: Needle[]
  readonly words: Map<string, Needle>
  readonly notices: Notice[]
  wordsInLongestRun: number
  hasSentence: boolean
  /** Single characters that were looked for as such so far. */
  singles: number
  /** Beginnings of words that were looked up so far. */
  expansions: number
}

/** How a word is asked for. */
export interface TermRequest {
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

/** The postings of a list whose term stands in the title. */
export function keepInTitle(list: PostingList): PostingList {
  const kept = select(list.articles.length, (i) => titleFrequencyOf(list.frequencies[i] ?? 0) > 0)
  return {
    articles: kept.map((i) => list.articles[i] ?? 0),
    frequencies: kept.map((i) => list.frequencies[i] ?? 0),
  }
}
