/**
 * Finds the other word for what the mainland and Taiwan call by different names. Words are looked up in the text of the pairs,
 * since making a table would take longer than all lookups of one search.
 */

import { REGIONAL_PAIRS } from './regional-pairs.ts'

/** Returns what a word is called on the other side: 软件 for 软体, and 软体 for 软件. */
export function regionalWords(word: string): readonly string[] {
  const others: string[] = []
  if (word === '' || /[ |]/.test(word)) return others
  for (let at = REGIONAL_PAIRS.indexOf(word); at >= 0; at = REGIONAL_PAIRS.indexOf(word, at + 1)) {
    const [before, after] = [REGIONAL_PAIRS[at - 1], REGIONAL_PAIRS[at + word.length]]
    if (before === '|' && after === ' ') {
      const start = at + word.length + 1
      others.push(REGIONAL_PAIRS.slice(start, REGIONAL_PAIRS.indexOf('|', start)))
    }
    if (before === ' ' && after === '|') {
      others.push(REGIONAL_PAIRS.slice(REGIONAL_PAIRS.lastIndexOf('|', at) + 1, at - 1))
    }
  }
  return others
}
