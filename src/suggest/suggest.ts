/** Suggestions from an open index: loads what completing needs of it when it is first asked. */

import type { Snapshot } from '../index/snapshot.ts'
import { complete } from './complete.ts'
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
  const titles = (prefix: string, limit: number) => findTitles(snapshot.segments, prefix, limit)
  return complete(lexicon, titles, request)
}
