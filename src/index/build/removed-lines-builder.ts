/** Gathers the lines that were taken off the pages of a segment: each window of a line once, however many pages have it. */

import type { RemovedLine } from '../../corpus/article.ts'
import { holdsWindow, windowsOfLine } from '../store/line-windows.ts'
import type { ContainerWriter } from '../write/container-writer.ts'
import { createTextsBuilder } from './texts-builder.ts'

export class RemovedLinesBuilder {
  readonly #lines = createTextsBuilder('lines')
  readonly #windows = new Map<string, readonly string[]>()

  /**
   * Adds the lines of an article's page, but for those that its title says as well. Articles must arrive in ascending order.
   * @param title normalised
   */
  add(removed: readonly RemovedLine[], title: string, article: number): void {
    for (const { text } of removed)
      for (const window of this.#windowsOf(text))
        if (!holdsWindow(title, window)) this.#lines.add(window, article)
  }

  write(container: ContainerWriter): void {
    this.#lines.write(container)
  }

  #windowsOf(line: string): readonly string[] {
    const known = this.#windows.get(line)
    if (known !== undefined) return known
    const windows = windowsOfLine(line)
    this.#windows.set(line, windows)
    return windows
  }
}
