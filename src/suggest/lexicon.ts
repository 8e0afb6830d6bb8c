/**
 * The words and sources of an archive as they are looked up while someone types: what is written in letters, pinyin and
 * its initials included. Words in letters, in which typing errors are looked for, stand in a radix tree of MiniSearch. Each
 * table is made when it is first asked.
 */

import SearchableMap from 'minisearch/SearchableMap'
import { elementAt } from '../element-at.ts'
import type { SuggestionData, SuggestionEntry } from '../index/generation/suggestions.ts'
import { normalizeText } from '../text/normalize/normalize.ts'
import { type SortedKeys, sortedKeys } from './sorted-keys.ts'

export interface Lexicon {
  /** Words that begin so, or whose pinyin or initials do; those of most articles first. `prefix` is normalised. */
  words(prefix: string): readonly SuggestionEntry[]
  /** The same for sources. */
  sources(prefix: string): readonly SuggestionEntry[]
  word(text: string): SuggestionEntry | undefined
  /** Chinese words that are said so, all syllables in one: `loudong`. */
  homophones(sound: string): readonly SuggestionEntry[]
  /** Words in letters at most so many typing errors away, with their number. */
  similar(word: string, mostErrors: number): readonly Similar[]
}

export interface Similar {
  readonly entry: SuggestionEntry
  readonly errors: number
}

/** Places of entries in their list, by what they are found by. */
type Tree = SearchableMap<number[]>

export function lexiconOf({ words, sources }: SuggestionData): Lexicon {
  const letters = once(() =>
    treeOf(words, ({ text, sound }) => (sound === undefined ? [text] : [])),
  )
  const characters = once(() => byFirstUnit(words.filter(({ sound }) => sound !== undefined)))
  const sounds = once(() => sortedKeys(words, soundsOf))
  const names = once(() =>
    sortedKeys(sources, (entry) => [normalizeText(entry.text), ...soundsOf(entry)]),
  )

  function wordsInLetters(prefix: string): readonly SuggestionEntry[] {
    const bySound = CAN_BE_PINYIN.test(prefix) ? beginningWith(sounds(), prefix) : []
    return inOrder(words, [...placesAt(letters(), prefix), ...bySound])
  }

  function wordsInHan(prefix: string): readonly SuggestionEntry[] {
    const words = characters().get(prefix.charAt(0)) ?? []
    return words.filter(({ text }) => text.startsWith(prefix))
  }

  return {
    words: (prefix) => (IS_HAN.test(prefix) ? wordsInHan(prefix) : wordsInLetters(prefix)),
    sources: (prefix) => inOrder(sources, beginningWith(names(), prefix)),
    word: (text) =>
      IS_HAN.test(text)
        ? wordsInHan(text).find((word) => word.text === text)
        : inOrder(words, letters().get(text) ?? [])[0],
    homophones: (sound) =>
      inOrder(words, sounds().at(sound)).filter((word) => joined(word) === sound),
    similar: (word, mostErrors) =>
      [...letters().fuzzyGet(word, mostErrors).values()].flatMap(([places, errors]) =>
        inOrder(words, places).map((entry) => ({ entry, errors })),
      ),
  }
}

const CAN_BE_PINYIN = /^[a-z]+$/
const IS_HAN = /\p{Script=Han}/u

function once<Value>(make: () => Value): () => Value {
  let made: Value | undefined
  return () => {
    made ??= make()
    return made
  }
}

/** Chinese words in no tree: it would go through thousands of first characters for each word it takes in, in 0.2 s. */
function byFirstUnit(
  entries: readonly SuggestionEntry[],
): ReadonlyMap<string, readonly SuggestionEntry[]> {
  const groups = new Map<string, SuggestionEntry[]>()
  for (const entry of entries) {
    const first = entry.text.charAt(0)
    const group = groups.get(first)
    if (group === undefined) groups.set(first, [entry])
    else group.push(entry)
  }
  return groups
}

function treeOf(
  entries: readonly SuggestionEntry[],
  keysOf: (entry: SuggestionEntry) => readonly string[],
): Tree {
  const tree: Tree = new SearchableMap()
  for (const [place, entry] of entries.entries()) {
    for (const key of keysOf(entry)) tree.fetch(key, () => []).push(place)
  }
  return tree
}

/** 漏洞: loudong and ld. */
function soundsOf(entry: SuggestionEntry): readonly string[] {
  if (entry.sound === undefined) return []
  return [joined(entry), entry.sound.replace(/(\S)\S* ?/g, '$1')]
}

function joined({ sound = '' }: SuggestionEntry): string {
  return sound.replaceAll(' ', '')
}

function beginningWith(keys: SortedKeys, prefix: string): readonly number[] {
  return prefix === '' ? [] : keys.beginningWith(prefix)
}

function placesAt(tree: Tree, prefix: string): readonly number[] {
  return prefix === '' ? [] : [...tree.atPrefix(prefix).values()].flat()
}

/** The lists are in the order of their articles, so that places say what comes first. */
function inOrder(
  entries: readonly SuggestionEntry[],
  places: readonly number[],
): readonly SuggestionEntry[] {
  const sorted = Int32Array.from(new Set(places)).sort()
  return Array.from(sorted, (place) => elementAt(entries, place))
}
