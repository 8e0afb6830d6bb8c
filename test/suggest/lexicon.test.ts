import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { SuggestionEntry } from '../../src/index/generation/suggestions.ts'
import { lexiconOf } from '../../src/suggest/lexicon.ts'

/** Readings of the few characters that words are made of here; two of them are read alike. */
const SOUNDS: Readonly<Record<string, string>> = {
  漏: 'lou',
  楼: 'lou',
  洞: 'dong',
  动: 'dong',
  大: 'da',
}

/** As in an index: words in letters have no sound, and those of most articles come first. */
function entriesOf(texts: readonly string[]): readonly SuggestionEntry[] {
  return [...new Set(texts)].map((text, place) => {
    const syllables = [...text].map((character) => SOUNDS[character])
    const articles = 1000 - place
    if (syllables.includes(undefined)) return { text, articles }
    return { text, articles, sound: syllables.join(' ') }
  })
}

const letters = fc.string({ unit: fc.constantFrom('a', 'd', 'l', 'o'), minLength: 1, maxLength: 6 })
const han = fc.string({ unit: fc.constantFrom(...Object.keys(SOUNDS)), minLength: 1, maxLength: 4 })
const entries = fc.array(fc.oneof(letters, han), { maxLength: 30 }).map(entriesOf)

const spelling = ({ sound = '' }: SuggestionEntry) => sound.replaceAll(' ', '')
const initials = ({ sound = '' }: SuggestionEntry) =>
  sound
    .split(' ')
    .map((syllable) => syllable.charAt(0))
    .join('')

/** Insertions, deletions and replacements that make one text of the other, by the plain recurrence. */
function distance(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length
  if (a.charAt(0) === b.charAt(0)) return distance(a.slice(1), b.slice(1))
  const [shortA, shortB] = [a.slice(1), b.slice(1)]
  return 1 + Math.min(distance(shortA, b), distance(a, shortB), distance(shortA, shortB))
}

describe('the lexicon against a look at every entry', () => {
  test('words begin so, or their pinyin or initials do', () => {
    fc.assert(
      fc.property(entries, fc.oneof(letters, han), (words, prefix) => {
        const found = lexiconOf({ words, sources: [] }).words(prefix)
        const expected = words.filter(
          (entry) =>
            entry.text.startsWith(prefix) ||
            spelling(entry).startsWith(prefix) ||
            initials(entry).startsWith(prefix),
        )
        expect(found).toEqual(expected)
      }),
    )
  })

  test('sources are found in the same ways', () => {
    fc.assert(
      fc.property(entries, letters, (sources, prefix) => {
        const found = lexiconOf({ words: [], sources }).sources(prefix)
        const expected = sources.filter(
          (entry) =>
            entry.text.startsWith(prefix) ||
            spelling(entry).startsWith(prefix) ||
            initials(entry).startsWith(prefix),
        )
        expect(found).toEqual(expected)
      }),
    )
  })

  test('a word is the entry of just this text', () => {
    fc.assert(
      fc.property(entries, fc.oneof(letters, han), (words, text) => {
        const found = lexiconOf({ words, sources: [] }).word(text)
        expect(found).toEqual(words.find((entry) => entry.text === text))
      }),
    )
  })

  test('homophones are all words that are said so', () => {
    fc.assert(
      fc.property(entries, han, (words, said) => {
        const sound = [...said].map((character) => SOUNDS[character]).join('')
        const found = lexiconOf({ words, sources: [] }).homophones(sound)
        expect(found).toEqual(words.filter((entry) => spelling(entry) === sound))
      }),
    )
  })

  test('similar words are those in letters within so many errors', () => {
    const errors = fc.integer({ min: 1, max: 2 })
    fc.assert(
      fc.property(entries, letters, errors, (words, word, most) => {
        const found = lexiconOf({ words, sources: [] }).similar(word, most)
        const expected = words
          .filter(({ sound }) => sound === undefined)
          .map((entry) => ({ entry, errors: distance(entry.text, word) }))
          .filter((one) => one.errors <= most)
        const byText = (list: readonly { readonly entry: SuggestionEntry }[]) =>
          list.toSorted((a, b) => b.entry.articles - a.entry.articles)
        expect(byText(found)).toEqual(expected)
      }),
    )
  })

  test('nothing typed finds nothing', () => {
    const lexicon = lexiconOf({ words: entriesOf(['a', '漏']), sources: entriesOf(['b']) })
    expect([lexicon.words(''), lexicon.sources('')]).toEqual([[], []])
  })
})
