/** Reads the best articles of a ranking and adds to their scores what their text tells beyond the postings. */

import { elementAt, integerAt } from '../../element-at.ts'
import { isWithoutArticle } from '../../index/columns/statuses.ts'
import { bodyOf } from '../../index/store/article-record.ts'
import { normalizeText } from '../../text/normalize/normalize.ts'
import { normOf, TITLE_ONLY_SHARE } from '../lists/bm25f.ts'
import type { IndexView } from '../lists/index-view.ts'
import type { Needle } from '../literal/marks.ts'
import { holdsPhrase } from '../literal/phrase.ts'
import {
  scoreCharacters,
  scoreNearness,
  sumWeights,
  weighCharacters,
  weighHeld,
} from './nearness.ts'
import type { Closeness, Ranked } from './score.ts'

/** UTF-16 units of a body that are read; the rest of a longer body is left out. */
const LOOKED_AT = 16_384

/** Articles read for a few words: most of the best hold all of them. */
const FEW = 20
/** Articles read for more words, as questions have them: the best answers may hold any of these. */
const MANY = 50
const FEW_WORDS = 4

/** Returns how many of the best articles to read: none for a single word, which has nothing to be near. */
export function countToRead(words: readonly Needle[]): number {
  if (words.length < 2) return 0
  return words.length > FEW_WORDS ? MANY : FEW
}

/** Reranking looks for these in the texts. */
export interface TextNeedles {
  readonly words: readonly Needle[]
  /** These forms of the typed text may stand in an article: see typedPhrases. */
  readonly phrasesToVerify: readonly string[]
  /** The forms in which a title may hold all that was typed. */
  readonly typed: readonly string[]
}

/**
 * Adds what phrase, nearness and characters are worth to the scores, and keeps the order. Scores never fall, so that articles that
 * are not read stay behind.
 */
export function rerankByNearness(
  view: IndexView,
  places: readonly Ranked[],
  sought: TextNeedles,
): Promise<readonly Ranked[]> {
  const weights = weighCharacters(sought.words)
  return Promise.all(
    places.map(async (place) => {
      const closeness = await measureCloseness(view, place, sought, weights)
      const added = closeness.phrase + closeness.title + closeness.nearness + closeness.characters
      const { statuses } = elementAt(view.segments, place.segment)
      const isEmpty = isWithoutArticle(integerAt(statuses, place.article))
      const share = isEmpty ? TITLE_ONLY_SHARE : 1
      return { ...place, score: place.score + share * added, closeness }
    }),
  )
}

async function measureCloseness(
  { segments, ranking }: IndexView,
  { segment: number, article }: Ranked,
  { words, phrasesToVerify, typed }: TextNeedles,
  weights: ReadonlyMap<string, number>,
): Promise<Closeness> {
  const view = elementAt(segments, number)
  const record = await view.segment.articles.record(article)
  const title = normalizeText(record.title)
  const text = `${title}\n${normalizeText(bodyOf(record).slice(0, LOOKED_AT))}`
  const norm = normOf(view.bodyNorm, integerAt(view.bodyLengths, article))
  const all = sumWeights(words)
  const inTitle = weighHeld(title, words) + (holdsPhrase(title, typed) ? all : 0)
  return {
    phrase: holdsPhrase(text, phrasesToVerify) ? ranking.phraseShare * all : 0,
    title: ranking.titleShare * inTitle,
    nearness: ranking.nearnessShare * scoreNearness(text, words),
    characters: ranking.characterShare * scoreCharacters(text, weights, norm, ranking.k1),
  }
}
