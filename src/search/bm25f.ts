/**
 * BM25F after Robertson, Zaragoza and Taylor, "Simple BM25 Extension to Multiple Weighted Fields" (CIKM 2004): term
 * frequencies of the fields are weighed, normalised by each field's length, added, and only then saturated.
 *
 *   score(term) = idf × f / (k1 + f),   f = Σ fields  weight × tf / (1 − b + b × length / averageLength)
 *   idf = ln(1 + (N − df + 0.5) / (df + 0.5))          (never negative; the form Lucene uses)
 */

export interface FieldParameters {
  readonly weight: number
  /** How much the field's length counts, 0 to 1. */
  readonly b: number
}

export const K1 = 1.2
export const BODY: FieldParameters = { weight: 1, b: 0.75 }
export const TITLE: FieldParameters = { weight: 3, b: 0.5 }

/** Share of a term's weight for an article that holds it as characters only, not as a word. */
export const LITERAL_SHARE = 0.25

/** Factor for pages whose fetch failed: they are found by their title alone and come after pages with a body. */
export const TITLE_ONLY_SHARE = 0.001

export function inverseDocumentFrequency(documentFrequency: number, articles: number): number {
  return Math.log(1 + (articles - documentFrequency + 0.5) / (documentFrequency + 0.5))
}

/** 1 − b + b × length / averageLength: what a frequency is divided by. */
export function lengthNorm(length: number, averageLength: number, b: number): number {
  return averageLength === 0 ? 1 : 1 - b + (b * length) / averageLength
}

/** From the frequencies of a term in both fields and the article's length norms. */
export function termScore(
  idf: number,
  bodyFrequency: number,
  titleFrequency: number,
  bodyNorm: number,
  titleNorm: number,
): number {
  const frequency =
    (BODY.weight * bodyFrequency) / bodyNorm + (TITLE.weight * titleFrequency) / titleNorm
  return (idf * frequency) / (K1 + frequency)
}
