import { NO_STEP, ROOT, type WordTrie } from '../../src/text/jieba/word-trie.ts'

/** The frequency that a trie gives for a word; 0: it is none. */
export function frequencyOf(trie: WordTrie, word: string): number {
  let node = ROOT
  for (let at = 0; at < word.length; at++) {
    node = trie.step(node, word.charCodeAt(at))
    if (node === NO_STEP) return 0
  }
  return node === ROOT ? 0 : (trie.frequencies[trie.wordAt(node)] ?? 0)
}
