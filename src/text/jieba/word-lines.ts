/** Reads lines of a dictionary in jieba's format into a trie. */

import type { WordTrie } from './word-trie.ts'

/** The longest word that jieba finds in a text, in characters. */
const LONGEST_WORD = 512

/** Adds the words of lines `word frequency tag`. Returns the sum of their frequencies. */
export function addLines(trie: WordTrie, lines: string): number {
  let total = 0
  for (let start = 0; start < lines.length; ) {
    const wordEnd = lines.indexOf(' ', start)
    const frequencyEnd = lines.indexOf(' ', wordEnd + 1)
    if (wordEnd < 0 || frequencyEnd < 0) break
    const frequency = Number(lines.slice(wordEnd + 1, frequencyEnd))
    total += frequency
    if (!isTooLong(lines, start, wordEnd)) trie.add(lines, start, wordEnd, frequency)
    const lineEnd = lines.indexOf('\n', frequencyEnd)
    start = lineEnd < 0 ? lines.length : lineEnd + 1
  }
  return total
}

function isTooLong(lines: string, start: number, end: number): boolean {
  return end - start > LONGEST_WORD && [...lines.slice(start, end)].length > LONGEST_WORD
}
