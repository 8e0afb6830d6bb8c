/** Plans words and phrases: reads their postings. */

import { integerAt } from '../../element-at.ts'
import { titleFrequencyOf } from '../../index/postings/frequencies.ts'
import { otherSpellings } from '../../text/forms/spellings.ts'
import { normalizeText } from '../../text/normalize/normalize.ts'
import { select } from '../lists/article-sets.ts'
import type { IndexView } from '../lists/index-view.ts'
import { listOf, mergeLists, type PostingList, readWordLists } from '../lists/posting-lists.ts'
import { createScoredTerm, type ScoredTerm } from '../lists/scored-term.ts'
import { findLiteral } from '../literal/literal.ts'
import type { Needle } from '../literal/marks.ts'
import type { TermPlan } from './plan.ts'
import { andOf, joinPlanned, orOf, type Planned, planned } from './planned.ts'

/** Share of a term's weight for the spelling of the other side of the strait, which means the same. */
export const SPELLING_SHARE = 0.9

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
  const needle = { text, weight: term.weight, wholeWord: false }
  const phrase = planNeedle({ kind: 'term', term }, needle, asked)
  const others = asked.wanted ? otherSpellings(text) : []
  if (others.length === 0) return phrase
  return joinPlanned([phrase, await planSpellings(view, others, term, titleOnly)], orOf)
}

/** Plans the other spellings of a phrase, in articles that do not hold it as it was typed. */
async function planSpellings(
  view: IndexView,
  others: readonly string[],
  typed: ScoredTerm,
  titleOnly: boolean,
): Promise<Planned<TermPlan>> {
  const lists = await Promise.all(
    view.segments.map(async (segment, number) => {
      const options = { titleOnly, skip: listOf(typed.lists, number).articles }
      return mergeLists(
        await Promise.all(others.map((other) => findLiteral(segment, other, options))),
      )
    }),
  )
  const term = createScoredTerm(view, others.join('/'), lists)
  const weight = Math.min(term.weight, typed.weight) * SPELLING_SHARE
  const needles = others.map((text) => ({ text, weight, wholeWord: false }))
  return planned({ kind: 'term', term: { ...term, weight } }, { needles })
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
