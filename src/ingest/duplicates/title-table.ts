/** Finds earlier articles with the same title and a close date. Its columns take 44 bytes an article. */

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

/** After more days the same title is another edition. One publisher may have an edition every day or week. */
export const REPRINT_DAYS = 14
const AGAIN_DAYS = 2

const NONE = -1

export class TitleTable {
  readonly #titleOf: (number: number) => string | undefined
  /** Hashes of titles, and the first and the last entry with each. */
  readonly #hashes = new IdTable()
  readonly #first = new IntList()
  readonly #last = new IntList()
  /** Columns of the articles that were added; the last one holds the next entry with the same title. */
  readonly #numbers = new IntList()
  readonly #dates = new IntList()
  readonly #publishers = new IntList()
  readonly #next = new IntList()

  /** @param titleOf the title of an article that was added */
  constructor(titleOf: (number: number) => string | undefined) {
    this.#titleOf = titleOf
  }

  add(number: number, { title, date, publisher }: TitledCandidate): void {
    if (title === '') return
    const entry = this.#numbers.length
    this.#numbers.push(number)
    this.#dates.push(date)
    this.#publishers.push(publisher)
    this.#next.push(NONE)
    const hash = this.#hashes.add(0, hash32(title))
    if (hash === this.#first.length) {
      this.#first.push(entry)
      this.#last.push(entry)
      return
    }
    this.#next.values[this.#last.at(hash)] = entry
    this.#last.values[hash] = entry
  }

  /** The number of the one that came first; undefined: there is none. */
  firstLike({ title, date, publisher }: TitledCandidate): number | undefined {
    const hash = this.#hashes.find(0, hash32(title))
    if (title === '' || hash < 0) return undefined
    for (let entry = this.#first.at(hash); entry !== NONE; entry = this.#next.at(entry)) {
      // The list keeps publishers as signed numbers.
      const most = this.#publishers.at(entry) === (publisher | 0) ? AGAIN_DAYS : REPRINT_DAYS
      const number = this.#numbers.at(entry)
      if (daysBetween(this.#dates.at(entry), date) <= most && this.#titleOf(number) === title)
        return number
    }
    return undefined
  }
}

const DAY_MS = 86_400_000

/** Infinite when one of them is not known. */
export function daysBetween(a: number, b: number): number {
  if (a === 0 || b === 0) return Number.POSITIVE_INFINITY
  return Math.abs(timeOf(a) - timeOf(b)) / DAY_MS
}

function timeOf(date: number): number {
  return Date.UTC(Math.floor(date / 10_000), (Math.floor(date / 100) % 100) - 1, date % 100)
}
