/** Gathers the lines that were taken off the pages of a segment: each window of a line once, however many pages have it. */

import type { RemovedLine } from '../../corpus/article.ts'
import { BODY_STEP } from '../postings/frequencies.ts'
import { encodePairPosting } from '../postings/postings.ts'
import { holdsWindow, windowsOfLine } from '../store/line-windows.ts'
import type { ContainerWriter } from '../write/container-writer.ts'
import { IntList } from './growing-lists.ts'
import { PostingTable } from './posting-table.ts'
import { orderWords } from './sort-words.ts'
import { TextTable } from './text-table.ts'
import { writePostings } from './write-postings.ts'

/** Builders that have finished, whose tables the next ones use: see term-tables.ts. */
const idleBuilders: RemovedLinesBuilder[] = []

export class RemovedLinesBuilder {
  /** The lines as they stand on the pages, with their numbers: most come back on many, and are cut into windows once. */
  readonly #lines = new Map<string, number>()
  /** Numbers of the windows, line after line; `#ends` says where those of each line end. */
  readonly #windowsOfLines = new IntList()
  readonly #ends = new IntList()
  readonly #windows = new TextTable()
  readonly #postings = new PostingTable()

  /** An empty builder, which `release` gives back. */
  static take(): RemovedLinesBuilder {
    const builder = idleBuilders.pop() ?? new RemovedLinesBuilder()
    for (const table of [builder.#lines, builder.#windows, builder.#postings]) table.clear()
    for (const list of [builder.#windowsOfLines, builder.#ends]) list.clear()
    return builder
  }

  release(): void {
    idleBuilders.push(this)
  }

  /**
   * Adds the lines of an article's page, but for those that its title says as well. Articles must arrive in ascending order.
   * @param title normalised
   */
  add(removed: readonly RemovedLine[], title: string, article: number): void {
    for (const { text } of removed) {
      const line = this.#lines.get(text) ?? this.#addLine(text)
      for (let at = this.#startOf(line); at < this.#ends.at(line); at++) {
        const window = this.#windowsOfLines.at(at)
        if (!this.#isInTitle(window, title)) this.#postings.add(window, article, BODY_STEP)
      }
    }
  }

  /** Writes the sections `lines`, `lines.index` and `lines.postings`. */
  write(container: ContainerWriter): void {
    const { starts, articles } = this.#postings.grouped()
    const windows = orderWords(this.#windows)
    writePostings(container, 'lines', windows, { starts, articles }, encodePairPosting)
  }

  /** Cuts a new line into windows and returns its number. */
  #addLine(line: string): number {
    for (const window of windowsOfLine(line)) {
      const number = this.#windows.numberOf(window, 0, window.length)
      if (number === this.#postings.termCount) this.#postings.addTerm()
      this.#windowsOfLines.push(number)
    }
    const number = this.#ends.length
    this.#ends.push(this.#windowsOfLines.length)
    this.#lines.set(copyOf(line), number)
    return number
  }

  #startOf(line: number): number {
    return line === 0 ? 0 : this.#ends.at(line - 1)
  }

  #isInTitle(window: number, title: string): boolean {
    return (
      this.#windows.lengthOf(window) <= title.length &&
      holdsWindow(title, this.#windows.textOf(window))
    )
  }
}

/** A string that was cut out of a page keeps the whole page in memory; its copy does not. */
function copyOf(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le')
}
