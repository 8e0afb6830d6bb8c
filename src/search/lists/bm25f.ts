/**
 * BM25F after Robertson, Zaragoza and Taylor, "Simple BM25 Extension to Multiple Weighted Fields" (CIKM 2004): term
 * frequencies of the fields are weighed, normalised by each field's length, added, and only then saturated.
 *
 *   score(term) = idf × f / (k1 + f),   f = Σ fields  weight × tf / (1 − b + b × length / averageLength)
 *   idf = ln(1 + (N − df + 0.5) / (df + 0.5))          (never negative; the form that Lucene uses)
 */

import { integerAt } from '../../element-at.ts'
import { bodyFrequencyOf, titleFrequencyOf } from '../../index/postings/frequencies.ts'

export interface FieldParameters {
  /**
   * An occurrence in this field counts as much as this many in the body, whose weight is 1. Above 0; more puts the field first.
   */
  readonly weight: number
  /** How much the field's length counts: from 0, not at all, to 1, an occurrence counts by its share of the field. */
  readonly b: number
}

/** Everything about scores that can be turned. One configuration serves all archives; only benchmarks use others. */
export interface Ranking {
  /** How soon more of the same term adds nothing: f = k1 is worth half of the most. Above 0; common values are 1 to 2. */
  readonly k1: number
  readonly body: FieldParameters
  readonly title: FieldParameters
  /** Share of a word's weight for each word inside it: 身份 and 份证 of 身份证. 0 to 1; 0 leaves them out. */
  readonly partShare: number
  /** Share of the words' weights for a text that holds them side by side, as they were typed. 0 or more; 0: no bonus. */
  readonly phraseShare: number
  /** Share of the words' weights for a title that holds them, and once more for one that holds all that was typed, in order. 0 or more. */
  readonly titleShare: number
  /** Share of the words' weights for the place of the text where most of them stand together; see nearness.ts. 0 or more. */
  readonly nearnessShare: number
  /** Share of a word's weight for its characters, wherever they stand; see nearness.ts. 0 or more. */
  readonly characterShare: number
}

/** The default. It was chosen by the sets of questions of bench/relevance.ts, which also measures each part by itself. */
export const RANKING: Ranking = {
  k1: 1.1,
  body: { weight: 1, b: 0.75 },
  title: { weight: 3, b: 0.5 },
  partShare: 0.2,
  phraseShare: 1,
  titleShare: 0.4,
  nearnessShare: 0.4,
  characterShare: 0.3,
}

/** Share of a term's weight for an article that holds it as characters only, not as a word. 0 to 1. */
export const LITERAL_SHARE = 0.25

/** Factor of the scores of pages whose fetch failed. They have a title alone and come after all pages with a body. 0 to 1. */
export const TITLE_ONLY_SHARE = 0.001

/** @param articles N, the articles of the index */
export function inverseDocumentFrequency(documentFrequency: number, articles: number): number {
  return Math.log(1 + (articles - documentFrequency + 0.5) / (documentFrequency + 0.5))
}

/** 1 − b + b × length / averageLength as `least + perTerm × length`. */
export interface LengthNorm {
  readonly least: number
  readonly perTerm: number
}

export function lengthNorm(averageLength: number, b: number): LengthNorm {
  return averageLength === 0
    ? { least: 1, perTerm: 0 }
    : { least: 1 - b, perTerm: b / averageLength }
}

/** @param length terms in the field */
export function normOf({ least, perTerm }: LengthNorm, length: number): number {
  return least + perTerm * length
}

/** f / (k1 + f): the share of a weight that a frequency is worth, none for 0, nearly all for many. */
export function saturation(frequency: number, k1: number): number {
  return frequency / (k1 + frequency)
}

/** The formula reads these columns of a segment's articles. */
export interface FieldLengths {
  /** Terms in the body of each article, and in its title. */
  readonly bodyLengths: Uint32Array
  readonly titleLengths: Uint32Array
  readonly bodyNorm: LengthNorm
  readonly titleNorm: LengthNorm
}

/**
 * Computes f / (k1 + f) of one posting, rounded to single precision, in which shares are kept.
 * @param frequencies of the term in both fields: see frequencies.ts
 */
export function scoreShare(
  { k1, body, title }: Ranking,
  { bodyLengths, titleLengths, bodyNorm, titleNorm }: FieldLengths,
  article: number,
  frequencies: number,
): number {
  const bodyLength = integerAt(bodyLengths, article)
  let f = (body.weight * bodyFrequencyOf(frequencies)) / normOf(bodyNorm, bodyLength)
  const inTitle = titleFrequencyOf(frequencies)
  if (inTitle > 0)
    f += (title.weight * inTitle) / normOf(titleNorm, integerAt(titleLengths, article))
  return Math.fround(saturation(f, k1))
}
