/** The second look at a ranking: its best articles are read, and what their text tells beyond the postings is added. */

import { bodyOf } from '../../index/store/article-record.ts'
import { normalizeText } from '../../text/normalize/normalize.ts'
import { normOf, TITLE_ONLY_SHARE } from '../lists/bm25f.ts'
import type { IndexView } from '../lists/index-view.ts'
import { holdsPhrase } from '../literal/phrase.ts'
import { isLowered, type Lowered } from '../match/penalties.ts'
import type { Prepared, Sought } from '../plan/plan.ts'
import { characterScore, characterWeights, nearness, totalWeight } from './nearness.ts'
import type { Closeness, Ranked } from './score.ts'

/** Units of a body that are looked at; the rest of a longer one says nothing here. */
const LOOKED_AT = 16_384

/** Articles read for keywords, all of which hold the same words: no more than stay unpacked until their snippets are made. */
const FEW = 16
/** For sentences, whose best answers may hold any of the words. */
const MANY = 50

/** How many of the best are read; of one word alone nothing can be near. */
export function closerLook({ words, unparted }: Pick<Prepared, 'words' | 'unparted'>): number {
  if (words.length < 2) return 0
  return unparted > 2 ? MANY : FEW
}

/** What is looked for in the texts. */
export interface CloserLook {
  readonly words: readonly Sought[]
  /** What was typed: see phrasesOf. */
  readonly phrases: readonly string[]
}

/**
 * The places with what phrase, nearness and characters add to their scores, in the same order. Nothing is ever taken away, so that
 * those that were not looked at stay behind.
 */
export function rerank(
  view: IndexView,
  places: readonly Ranked[],
  sought: CloserLook,
  lowered: readonly Lowered[],
): Promise<readonly Ranked[]> {
  const weights = characterWeights(sought.words)
  return Promise.all(
    places.map(async (place) => {
      const closeness = await closenessOf(view, place, sought, weights)
      const added = closeness.phrase + closeness.nearness + closeness.characters
      const share = isLowered(lowered[place.segment], place.article) ? TITLE_ONLY_SHARE : 1
      return { ...place, score: place.score + share * added, closeness }
    }),
  )
}

async function closenessOf(
  { segments, ranking }: IndexView,
  { segment: number, article }: Ranked,
  { words, phrases }: CloserLook,
  weights: ReadonlyMap<string, number>,
): Promise<Closeness> {
  const view = segments[number]
  if (view === undefined) throw new RangeError(`no segment ${number}`)
  const record = await view.segment.articles.record(article)
  const text = normalizeText(`${record.title}\n${bodyOf(record).slice(0, LOOKED_AT)}`)
  const norm = normOf(view.bodyNorm, view.bodyLengths[article])
  const whole = holdsPhrase(text, phrases) ? totalWeight(words) : 0
  return {
    phrase: ranking.phraseShare * whole,
    nearness: ranking.nearnessShare * nearness(text, words),
    characters: ranking.characterShare * characterScore(text, weights, norm, ranking.k1),
  }
}
