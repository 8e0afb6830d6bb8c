/** Plans words and phrases: reads their postings. */

import { integerAt } from '../../element-at.ts'
import { titleFrequencyOf } from '../../index/postings/frequencies.ts'
import { normalizeText } from '../../text/normalize/normalize.ts'
import { select } from '../lists/article-sets.ts'
import type { IndexView } from '../lists/index-view.ts'
import { type PostingList, readWordLists } from '../lists/posting-lists.ts'
import { createScoredTerm } from '../lists/scored-term.ts'
import { findLiteral } from '../literal/literal.ts'
import type { Needle } from '../literal/marks.ts'
import type { TermPlan } from './plan.ts'
import { andOf, type Planned, planned } from './planned.ts'

/** How the query asks for a word. */
export interface TermRequest {
  /** It is looked for in titles alone. */
  readonly titleOnly: boolean
  /** The query asks for it and does not exclude it. Only then it is marked and widened. */
  readonly wanted: boolean
  /** The word as it stands in the query. */
  readonly typed: string
  /** The words that begin with it are looked up, if it asks for them. */
  readonly expands: boolean
  /** These single characters are looked for as words only. */
  readonly onlyAsWords: ReadonlySet<string>
}

export async function planTerm(
  view: IndexView,
  word: string,
  asked: TermRequest,
  wholeWord: boolean,
): Promise<Planned<TermPlan>> {
  const lists = await readWordLists(view, word)
  const term = createScoredTerm(view, word, asked.titleOnly ? lists.map(keepInTitle) : lists)
  return planNeedle({ kind: 'term', term }, { text: word, weight: term.weight, wholeWord }, asked)
}

export async function planPhrase(
  view: IndexView,
  typed: string,
  asked: TermRequest,
): Promise<Planned> {
  const { titleOnly } = asked
  const text = normalizeText(typed).trim()
  if (text === '') return planned(andOf([]))
  const lists = await Promise.all(
    view.segments.map((segment) => findLiteral(segment, text, { titleOnly })),
  )
  const term = createScoredTerm(view, text, lists)
  return planNeedle({ kind: 'term', term }, { text, weight: term.weight, wholeWord: false }, asked)
}

/** A term with the text that it marks, where the query wants it. */
export function planNeedle(
  plan: TermPlan,
  needle: Needle,
  { wanted, titleOnly }: TermRequest,
): Planned<TermPlan> {
  return planned(plan, {
    needles: wanted ? [needle] : [],
    words: wanted && !titleOnly ? [needle] : [],
  })
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
