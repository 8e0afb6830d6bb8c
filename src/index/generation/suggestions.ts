/** What can be suggested to someone who types, of a whole generation: its words and sources, in a file of its own. */

import { createBlockCache } from '../files/block-cache.ts'
import type { ByteSource } from '../files/byte-source.ts'
import { openContainer, type Section } from '../files/container.ts'
import { nameDamagedFile } from '../files/damage.ts'

export interface SuggestionEntry {
  readonly text: string
  /** How many articles hold the word, or are of the source. */
  readonly articles: number
  /** The syllables of its pinyin, a space between two: `lou dong`. Absent without Han characters. */
  readonly sound?: string
}

export interface SuggestionData {
  /** Normalised; most articles first. */
  readonly words: readonly SuggestionEntry[]
  /** As the articles have them, most articles first. */
  readonly sources: readonly SuggestionEntry[]
}

/** Sections of the file. */
export const SUGGESTION_SECTIONS = ['words', 'sources'] as const

/** An entry as it is written: an array, so that JSON is read quickly. */
export type SuggestionRow = readonly [text: string, articles: number, sound?: string]

/** Reads all of the file. Throws SouwenError (index-damaged); the source is closed then. */
export async function readSuggestions(source: ByteSource): Promise<SuggestionData> {
  const container = await openContainer(source, createBlockCache(0))
  const [words = [], sources = []] = await nameDamagedFile(container.name, () =>
    Promise.all(SUGGESTION_SECTIONS.map((name) => readEntries(container.section(name)))),
  )
  return { words, sources }
}

async function readEntries(section: Section): Promise<readonly SuggestionEntry[]> {
  const bytes = await section.readAll()
  const rows: readonly SuggestionRow[] = JSON.parse(new TextDecoder().decode(bytes))
  return rows.map(([text, articles, sound]) =>
    sound === undefined ? { text, articles } : { text, articles, sound },
  )
}
