/** Reads the file with the words and sources of a generation that are suggested to someone who types. */

import { createBlockCache } from '../files/block-cache.ts'
import type { ByteSource } from '../files/byte-source.ts'
import { openContainer, type Section } from '../files/container.ts'
import { nameDamagedFile } from '../files/damage.ts'

export interface SuggestionEntry {
  readonly text: string
  /** How many articles hold the word, or come from the source. */
  readonly articles: number
  /** The syllables of its pinyin, a space between two: `lou dong`. A text without Han characters has none. */
  readonly sound?: string
}

export interface SuggestionData {
  /** Normalised words, those of most articles first. */
  readonly words: readonly SuggestionEntry[]
  /** Sources as the articles name them, those of most articles first. */
  readonly sources: readonly SuggestionEntry[]
}

export const SUGGESTION_SECTIONS = ['words', 'sources'] as const

/** An entry as it is written. Arrays of JSON are read faster than objects. */
export type SuggestionRow = readonly [text: string, articles: number, sound?: string]

/** Reads the whole file. Rejects with SouwenError (index-damaged). */
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
