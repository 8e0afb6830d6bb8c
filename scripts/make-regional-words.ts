/**
 * Writes src/text/terms/regional-words.ts from opencc-js: `npx tsx scripts/make-regional-words.ts`. The words are
 * those that the mainland and Taiwan say differently, in normalised text; names, and words of one character, are left out.
 */

import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { normalizeText } from '../src/text/normalize/normalize.ts'
import { phraseEntries } from './opencc/phrase-entries.ts'

const ONLY_HAN = /^\p{Script=Han}{2,6}$/u
/** These words mean something else on the other side: 文件 is any document, 档案 an archive, 对象 a person aimed at. */
const LEFT_OUT = new Set(['对象', '文件', '档案', '土豆', '窝心'])
/** A word of Taiwan's that is this frequent in jieba's dictionary is a common one of the mainland as well (核心, 执行). */
const COMMON = 300

function mainlandFrequencies(): ReadonlyMap<string, number> {
  const nodejieba = dirname(fileURLToPath(import.meta.resolve('nodejieba')))
  const path = join(nodejieba, 'submodules', 'cppjieba', 'dict', 'jieba.dict.utf8')
  const lines = readFileSync(path, 'utf8').split('\n')
  return new Map(
    lines.map((line) => {
      const [word = '', frequency] = line.split(' ')
      return [normalizeText(word), Number(frequency)] as const
    }),
  )
}

const frequencies = mainlandFrequencies()

function pairs(): readonly string[] {
  const found = new Set<string>()
  const add = (mainland: string, taiwan: string) => {
    const isWord = [mainland, taiwan].every((word) => ONLY_HAN.test(word) && !LEFT_OUT.has(word))
    const isCommon = (frequencies.get(taiwan) ?? 0) >= COMMON
    if (isWord && !isCommon && mainland !== taiwan) found.add(`${mainland} ${taiwan}`)
  }
  for (const [mainland = '', ...others] of phraseEntries('TWPhrases'))
    for (const taiwan of others) add(mainland, taiwan)
  for (const [taiwan = '', ...others] of phraseEntries('TWPhrasesRev'))
    for (const mainland of others) add(mainland, taiwan)
  return [...found].sort()
}

const table = pairs()
const source = `/**
 * Words for which the mainland and Taiwan have different ones (软件, 软体), ${table.length} pairs in normalised text. Made by
 * scripts/make-regional-words.ts from opencc-js (Apache-2.0); change that, not this.
 */

export const REGIONAL_PAIRS =
  '|${table.join('|')}|'
`
writeFileSync(join(import.meta.dirname, '..', 'src', 'text', 'terms', 'regional-pairs.ts'), source)
