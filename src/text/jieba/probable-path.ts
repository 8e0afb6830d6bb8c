/**
 * Cuts text into the words of a dictionary along the most probable path, as jieba does without its model for unknown
 * words: each word is as probable as it is frequent, a character that is no word as the rarest. The words are those of
 * nodejieba's `cut`, ties included: sums are made in its order, and the shorter word wins of two equal ones.
 */

import type { VisitWord } from '../terms/segmenter.ts'
import { NO_STEP, ROOT, type WordTrie } from './word-trie.ts'

/** A word ends before and after these, even if the dictionary has one that does not. */
const [BLANK, TAB, LINE_FEED, COMMA, FULL_STOP] = [0x20, 0x09, 0x0a, 0xff0c, 0x3002]

/** UTF-16 units of the scratch that calls share; a longer text gets its own. */
const KEPT_UNITS = 1 << 14

/** The best path from each unit of a range to its end, by offset in the range. */
interface Paths {
  readonly weights: Float64Array
  /** UTF-16 units of the path's first word. */
  readonly lengths: Uint16Array
}

function createPaths(units: number): Paths {
  return { weights: new Float64Array(units + 1), lengths: new Uint16Array(units + 1) }
}

/**
 * @param weights logarithms of the probabilities of words, by the numbers of the trie's frequencies
 * @param unknownWeight that of a character that is no word
 */
export function probablePathCutter(trie: WordTrie, weights: Float64Array, unknownWeight: number) {
  const kept = createPaths(KEPT_UNITS)

  /** Finds the best paths in text[start, end), from the end backwards. */
  function findPaths(text: string, start: number, end: number, paths: Paths): void {
    paths.weights[end - start] = 0
    for (let from = end - 1; from >= start; from--) {
      if (from === start || !isInsidePair(text, from)) findFirstWord(text, start, from, end, paths)
    }
  }

  function findFirstWord(text: string, start: number, from: number, end: number, paths: Paths) {
    const single = characterLength(text, from, end)
    let length = single
    let weight = Number.NEGATIVE_INFINITY
    let node = ROOT
    for (let to = from; to < end; ) {
      const step = trie.step(node, text.charCodeAt(to++))
      const word = step === NO_STEP ? 0 : trie.wordAt(step)
      const isCharacter = to - from === single
      if (word > 0 || isCharacter) {
        const after = paths.weights[to - start] ?? 0
        const sum = after + (word > 0 ? (weights[word] ?? 0) : unknownWeight)
        if (sum > weight) [weight, length] = [sum, to - from]
      }
      if (step !== NO_STEP) node = step
      else if (to - from >= single) break
    }
    paths.weights[from - start] = weight
    paths.lengths[from - start] = length
  }

  function cutRange(text: string, start: number, end: number, visit: VisitWord): void {
    const paths = end - start <= KEPT_UNITS ? kept : createPaths(end - start)
    findPaths(text, start, end, paths)
    for (let at = start; at < end; ) {
      const next = at + (paths.lengths[at - start] ?? 1)
      visit(at, next)
      at = next
    }
  }

  return (text: string, start: number, end: number, visit: VisitWord): void => {
    let from = start
    for (let at = start; at < end; at++) {
      if (!isSeparator(text.charCodeAt(at))) continue
      if (at > from) cutRange(text, from, at, visit)
      visit(at, at + 1)
      from = at + 1
    }
    if (end > from) cutRange(text, from, end, visit)
  }
}

function isSeparator(unit: number): boolean {
  return (
    unit === COMMA || unit === FULL_STOP || unit === BLANK || unit === LINE_FEED || unit === TAB
  )
}

/** Says whether a unit is the second of a pair of surrogates. The text is well-formed. */
function isInsidePair(text: string, at: number): boolean {
  return (text.charCodeAt(at) & 0xfc00) === 0xdc00
}

/** Counts the UTF-16 units of the character at a place. */
function characterLength(text: string, at: number, end: number): number {
  return (text.charCodeAt(at) & 0xfc00) === 0xd800 && at + 1 < end ? 2 : 1
}
