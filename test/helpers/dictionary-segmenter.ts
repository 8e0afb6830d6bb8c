/** A segmenter whose dictionary the test writes itself: the longest word first, from left to right. */

import type { Segmenter } from '../../src/text/terms/segmenter.ts'

export function dictionarySegmenter(words: readonly string[]): Segmenter {
  const longestFirst = [...words].sort((a, b) => b.length - a.length)
  return {
    cut(text, start, end, visit) {
      for (let at = start; at < end; ) {
        const rest = text.slice(at, end)
        const [character = ''] = rest
        const next = at + (longestFirst.find((word) => rest.startsWith(word)) ?? character).length
        visit(at, next)
        at = next
      }
    },
    parts(text, start, end, visit) {
      for (const length of [2, 3]) {
        if (end - start <= length) continue
        for (let at = start; at + length <= end; at++)
          if (words.includes(text.slice(at, at + length))) visit(at, at + length)
      }
    },
  }
}
