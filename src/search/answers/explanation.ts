/** How a score comes about, as data: what was counted, and what it adds. The amounts of the parts add up to the score. */

/** A term in one field of an article. The field's frequency counts weight × frequency / (1 − b + b × length / averageLength). */
export interface FieldCount {
  readonly frequency: number
  /** Terms in the field, and in that of an average article. */
  readonly length: number
  readonly averageLength: number
  readonly weight: number
  readonly b: number
}

/** A term adds idf × share × f / (k1 + f), where f is the sum of what title and body count. */
export interface TermPart {
  readonly kind: 'term'
  readonly amount: number
  readonly text: string
  readonly documentFrequency: number
  readonly idf: number
  /** The share is below 1 for a term that only stands for a word of the query, such as a word inside it. */
  readonly share: number
  readonly k1: number
  readonly title: FieldCount
  readonly body: FieldCount
}

export type ScorePart =
  | TermPart
  /** The text holds exactly what was typed: a share of the words' weight. */
  | { readonly kind: 'phrase'; readonly amount: number; readonly share: number }
  /** The words that the title holds, and all that was typed if it holds that in order: a share of their weight. */
  | { readonly kind: 'title'; readonly amount: number; readonly share: number }
  /** The words that stand together in one place of the text: a share of their weight. */
  | { readonly kind: 'nearness'; readonly amount: number; readonly share: number }
  /** The characters of the words, wherever they stand. */
  | { readonly kind: 'characters'; readonly amount: number; readonly share: number }
  /** The title is what was asked for. */
  | { readonly kind: 'exact-title'; readonly amount: number }
  /** Takes away all but this factor of the rest: a page whose fetch failed comes after those with a body. */
  | { readonly kind: 'failed-fetch'; readonly amount: number; readonly factor: number }

export interface HitExplanation {
  readonly parts: readonly ScorePart[]
  /** Words of the query that the article is without; it was found because the query was widened. */
  readonly lacking: readonly string[]
}

/** Why an article stands where it stands for a query. */
export interface Explanation extends HitExplanation {
  readonly query: string
  readonly id: string
  readonly title: string
  /** 0 and without parts where it is not found. */
  readonly score: number
  /** Place in the ranking, from 1; 0: the query does not find it. */
  readonly rank: number
  /** How many articles are found, those that lack some of the words among them. */
  readonly total: number
}
