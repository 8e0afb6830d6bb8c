/**
 * Scores what the postings do not say of an article: whether the words of the query stand near each other in it, and which of
 * their characters it holds where it was cut otherwise. That takes its text, so that only the best of a ranking are scored so.
 *
 *   nearness   = Σ weight of the distinct words in the best stretch of SPAN units
 *   characters = Σ weight(c) × f / (k1 + f),  f = occurrences of c / norm of the text's length,
 *                weight(c) = the greatest of weight / length over the words with c
 */

import { elementAt } from '../../element-at.ts'
import { isHanText } from '../../text/normalize/wide.ts'
import { saturation } from '../lists/bm25f.ts'
import { type Needle, standsAlone } from '../literal/marks.ts'

export function sumWeights(words: readonly { readonly weight: number }[]): number {
  return words.reduce((sum, { weight }) => sum + weight, 0)
}

/** Words are near each other that begin within so many UTF-16 units: about a sentence. */
export const SPAN = 30
/** Only so many places of each word count: a text that is full of a word has shown by then what it is about. */
export const MOST_PLACES = 256

/** Returns the weight of the words that stand together where most do. Linear in the text's length times the words. */
export function scoreNearness(normalizedText: string, words: readonly Needle[]): number {
  const places = words
    .flatMap((word, number) => findPlaces(normalizedText, word).map((at) => ({ at, number })))
    .sort((a, b) => a.at - b.at)
  const inside = words.map(() => 0)
  let [weight, best, first] = [0, 0, 0]
  for (const { at, number } of places) {
    const count = elementAt(inside, number)
    if (count === 0) weight += elementAt(words, number).weight
    inside[number] = count + 1
    for (let left = elementAt(places, first); at - left.at > SPAN; ) {
      const rest = elementAt(inside, left.number) - 1
      inside[left.number] = rest
      if (rest === 0) weight -= elementAt(words, left.number).weight
      left = elementAt(places, ++first)
    }
    best = Math.max(best, weight)
  }
  return best
}

/** Returns the weight of the words that stand in the text. */
export function weighHeld(normalizedText: string, words: readonly Needle[]): number {
  return sumWeights(words.filter((word) => findPlaces(normalizedText, word).length > 0))
}

function findPlaces(text: string, word: Needle): readonly number[] {
  const places: number[] = []
  let at = text.indexOf(word.text)
  while (at >= 0 && places.length < MOST_PLACES) {
    if (!word.wholeWord || standsAlone(text, at, at + word.text.length)) places.push(at)
    at = text.indexOf(word.text, at + word.text.length)
  }
  return places
}

/** Weighs each Han character of the words. */
export function weighCharacters(words: readonly Needle[]): ReadonlyMap<string, number> {
  const weights = new Map<string, number>()
  for (const { text, weight } of words) {
    const characters = Array.from(text)
    for (const character of characters.filter((one) => isHanText(one))) {
      const share = weight / characters.length
      weights.set(character, Math.max(share, weights.get(character) ?? 0))
    }
  }
  return weights
}

/** @param norm the divisor of frequencies that the text's length gives: see normOf */
export function scoreCharacters(
  normalizedText: string,
  weights: ReadonlyMap<string, number>,
  norm: number,
  k1: number,
): number {
  let sum = 0
  for (const [character, weight] of weights) {
    sum += weight * saturation(countOccurrences(normalizedText, character) / norm, k1)
  }
  return sum
}

function countOccurrences(text: string, character: string): number {
  let count = 0
  let at = text.indexOf(character)
  while (at >= 0 && count < MOST_PLACES) {
    count++
    at = text.indexOf(character, at + 1)
  }
  return count
}
