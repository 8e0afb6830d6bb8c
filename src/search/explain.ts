/** Explains the score of one article: adds it up again as the room rank does, part by part. */

import { placeIn } from '../binary-search.ts'
import { elementAt, integerAt } from '../element-at.ts'
import { isWithoutArticle } from '../index/columns/statuses.ts'
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
import { type ArticleSet, setOf } from './lists/article-sets.ts'
import { inverseDocumentFrequency, scoreShare, TITLE_ONLY_SHARE } from './lists/bm25f.ts'
import type { IndexView } from './lists/index-view.ts'
import { listOf } from './lists/posting-lists.ts'
import type { ScoredTerm } from './lists/scored-term.ts'
import { countArticles } from './lists/segment-sets.ts'
import { type Found, find, leaveOneOfEach, listLacking } from './match/find.ts'
import { resolveAsked } from './match/pasted-address.ts'
import { listRequiredTerms } from './plan/plan-terms.ts'
import { andOf } from './plan/planned.ts'
import { listScoredTerms, phraseBonus, rankMatches, titleBonus } from './rank/rank.ts'
import type { Ranked } from './rank/score.ts'

/** Explains which rank a query gives one article, and why. It ranks all matches; a copy that is not shown is ranked among all copies. */
export async function explain(
  view: IndexView,
  request: FilteredQuery,
  place: ArticlePlace,
): Promise<Explanation> {
  const allFound = await find(view, await resolveAsked(view, request))
  const shown = await locate(view, leaveOneOfEach(view, allFound), place)
  // A copy that another copy stands for has a rank only where all copies are shown.
  const { found, at, hit } = shown.hit ? shown : await locate(view, allFound, place)
  const { segment } = elementAt(view.segments, place.segment)
  const { id, title } = await segment.articles.record(place.article)
  return {
    query: request.query,
    id,
    title,
    score: hit?.score ?? 0,
    rank: at + 1,
    total: countArticles(found.complete) + countArticles(found.partial),
    parts: hit === undefined ? [] : listParts(view, found, hit),
    lacking: [...listLacking(found, place), ...listMissing(found, place)],
  }
}

/** Lists the words that no article may lack and this one does. */
function listMissing({ prepared }: Found, { segment, article }: ArticlePlace): readonly string[] {
  const missing = listRequiredTerms(andOf(prepared.fixed)).filter(
    (term) => placeIn(listOf(term.lists, segment).articles, article) < 0,
  )
  return [...new Set(missing.map(({ text }) => text))]
}

/** Ranks all matches and finds the article among them. */
async function locate(view: IndexView, found: Found, { segment, article }: ArticlePlace) {
  const wanted = { limit: view.articles, offset: 0, sort: 'relevance' } as const
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
  return [...parts, ...penaltyPart(view, hit, parts), ...titlePart(view, found, hit)]
}

function penaltyPart(
  { segments }: IndexView,
  { segment, article }: Ranked,
  parts: readonly ScorePart[],
): readonly ScorePart[] {
  const { statuses } = elementAt(segments, segment)
  if (!isWithoutArticle(integerAt(statuses, article))) return []
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

/** Explains what one term adds; undefined: the article does not hold it. */
function termPart(view: IndexView, term: ScoredTerm, place: ArticlePlace): TermPart | undefined {
  const list = listOf(term.lists, place.segment)
  const at = placeIn(list.articles, place.article)
  if (at < 0) return undefined
  const segment = elementAt(view.segments, place.segment)
  const { k1, title, body } = view.ranking
  const packed = integerAt(list.frequencies, at)
  const idf = inverseDocumentFrequency(term.documentFrequency, view.articles)
  const count = (frequency: number, lengths: Uint32Array, averageLength: number) => {
    return { frequency, length: integerAt(lengths, place.article), averageLength }
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
    { kind: 'title', amount: closeness.title, share: ranking.titleShare },
    { kind: 'nearness', amount: closeness.nearness, share: ranking.nearnessShare },
    { kind: 'characters', amount: closeness.characters, share: ranking.characterShare },
  ]
  return parts.filter(({ amount }) => amount !== 0)
}

function isIn(sets: readonly ArticleSet[], { segment, article }: ArticlePlace): boolean {
  return placeIn(setOf(sets, segment), article) >= 0
}
