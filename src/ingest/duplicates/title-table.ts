/**
 * Finds earlier articles with the same title and a close date, by title and day: a page of ten thousand under one title, such as
 * a template's, costs as many steps as one of two.
 */

import { hash32 } from '../../hash.ts'
import { IntList } from '../../index/build/growing-lists.ts'
import { IdTable } from '../catalog/id-table.ts'

/** The table keeps this of an article. */
export interface TitledCandidate {
  /** '' for a title too short to tell anything. */
  readonly title: string
  /** YYYYMMDD, 0 for none. */
  readonly date: number
  /** Equal for who publishes at its address. */
  readonly publisher: number
}

/** The same title after more days is another edition. One publisher may have an edition every day or week. */
export const REPRINT_DAYS = 14
const AGAIN_DAYS = 2

const NONE = -1

export class TitleTable {
  readonly #titleOf: (number: number) => string | undefined
  /** Hashes of titles with days, and the first entry with each. */
  readonly #days = new IdTable()
  readonly #first = new IntList()
  /** Columns of the articles that were added; the last one holds the next entry with the same title and day. */
  readonly #numbers = new IntList()
  readonly #publishers = new IntList()
  readonly #next = new IntList()

  /** @param titleOf the title of an article that was added */
  constructor(titleOf: (number: number) => string | undefined) {
    this.#titleOf = titleOf
  }

  /** Nothing is like an article without a date. Of a title and a day, the first articles of two publishers stand for all. */
  add(number: number, { title, date, publisher }: TitledCandidate): void {
    if (title === '' || date === 0) return
    const day = this.#days.add(hash32(title), dayOf(date) >>> 0)
    let last = NONE
    let others = 0
    for (const entry of this.#entriesAt(day)) {
      last = entry
      if (this.#titleOf(this.#numbers.at(entry)) !== title) continue
      if (this.#isBy(entry, publisher) || ++others === 2) return
    }
    const entry = this.#numbers.length
    if (last === NONE) this.#first.push(entry)
    else this.#next.values[last] = entry
    this.#numbers.push(number)
    this.#publishers.push(publisher)
    this.#next.push(NONE)
  }

  /** The number of the one that came first; undefined: there is none. */
  firstLike({ title, date, publisher }: TitledCandidate): number | undefined {
    if (title === '' || date === 0) return undefined
    let first = Number.POSITIVE_INFINITY
    for (let days = -REPRINT_DAYS; days <= REPRINT_DAYS; days++) {
      const day = this.#days.find(hash32(title), (dayOf(date) + days) >>> 0)
      for (const entry of this.#entriesAt(day)) {
        const isTooFar = Math.abs(days) > AGAIN_DAYS && this.#isBy(entry, publisher)
        if (entry > first || isTooFar) continue
        if (this.#titleOf(this.#numbers.at(entry)) === title) first = entry
      }
    }
    return Number.isFinite(first) ? this.#numbers.at(first) : undefined
  }

  *#entriesAt(day: number): Generator<number> {
    if (day < 0 || day === this.#first.length) return
    for (let entry = this.#first.at(day); entry !== NONE; entry = this.#next.at(entry)) yield entry
  }

  /** The list keeps publishers as signed numbers. */
  #isBy(entry: number, publisher: number): boolean {
    return this.#publishers.at(entry) === (publisher | 0)
  }
}

const DAY_MS = 86_400_000

/** Infinite when one of them is not known. */
export function daysBetween(a: number, b: number): number {
  if (a === 0 || b === 0) return Number.POSITIVE_INFINITY
  return Math.abs(dayOf(a) - dayOf(b))
}

/** Days since 1970. */
function dayOf(date: number): number {
  const time = Date.UTC(Math.floor(date / 10_000), (Math.floor(date / 100) % 100) - 1, date % 100)
  return time / DAY_MS
}
