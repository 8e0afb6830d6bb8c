/** Counts the files that hold each word of an archive. Grown copies are made from these counts. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Segmenter } from '../../src/text/terms/segmenter.ts'

/** Words that copies may exchange. Short Latin words and numbers are mostly grammar, years and versions. */
const WORDS = /https?:\/\/[^\s)\]>"]*|\p{Script=Han}{2,}|[A-Za-z]{4,}|\d{5,}/gu

/** Visits the words of a text in order, addresses and single characters left out; [start, end) in UTF-16 units. */
export function visitWords(
  text: string,
  segmenter: Segmenter,
  visit: (start: number, end: number) => void,
): void {
  for (const { 0: found, index } of text.matchAll(WORDS)) {
    if (found.startsWith('http')) continue
    const end = index + found.length
    if (/^[A-Za-z\d]/.test(found)) visit(index, end)
    else segmenter.cut(text, index, end, (from, to) => to - from > 1 && visit(from, to))
  }
}

/** Maps a word in small letters to the number of files that hold it. */
export function countWords(
  archive: string,
  paths: readonly string[],
  segmenter: Segmenter,
  signal: AbortSignal,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const path of paths) {
    signal.throwIfAborted()
    const text = readFileSync(join(archive, path), 'utf8')
    const words = new Set<string>()
    visitWords(text, segmenter, (start, end) => words.add(text.slice(start, end).toLowerCase()))
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  return counts
}
