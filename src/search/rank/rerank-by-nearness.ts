/** The second look at a ranking: its best articles are read, and what their text tells beyond the postings is added. */

import { bodyOf } from '../../index/store/article-record.ts'
import { normalizeText } from '../../text/normalize/normalize.ts'
import { normOf, TITLE_ONLY_SHARE } from '../lists/bm25f.ts'
import type { IndexView } from '../lists/index-view.ts'
import type { Needle } from '../literal/marks.ts'
import { holdsPhrase } from '../literal/phrase.ts'
import { isPenalised, type Penalties } from '../match/penalties.ts'
import type { Prepared } from '../plan/plan.ts'
import { scoreCharacters, scoreNearness, sumWeights, weighCharacters } from './nearness.ts'
import type { Closeness, Ranked } from './score.ts'

/** Units of a body that are looked at; the rest of a longer one says nothing here. */
const LOOKED_AT = 16_384

/** Articles read for keywords, all of which hold the same words: no more than stay unpacked until their snippets are made. */
const FEW = 16
/** For sentences, whose best answers may hold any of the words. */
const MANY = 50

/** How many of the best are read; of one word alone nothing can be near. */
export function countToRead({
  words,
  wordsInLongestRun,
}: Pick<Prepared, 'words' | 'wordsInLongestRun'>): number {
  if (words.length < 2) return 0
  return wordsInLongestRun > 2 ? MANY : FEW
}

/** What is looked for in the texts. */
export interface TextNeedles {
  readonly words: readonly Needle[]
  /** What was typed: see phrasesOf. */
  readonly phrasesToVerify: readonly string[]
}

/**
 * The places with what phrase, nearness and characters add to their scores, in the same order. Nothing is ever taken away, so that
 * those that were not looked at stay behind.
 */
export function rerankByNearness(
  view: IndexView,
  places: readonly Ranked[],
  sought: TextNeedles,
  lowered: readonly Penalties[],
): Promise<readonly Ranked[]> {
  const weights = weighCharacters(sought.words)
  return Promise.all(
    places.map(async (place) => {
      const closeness = await measureCloseness(view, place, sought, weights)
      const added = closeness.phrase + closeness.nearness + closeness.characters
      const share = isPenalised(lowered[place.segment], place.article) ? TITLE_ONLY_SHARE : 1
      return { ...place, score: place.score + share * added, closeness }
    }),
  )
}

async function measureCloseness(
  { segments, ranking }: IndexView,
  { segment: number, article }: Ranked,
  { words, phrasesToVerify }: TextNeedles,
  weights: ReadonlyMap<string, number>,
): Promise<Closeness> {
  const view = segments[number]
  if (view === undefined) throw new RangeError(`no segment ${number}`)
  const record = await view.segment.articles.record(article)
  const text = normalizeText(`${record.title}\n${bodyOf(record).slice(0, LOOKED_AT)}`)
  const norm = normOf(view.bodyNorm, view.bodyLengths[article])
  const whole = holdsPhrase(text, phrasesToVerify) ? sumWeights(words) : 0
  return {
    phrase: ranking.phraseShare * whole,
    nearness: ranking.nearnessShare * scoreNearness(text, words),
    characters: ranking.characterShare * scoreCharacters(text, weights, norm, ranking.k1),
  }
}
