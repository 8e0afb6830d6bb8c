/**
 * Writes what a generation can suggest, or keeps what the generation before could suggest. Counting every word takes longer
 * than all other work on one new article and changes next to nothing; no search reads these counts.
 */

import { join } from 'node:path'
import type { IndexFolder } from '../../index/files/byte-source.ts'
import type { Manifest, SegmentEntry } from '../../index/files/manifest.ts'
import type { SuggestionData } from '../../index/generation/suggestions.ts'
import { writeSuggestions } from '../../index/write/suggestions-writer.ts'
import type { FileNames } from '../disk/index-files.ts'
import { writeIndexFile } from '../disk/index-files.ts'

/** The share of the articles that may have come, changed or gone since the words were counted. Under 100 articles: none. */
export const MOST_BEHIND = 0.01

type Suggestions = Pick<Manifest, 'suggestions' | 'suggestionsBehind'>

export interface SuggestionsUpdate {
  readonly segments: readonly SegmentEntry[]
  /** The suggestions of the generation before; undefined: the words are counted in any case. */
  readonly known: Suggestions | undefined
  /** Articles that came, changed or went since. */
  readonly changed: number
  /** Counts the words of all segments. */
  readonly gather: () => Promise<SuggestionData>
}

export async function updateSuggestions(
  folder: IndexFolder,
  names: FileNames,
  { segments, known, changed, gather }: SuggestionsUpdate,
): Promise<Suggestions> {
  const behind = (known?.suggestionsBehind ?? 0) + changed
  const articles = segments.reduce((sum, entry) => sum + entry.articles - entry.deleted, 0)
  if (known !== undefined && behind <= articles * MOST_BEHIND)
    return { suggestions: known.suggestions, suggestionsBehind: behind }
  const suggestions = names.next('suggestions')
  const data = await gather()
  await writeIndexFile(join(folder.path, suggestions), (container) =>
    writeSuggestions(container, data),
  )
  return { suggestions }
}
