/**
 * BM25F after Robertson, Zaragoza and Taylor, "Simple BM25 Extension to Multiple Weighted Fields" (CIKM 2004): term
 * frequencies of the fields are weighed, normalised by each field's length, added, and only then saturated.
 *
 *   score(term) = idf × f / (k1 + f),   f = Σ fields  weight × tf / (1 − b + b × length / averageLength)
 *   idf = ln(1 + (N − df + 0.5) / (df + 0.5))          (never negative; the form Lucene uses)
 */

import { bodyFrequencyOf, titleFrequencyOf } from '../../index/postings/frequencies.ts'

export interface FieldParameters {
  readonly weight: number
  /** How much the field's length counts, 0 to 1. */
  readonly b: number
}

/** Everything about scores that can be turned. One configuration serves all archives; only benchmarks use others. */
export interface Ranking {
  /** How soon more of the same word adds nothing. */
  readonly k1: number
  readonly body: FieldParameters
  readonly title: FieldParameters
  /** Share of a word's weight for the words inside it, if it is asked for: 身份 and 份证 of 身份证. */
  readonly partShare: number
  /** Share of the words' weights for a text that holds them side by side, as they were typed. */
  readonly phraseShare: number
  /** Share of the words' weights for the place of the text where most of them stand together; see nearness.ts. */
  readonly nearnessShare: number
  /** Share of a word's weight for its characters, wherever they stand. */
  readonly characterShare: number
}

/** What it is worth on sets of questions, part by part: bench/relevance.ts. */
export const RANKING: Ranking = {
  k1: 1.1,
  body: { weight: 1, b: 0.75 },
  title: { weight: 3, b: 0.5 },
  partShare: 0.2,
  phraseShare: 1,
  nearnessShare: 0.4,
  characterShare: 0.3,
}

/** Share of a term's weight for an article that holds it as characters only, not as a word. */
export const LITERAL_SHARE = 0.25

/** Factor for pages whose fetch failed: they are found by their title alone and come after pages with a body. */
export const TITLE_ONLY_SHARE = 0.001

export function inverseDocumentFrequency(documentFrequency: number, articles: number): number {
  return Math.log(1 + (articles - documentFrequency + 0.5) / (documentFrequency + 0.5))
}

/**
 * What a frequency is divided by, 1 − b + b × length / averageLength, as `least + perTerm × length`: as quick as a table of all
 * articles, which takes a search from a cold start longer than the search.
 */
export interface LengthNorm {
  readonly least: number
  readonly perTerm: number
}

export function lengthNorm(averageLength: number, b: number): LengthNorm {
  return averageLength === 0
    ? { least: 1, perTerm: 0 }
    : { least: 1 - b, perTerm: b / averageLength }
}

/** Of a field with so many terms. */
export function normOf({ least, perTerm }: LengthNorm, length = 0): number {
  return least + perTerm * length
}

/** The share of a weight that a frequency is worth: none for 0, nearly all for many. */
export function saturation(frequency: number, k1: number): number {
  return frequency / (k1 + frequency)
}

/** What the formula reads of a segment's articles. */
export interface FieldLengths {
  /** Terms in each article's body and title, and what makes of them what frequencies are divided by: see normOf. */
  readonly bodyLengths: Uint32Array
  readonly titleLengths: Uint32Array
  readonly bodyNorm: LengthNorm
  readonly titleNorm: LengthNorm
}

/**
 * The share of its term's weight that a posting is worth, in single precision, as it is kept.
 * @param frequencies of both fields: see frequencies.ts
 */
export function scoreShare(
  { k1, body, title }: Ranking,
  { bodyLengths, titleLengths, bodyNorm, titleNorm }: FieldLengths,
  article: number,
  frequencies: number,
): number {
  let f = (body.weight * bodyFrequencyOf(frequencies)) / normOf(bodyNorm, bodyLengths[article])
  const inTitle = titleFrequencyOf(frequencies)
  if (inTitle > 0) f += (title.weight * inTitle) / normOf(titleNorm, titleLengths[article])
  return Math.fround(saturation(f, k1))
}
