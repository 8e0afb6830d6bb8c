/** Says of one article how its score comes about: the sum of rank.ts and rerank.ts again, part by part. */

import { placeIn } from '../binary-search.ts'
import type { ArticlePlace } from '../index/generation/article-place.ts'
import { bodyFrequencyOf, titleFrequencyOf } from '../index/postings/frequencies.ts'
import type {
  Explanation,
  FieldCount,
  HitExplanation,
  ScorePart,
  TermPart,
} from './answers/explanation.ts'
import type { FilteredQuery } from './answers/result.ts'
import { type ArticleSet, NO_ARTICLES } from './lists/article-sets.ts'
import { inverseDocumentFrequency, scoreShare, TITLE_ONLY_SHARE } from './lists/bm25f.ts'
import type { IndexView } from './lists/index-view.ts'
import { EMPTY_LIST } from './lists/posting-lists.ts'
import type { ScoredTerm } from './lists/scored-term.ts'
import { countArticles, type Found, find } from './match/find.ts'
import { isPenalised } from './match/penalties.ts'
import { listRequiredTerms } from './plan/plan-terms.ts'
import { listScoredTerms, phraseBonus, rankMatches, titleBonus } from './rank/rank.ts'
import type { Ranked } from './rank/score.ts'

/** Where a query puts one article, and why; ranks all that is found, copies of a text one by one. */
export async function explain(
  view: IndexView,
  request: FilteredQuery,
  place: ArticlePlace,
): Promise<Explanation> {
  const shown = await locate(view, request, place, false)
  // A copy that another stands for has a place of its own only among all of them.
  const { found, at, hit } = shown.hit ? shown : await locate(view, request, place, true)
  const record = await view.segments[place.segment]?.segment.articles.record(place.article)
  return {
    query: request.query,
    id: record?.id ?? '',
    title: record?.title ?? '',
    score: hit?.score ?? 0,
    rank: at + 1,
    total: countArticles(found.matches),
    parts: hit === undefined ? [] : listParts(view, found, hit),
    lacking: listLacking(found, place),
  }
}

async function locate(
  view: IndexView,
  request: FilteredQuery,
  { segment, article }: ArticlePlace,
  all: boolean,
) {
  const wanted = { ...request, limit: view.articles, offset: 0, sort: 'relevance', all } as const
  const found = await find(view, wanted)
  const ranked = await rankMatches(view, found, wanted)
  const at = ranked.findIndex((one) => one.segment === segment && one.article === article)
  return { found, at, hit: ranked[at] }
}

export function explainHit(view: IndexView, found: Found, hit: Ranked): HitExplanation {
  return { parts: listParts(view, found, hit), lacking: listLacking(found, hit) }
}

function listParts(view: IndexView, found: Found, hit: Ranked): readonly ScorePart[] {
  const terms = listScoredTerms(found.prepared)
    .map((term) => termPart(view, term, hit))
    .filter((part) => part !== undefined)
  const parts: readonly ScorePart[] = [
    ...terms,
    ...phrasePart(view, found, hit),
    ...closenessParts(view, hit),
  ]
  return [...parts, ...penaltyPart(found, hit, parts), ...titlePart(view, found, hit)]
}

function penaltyPart(
  { penalties }: Found,
  { segment, article }: Ranked,
  parts: readonly ScorePart[],
): readonly ScorePart[] {
  if (!isPenalised(penalties[segment], article)) return []
  const whole = parts.reduce((sum, { amount }) => sum + amount, 0)
  const amount = whole * (TITLE_ONLY_SHARE - 1)
  return [{ kind: 'failed-fetch', amount, factor: TITLE_ONLY_SHARE }]
}

function phrasePart(
  view: IndexView,
  { prepared, phraseMatches }: Found,
  place: ArticlePlace,
): readonly ScorePart[] {
  if (!isIn(phraseMatches, place)) return []
  const amount = phraseBonus(view, prepared)
  return [{ kind: 'phrase', amount, share: view.ranking.phraseShare }]
}

function titlePart(view: IndexView, found: Found, place: ArticlePlace): readonly ScorePart[] {
  if (!isIn(found.titleMatches, place)) return []
  return [{ kind: 'exact-title', amount: titleBonus(view, found.prepared) }]
}

/** Undefined: the article does not hold the term. */
function termPart(view: IndexView, term: ScoredTerm, place: ArticlePlace): TermPart | undefined {
  const list = term.lists[place.segment] ?? EMPTY_LIST
  const at = placeIn(list.articles, place.article)
  const segment = view.segments[place.segment]
  if (at < 0 || segment === undefined) return undefined
  const { k1, title, body } = view.ranking
  const packed = list.frequencies[at] ?? 0
  const idf = inverseDocumentFrequency(term.documentFrequency, view.articles)
  const count = (frequency: number, lengths: Uint32Array, averageLength: number) => {
    return { frequency, length: lengths[place.article] ?? 0, averageLength }
  }
  const titleCount: FieldCount = {
    ...count(titleFrequencyOf(packed), segment.titleLengths, view.averageTitle),
    ...title,
  }
  const bodyCount: FieldCount = {
    ...count(bodyFrequencyOf(packed), segment.bodyLengths, view.averageBody),
    ...body,
  }
  return {
    kind: 'term',
    amount: term.weight * scoreShare(view.ranking, segment, place.article, packed),
    text: term.text,
    documentFrequency: term.documentFrequency,
    idf,
    share: term.weight / idf,
    k1,
    title: titleCount,
    body: bodyCount,
  }
}

function closenessParts({ ranking }: IndexView, { closeness }: Ranked): readonly ScorePart[] {
  if (closeness === undefined) return []
  const parts: readonly ScorePart[] = [
    { kind: 'phrase', amount: closeness.phrase, share: ranking.phraseShare },
    { kind: 'nearness', amount: closeness.nearness, share: ranking.nearnessShare },
    { kind: 'characters', amount: closeness.characters, share: ranking.characterShare },
  ]
  return parts.filter(({ amount }) => amount !== 0)
}

/** Words asked for that the article is without, unless it has what was asked for all the same. */
function listLacking(found: Found, place: ArticlePlace): readonly string[] {
  if (isIn(found.exact, place) || isIn(found.titleMatches, place)) return []
  const { segment, article } = place
  const lacking = listRequiredTerms(found.prepared.plan).filter(
    (term) => placeIn((term.lists[segment] ?? EMPTY_LIST).articles, article) < 0,
  )
  return [...new Set(lacking.map(({ text }) => text))]
}

function isIn(sets: readonly ArticleSet[], { segment, article }: ArticlePlace): boolean {
  return placeIn(sets[segment] ?? NO_ARTICLES, article) >= 0
}
