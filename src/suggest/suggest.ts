/** Suggestions from an open index: loads what completing needs of it when it is first asked. */

import type { Snapshot } from '../index/generation/snapshot.ts'
import type { Query } from '../query/query.ts'
import { articleCounter } from './co-occurrence.ts'
import { complete } from './complete.ts'
import { correctedQueries, type TextNode } from './correct.ts'
import { type Lexicon, lexiconOf } from './lexicon.ts'
import type { Suggestion, SuggestRequest } from './suggestion.ts'
import { findTitles } from './titles.ts'

export async function loadLexicon(snapshot: Snapshot): Promise<Lexicon> {
  return lexiconOf(await snapshot.suggestions())
}

export function suggest(
  snapshot: Snapshot,
  lexicon: Lexicon,
  request: SuggestRequest,
): Promise<readonly Suggestion[]> {
  const { segments } = snapshot
  const archive = {
    findTitles: (prefix: string, limit: number) => findTitles(segments, prefix, limit),
    countArticles: articleCounter(segments),
  }
  return complete(lexicon, archive, request)
}

/** Finds queries that may have been meant by one whose doubtful words hardly any article has, likeliest first. */
export async function correct(
  snapshot: Snapshot,
  lexicon: Lexicon,
  root: Query['root'],
  doubtful: readonly TextNode[],
): Promise<readonly Query['root'][]> {
  const { loadSyllables } = await import('../text/sound/syllables.ts')
  const syllablesOf = await loadSyllables()
  const count = articleCounter(snapshot.segments)
  return correctedQueries({ lexicon, syllablesOf, count }, root, doubtful)
}
