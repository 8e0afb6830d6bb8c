/** The words that complete what is being typed; those that stand in the same articles as the word before come first. */

import type { SuggestionEntry } from '../index/generation/suggestions.ts'
import { normalizeText } from '../text/normalize/normalize.ts'
import type { CountArticles } from './co-occurrence.ts'
import type { Lexicon } from './lexicon.ts'
import type { Typed } from './split-input.ts'
import type { Suggestion } from './suggestion.ts'

/** Words that are counted together with the word before them; the rest is less common. */
const MOST_LOOKED_UP = 60
/** The least share of the articles that hold a run in which it has to go on as suggested. */
const LEAST_SHARE = 0.2

export async function wordSuggestions(
  lexicon: Lexicon,
  count: CountArticles,
  typed: Typed,
  limit: number,
): Promise<readonly Suggestion[]> {
  const { before, word } = typed
  const start = startOfKnown(lexicon, word)
  const words = lexicon.words(word.slice(start))
  const stem = word.slice(0, start)
  const ordered = await inCompany(words, count, typed, stem)
  return ordered.slice(0, limit).map(({ text, articles }) => {
    const completed = before + stem + text
    return { kind: 'word', text: completed, query: completed, articles }
  })
}

/** Finds where in a run of Han the word begins that is being typed: at 漏 of 服务器漏, since no word begins with all of it. */
function startOfKnown(lexicon: Lexicon, run: string): number {
  if (!/^\p{Script=Han}+$/u.test(run) || lexicon.words(run).length > 0) return 0
  for (let start = 2; start < run.length; start++) {
    const isBehindWord =
      lexicon.word(run.slice(0, start)) ?? lexicon.word(run.slice(start - 2, start))
    if (isBehindWord && lexicon.words(run.slice(start)).length > 0) return start
  }
  return 0
}

/** Orders words by how many articles hold them and what stands before them; leaves them as they are where that tells nothing. */
async function inCompany(
  words: readonly SuggestionEntry[],
  count: CountArticles,
  { before, word }: Typed,
  stem: string,
): Promise<readonly SuggestionEntry[]> {
  const previous = stem === '' ? previousWord(before) : ''
  if (stem === '' && previous === '') return words
  const least = stem === '' ? 1 : Math.max(1, (await count(word)) * LEAST_SHARE)
  const counted: SuggestionEntry[] = []
  for (const { text } of words.slice(0, MOST_LOOKED_UP)) {
    const articles = await count(stem === '' ? `${previous} ${text}` : stem + text)
    if (articles >= least) counted.push({ text, articles })
  }
  if (stem === '' && counted.length === 0) return words
  return counted.sort((a, b) => b.articles - a.articles)
}

/** Apache of `Apache `, normalised; '' behind an OR, a hyphen, a field or an open quote. */
function previousWord(before: string): string {
  const word = /([\p{L}\p{N}.+#_-]+)\s+$/u.exec(before)?.[1] ?? ''
  return word === 'OR' || word === '或' ? '' : normalizeText(word)
}
