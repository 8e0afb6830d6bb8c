/**
 * The words and sources of an archive in the radix trees of MiniSearch: by how they are written and, where they are
 * Chinese, by pinyin and its initials. Each tree is made when it is first asked.
 */

import SearchableMap from 'minisearch/SearchableMap'
import type { SuggestionData, SuggestionEntry } from '../index/suggestions.ts'
import { normalizeText } from '../text/normalize.ts'

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
  const characters = once(() =>
    treeOf(words, ({ text, sound }) => (sound === undefined ? [] : [text])),
  )
  const sounds = once(() => treeOf(words, soundsOf))
  const names = once(() =>
    treeOf(sources, (entry) => [normalizeText(entry.text), ...soundsOf(entry)]),
  )
  const bySound = (prefix: string) => (CAN_BE_PINYIN.test(prefix) ? placesAt(sounds(), prefix) : [])
  const byText = (prefix: string) =>
    placesAt(IS_WIDE.test(prefix) ? characters() : letters(), prefix)
  return {
    words: (prefix) => inOrder(words, [...byText(prefix), ...bySound(prefix)]),
    sources: (prefix) => inOrder(sources, placesAt(names(), prefix)),
    word: (text) =>
      inOrder(words, (IS_WIDE.test(text) ? characters() : letters()).get(text) ?? [])[0],
    homophones: (sound) =>
      inOrder(words, sounds().get(sound) ?? []).filter((word) => joined(word) === sound),
    similar: (word, mostErrors) =>
      [...letters().fuzzyGet(word, mostErrors).values()].flatMap(([places, errors]) =>
        inOrder(words, places).map((entry) => ({ entry, errors })),
      ),
  }
}

const CAN_BE_PINYIN = /^[a-z]+$/
const IS_WIDE = /\p{Script=Han}/u

function once<Value>(make: () => Value): () => Value {
  let made: Value | undefined
  return () => {
    made ??= make()
    return made
  }
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

function placesAt(tree: Tree, prefix: string): readonly number[] {
  return prefix === '' ? [] : [...tree.atPrefix(prefix).values()].flat()
}

/** The lists are in the order of their articles, so that places say what comes first. */
function inOrder(
  entries: readonly SuggestionEntry[],
  places: readonly number[],
): readonly SuggestionEntry[] {
  const sorted = Int32Array.from(new Set(places)).sort()
  return Array.from(sorted, (place) => entries[place]).filter((entry) => entry !== undefined)
}
