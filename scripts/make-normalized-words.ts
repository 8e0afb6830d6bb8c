/**
 * Writes src/text/jieba/normalized-words.ts from nodejieba's dictionary: `npx tsx scripts/make-normalized-words.ts`. Run it again
 * when the table of Simplified characters or nodejieba has changed; a test fails until then.
 */

import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { normalizeText } from '../src/text/normalize/normalize.ts'

const ONLY_HAN = /^\p{Script=Han}{2,}$/u

/** Lines of the dictionary whose words become unknown ones when they are normalised, with the normalised words. */
function changedLines(dictionary: string): readonly string[] {
  const lines = dictionary.trim().split('\n')
  const words = new Set(lines.map((line) => line.slice(0, line.indexOf(' '))))
  return lines.flatMap((line) => {
    const space = line.indexOf(' ')
    const word = normalizeText(line.slice(0, space))
    return words.has(word) || !ONLY_HAN.test(word) ? [] : [word + line.slice(space)]
  })
}

const { DEFAULT_DICT } = createRequire(import.meta.url)('nodejieba') as { DEFAULT_DICT: string }
const lines = changedLines(readFileSync(DEFAULT_DICT, 'utf8'))
const source = `/**
 * The ${lines.length} words of jieba's dictionary that normalised text writes otherwise (乾隆 is 干隆 there, 哪吒 is 哪咤), with their
 * frequencies and tags: without them they would be cut to characters. Made by scripts/make-normalized-words.ts.
 */

export const NORMALIZED_WORDS =
  '${lines.join('|')}'
`
writeFileSync(join(import.meta.dirname, '../src/text/jieba/normalized-words.ts'), source)
