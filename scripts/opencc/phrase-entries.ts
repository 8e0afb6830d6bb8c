/** Reads the phrase tables of opencc-js, which keeps each as the text of a module. */

import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { normalizeText } from '../../src/text/normalize/normalize.ts'

/**
 * Returns the entries of a table: a phrase, and what it is on the other side, all of them normalised. The library keeps them as
 * `from to to…|…`.
 */
export function phraseEntries(table: string): readonly (readonly string[])[] {
  const source = readFileSync(fileURLToPath(import.meta.resolve(`opencc-js/dict/${table}`)), 'utf8')
  const [, quoted = ''] = /export default ("(?:[^"\\]|\\.)*")/.exec(source) ?? []
  const text: unknown = JSON.parse(quoted)
  return String(text)
    .split('|')
    .map((entry) => entry.split(' ').map(normalizeText))
}
