/** Plans words and phrases: reads their postings. */

import { elementAt, integerAt } from '../../element-at.ts'
import { titleFrequencyOf } from '../../index/postings/frequencies.ts'
import { otherSpellings } from '../../text/forms/spellings.ts'
import { normalizeText } from '../../text/normalize/normalize.ts'
import { select } from '../lists/article-sets.ts'
import type { IndexView } from '../lists/index-view.ts'
import {
  dropArticles,
  listOf,
  mergeLists,
  type PostingList,
  readWordLists,
} from '../lists/posting-lists.ts'
import { createScoredTerm, type ScoredTerm } from '../lists/scored-term.ts'
import { countArticles, emptySets, uniteEach } from '../lists/segment-sets.ts'
import type { Needle } from '../literal/marks.ts'
import { findQuoted, type QuotedRequest, type QuotedText } from '../literal/quoted.ts'
import type { Notice, Plan, TermPlan } from './plan.ts'
import { andOf, joinPlanned, orOf, type Planned, planned } from './planned.ts'

/** Share of a term's weight for the spelling of the other side of the strait, which means the same. */
export const SPELLING_SHARE = 0.9

/** How the query asks for a word. */
export interface TermRequest extends QuotedRequest {
  /** The query asks for it and does not exclude it. Only then it is marked and widened. */
  readonly wanted: boolean
  /** The word as it stands in the query. */
  readonly typed: string
  /** The words that begin with it are looked up, if it asks for them. */
  readonly expands: boolean
  /** The query has English words. */
  readonly isEnglish: boolean
  /** It is widened to at most so many of its synonyms. */
  readonly mostSynonyms: number
  /** These single characters are looked for as words only. */
  readonly onlyAsWords: ReadonlySet<string>
  /** A run of Han characters is looked for as such, too, and not only as its words. */
  readonly asCharacters: boolean
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
  const text = normalizeText(typed).trim()
  if (text === '') return planned(andOf([]))
  const others = asked.wanted ? otherSpellings(text) : []
  const limits = { ...asked, mostRead: Math.floor(asked.mostRead / (1 + others.length)) }
  const [found, ...foundOthers] = await Promise.all([
    findQuoted(view, text, limits),
    ...others.map((other) => findQuoted(view, other, limits)),
  ])
  const term = createScoredTerm(view, text, found.lists)
  const parts: Planned[] = [
    planNeedle({ kind: 'term', term }, { text, weight: term.weight, wholeWord: false }, asked),
  ]
  if (others.length > 0) parts.push(planSpellings(view, others, foundOthers, term))
  parts.push(...planUnread(view, [found, ...foundOthers], asked.typed))
  return parts.length === 1 ? elementAt(parts, 0) : joinPlanned(parts, orOf)
}

/** Plans the other spellings of a phrase, in articles that do not hold it as it was typed. */
function planSpellings(
  view: IndexView,
  others: readonly string[],
  found: readonly QuotedText[],
  typed: ScoredTerm,
): Planned<TermPlan> {
  const lists = view.segments.map((_, number) =>
    dropArticles(
      mergeLists(found.map((one) => listOf(one.lists, number))),
      listOf(typed.lists, number).articles,
    ),
  )
  const term = createScoredTerm(view, others.join('/'), lists)
  const weight = Math.min(term.weight, typed.weight) * SPELLING_SHARE
  const needles = others.map((text) => ({ text, weight, wholeWord: false }))
  return planned({ kind: 'term', term: { ...term, weight } }, { needles })
}

/** Plans the articles that may hold a phrase and were not read: they match, and it adds nothing to their score. */
function planUnread(
  view: IndexView,
  found: readonly QuotedText[],
  typed: string,
): readonly Planned<Plan>[] {
  const sets = found.map(({ unread }) => unread).reduce(uniteEach, emptySets(view))
  if (countArticles(sets) === 0) return []
  const notices = found.filter(({ left }) => left > 0).map((one) => noticeOfUnread(one, typed))
  return [planned({ kind: 'filter', sets }, { notices: notices.slice(0, 1) })]
}

function noticeOfUnread({ read, left }: QuotedText, typed: string): Notice {
  const message = `${read + left} articles may have "${typed}"; the ${read} likeliest were read, and the others are taken to have it, behind them`
  return { kind: 'limited', message, text: typed }
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
