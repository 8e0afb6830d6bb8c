/**
 * Gathers postings in parallel arrays in the order of arrival, and groups them by term at the end with a counting sort.
 * Articles must arrive in ascending order.
 */

import {
  bodyFrequencyOf,
  MOST_IN_BODY,
  MOST_IN_TITLE,
  TITLE_STEP,
  titleFrequencyOf,
} from '../postings/frequencies.ts'
import { IntList } from './growing-lists.ts'

/** The terms are known by numbers from 0 on. */
export class PostingTable {
  readonly terms = new IntList()
  readonly articles = new IntList()
  /** Packed as in frequencies.ts. */
  readonly frequencies = new IntList()
  /** Maps each term number to the place of its latest posting, −1 if it has none. */
  readonly #latest = new IntList()

  clear(): void {
    for (const list of [this.terms, this.articles, this.frequencies, this.#latest]) list.clear()
  }

  /** Registers the next term number. */
  addTerm(): number {
    this.#latest.push(-1)
    return this.#latest.length - 1
  }

  get termCount(): number {
    return this.#latest.length
  }

  /** Counts the term once more in the article. @param step BODY_STEP or TITLE_STEP of frequencies.ts */
  add(term: number, article: number, step: number): void {
    const latest = this.#latest.at(term)
    if (latest >= 0 && this.articles.at(latest) === article) {
      const packed = this.frequencies.at(latest)
      if (!isFull(packed, step)) this.frequencies.values[latest] = packed + step
      return
    }
    this.#latest.values[term] = this.terms.length
    this.terms.push(term)
    this.articles.push(article)
    this.frequencies.push(step)
  }

  /** Returns the postings by term number, those of one term in the order in which they came. */
  grouped(): GroupedPostings {
    const { starts, places } = groupByTerm(this.terms, this.termCount)
    return {
      starts,
      articles: placed(this.articles, places),
      frequencies: placed(this.frequencies, places),
    }
  }
}

export interface GroupedPostings {
  /** The postings of term t lie from `starts[t]` to `starts[t + 1]`. */
  readonly starts: Int32Array
  readonly articles: Int32Array
  readonly frequencies: Int32Array
}

export interface Grouping {
  readonly starts: Int32Array
  /** The new place of each posting. */
  readonly places: Int32Array
}

/** Places postings by term with a counting sort, which keeps the order of those of one term. */
export function groupByTerm(terms: IntList, termCount: number): Grouping {
  const starts = new Int32Array(termCount + 1)
  const { values, length } = terms
  for (let i = 0; i < length; i++) {
    const next = (values[i] ?? 0) + 1
    starts[next] = (starts[next] ?? 0) + 1
  }
  for (let t = 1; t < starts.length; t++) starts[t] = (starts[t] ?? 0) + (starts[t - 1] ?? 0)
  const next = starts.slice()
  const places = new Int32Array(length)
  for (let i = 0; i < length; i++) {
    const term = values[i] ?? 0
    const place = next[term] ?? 0
    places[i] = place
    next[term] = place + 1
  }
  return { starts, places }
}

/** Returns the values in their places, so that they are read one after the other. */
export function placed(list: IntList, places: Int32Array): Int32Array {
  const { values } = list
  const result = new Int32Array(places.length)
  for (let i = 0; i < places.length; i++) result[places[i] ?? 0] = values[i] ?? 0
  return result
}

/** Whether one more would run over into the other field. */
function isFull(packed: number, step: number): boolean {
  return step === TITLE_STEP
    ? titleFrequencyOf(packed) === MOST_IN_TITLE
    : bodyFrequencyOf(packed) === MOST_IN_BODY
}
