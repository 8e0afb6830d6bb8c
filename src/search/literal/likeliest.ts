/** Chooses the articles to read where more may hold a text than can be read: those that would come first if they hold it. */

import { elementAt, floatAt, integerAt } from '../../element-at.ts'
import { normalizeText } from '../../text/normalize/normalize.ts'
import { queryPieces } from '../../text/terms/tokenize.ts'
import { type ArticleSet, setOf } from '../lists/article-sets.ts'
import { scoreShare } from '../lists/bm25f.ts'
import type { IndexView, SegmentView } from '../lists/index-view.ts'
import { readWordList } from '../lists/posting-lists.ts'
import { sumForMatches } from '../lists/score-sums.ts'
import type { SegmentSets } from '../lists/segment-sets.ts'

/** To read an article takes as long as to look through so many terms of its body. */
const TERMS_OF_A_READ = 500

/** The terms that are read of these articles, in bodies or in the time that a read takes anyway. */
export function costOfReading({ bodyLengths }: SegmentView, articles: ArticleSet): number {
  let cost = articles.length * TERMS_OF_A_READ
  for (let i = 0; i < articles.length; i++) cost += integerAt(bodyLengths, integerAt(articles, i))
  return cost
}

/**
 * Chooses articles that cost at most so much together, or little more. They are compared by the words of the text, each as BM25F
 * scores it, and newer ones come before others alike, so that the choice does not depend on how articles are cut into segments.
 * @param needle normalised
 */
export async function chooseLikeliest(
  view: IndexView,
  needle: string,
  candidates: SegmentSets,
  mostCost: number,
): Promise<SegmentSets> {
  const keys = await Promise.all(
    view.segments.map((segment, number) =>
      rateEach(view, segment, needle, setOf(candidates, number)),
    ),
  )
  const most = Math.ceil(mostCost / TERMS_OF_A_READ)
  const least = nthGreatest(keys, most)
  const rows = keys.flatMap((rates, segment) =>
    listFrom(rates, setOf(candidates, segment), segment, least),
  )
  rows.sort((a, b) => b.rate - a.rate)
  let left = mostCost
  const chosen = rows.filter(({ segment, article }) => {
    const { bodyLengths } = elementAt(view.segments, segment)
    const isChosen = left > 0
    left -= TERMS_OF_A_READ + integerAt(bodyLengths, article)
    return isChosen
  })
  return view.segments.map((_, number) =>
    Uint32Array.from(chosen.flatMap((row) => (row.segment === number ? row.article : []))).sort(),
  )
}

/** So many words of a text are looked up to rate articles by. */
const MOST_WORDS = 12
/** A day as YYYYMMDD times this is less than any score tells apart. */
const SHARE_OF_DATE = 1e-12

async function rateEach(
  { ranking }: IndexView,
  segment: SegmentView,
  needle: string,
  articles: ArticleSet,
): Promise<Float64Array> {
  const lists = await Promise.all(listWords(needle).map((word) => readWordList(segment, word)))
  const dates = await segment.segment.column('dates')
  const rates = sumForMatches(segment.segment.meta.articles, articles, (sums) => {
    for (const list of lists)
      for (let i = 0; i < list.articles.length; i++) {
        const article = integerAt(list.articles, i)
        const share = scoreShare(ranking, segment, article, integerAt(list.frequencies, i))
        sums[article] = floatAt(sums, article) + share
      }
  })
  return rates.map((rate, i) => rate + integerAt(dates, integerAt(articles, i)) * SHARE_OF_DATE)
}

/** The words of letters in a text, and its pairs of Han characters, some of which are words. */
function listWords(needle: string): readonly string[] {
  const words = queryPieces(normalizeText(needle)).flatMap(({ kind, text }) =>
    kind === 'term'
      ? [text]
      : Array.from({ length: text.length - 1 }, (_, at) => text.slice(at, at + 2)),
  )
  return [...new Set(words)].slice(0, MOST_WORDS)
}

function nthGreatest(rates: readonly Float64Array[], place: number): number {
  const all = new Float64Array(rates.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const some of rates) {
    all.set(some, at)
    at += some.length
  }
  return all.sort()[all.length - place] ?? Number.NEGATIVE_INFINITY
}

interface Rated {
  readonly segment: number
  readonly article: number
  readonly rate: number
}

function listFrom(
  rates: Float64Array,
  articles: ArticleSet,
  segment: number,
  least: number,
): readonly Rated[] {
  const rows: Rated[] = []
  for (let i = 0; i < rates.length; i++) {
    const rate = floatAt(rates, i)
    if (rate >= least) rows.push({ segment, article: integerAt(articles, i), rate })
  }
  return rows
}
