/** Finds the shorter words in a word, as jieba's mode for search does: 全文检索 has 全文 and 检索. */

import type { VisitWord } from '../terms/segmenter.ts'
import { NO_STEP, ROOT, type WordTrie } from './word-trie.ts'

/** Visits the words of two characters, then, in one of four or more, those of three. */
export function visitParts(
  trie: WordTrie,
  text: string,
  start: number,
  end: number,
  visit: VisitWord,
): void {
  for (const characters of [2, 3]) {
    for (let from = start; ; from = nextCharacter(text, from)) {
      const to = skipCharacters(text, from, characters)
      if (to > end || (from === start && to === end)) break
      if (isWord(trie, text, from, to)) visit(from, to)
    }
  }
}

function isWord(trie: WordTrie, text: string, start: number, end: number): boolean {
  let node = ROOT
  for (let at = start; at < end; at++) {
    node = trie.step(node, text.charCodeAt(at))
    if (node === NO_STEP) return false
  }
  return node !== ROOT && trie.wordAt(node) > 0
}

function skipCharacters(text: string, at: number, count: number): number {
  for (let left = count; left > 0; left--) at = nextCharacter(text, at)
  return at
}

function nextCharacter(text: string, at: number): number {
  return at + ((text.charCodeAt(at) & 0xfc00) === 0xd800 ? 2 : 1)
}
