/** A segmenter whose dictionary the test writes itself: the longest word first, from left to right. */

import type { Segmenter, WordPart } from '../../src/text/segmenter.ts'

export function dictionarySegmenter(words: readonly string[]): Segmenter {
  const longestFirst = [...words].sort((a, b) => b.length - a.length)
  return {
    cut(text) {
      const cuts: string[] = []
      for (let at = 0; at < text.length; at += cuts.at(-1)?.length ?? 1) {
        const rest = text.slice(at)
        const [character = ''] = rest
        cuts.push(longestFirst.find((word) => rest.startsWith(word)) ?? character)
      }
      return cuts
    },
    parts: (word) => [2, 3].flatMap((length) => partsOfLength(word, length, words)),
  }
}

function partsOfLength(
  word: string,
  length: number,
  words: readonly string[],
): readonly WordPart[] {
  if (word.length <= length) return []
  const starts = Array.from({ length: word.length - length + 1 }, (_, start) => start)
  return starts
    .filter((start) => words.includes(word.slice(start, start + length)))
    .map((start) => ({ start, length }))
}
