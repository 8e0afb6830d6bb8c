/** Writes the file that suggestions.ts reads. */

import {
  SUGGESTION_SECTIONS,
  type SuggestionData,
  type SuggestionRow,
} from '../generation/suggestions.ts'
import type { ContainerWriter } from './container-writer.ts'

/** Returns the file's length in bytes. */
export function writeSuggestions(container: ContainerWriter, data: SuggestionData): number {
  for (const name of SUGGESTION_SECTIONS) {
    const rows = data[name].map(
      ({ text, articles, sound }): SuggestionRow =>
        sound === undefined ? [text, articles] : [text, articles, sound],
    )
    container.section(name)
    container.append(new TextEncoder().encode(JSON.stringify(rows)))
  }
  return container.finish()
}
