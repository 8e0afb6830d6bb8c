/** Gives Han characters in pinyin, from the table that the build writes beside this module, or from one made anew. */

import { readFileSync } from 'node:fs'
import { parseReadings, type Readings, syllablesIn } from './readings.ts'

/** `syllablesOf('漏洞')` is `['lou', 'dong']`. */
export type SyllablesOf = (han: string) => readonly string[]

let readings: Readings | undefined

export async function loadSyllables(): Promise<SyllablesOf> {
  const loaded = readings ?? parseReadings(kept() ?? (await made()))
  readings = loaded
  return (han) => syllablesIn(loaded, han)
}

function kept(): string | undefined {
  try {
    return readFileSync(new URL('./readings.txt', import.meta.url), 'utf8')
  } catch {
    return undefined
  }
}

async function made(): Promise<string> {
  const { printReadings } = await import('./print-readings.ts')
  return printReadings()
}
