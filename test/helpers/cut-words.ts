/** What a segmenter visits, as lists of words. */

import type { Segmenter } from '../../src/text/terms/segmenter.ts'

/** The words of a text; joined they are the text. */
export function cutWords(segmenter: Segmenter, text: string): readonly string[] {
  const words: string[] = []
  segmenter.cut(text, 0, text.length, (start, end) => words.push(text.slice(start, end)))
  return words
}

/** The words inside a word. */
export function partsOf(segmenter: Segmenter, word: string): readonly string[] {
  const parts: string[] = []
  segmenter.parts(word, 0, word.length, (start, end) => parts.push(word.slice(start, end)))
  return parts
}
