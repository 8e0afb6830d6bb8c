/**
 * `npm run bench:segmentation -- FOLDER`: cuts every article of a folder by src/text/jieba/jieba.ts and by nodejieba, compares
 * words and parts, and says how long each takes. Exit code 0: the same, word for word; 1: not.
 */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { decode } from '../src/corpus/read/decode.ts'
import { jiebaSegmenter } from '../src/text/jieba/jieba.ts'
import { normalizeText } from '../src/text/normalize/normalize.ts'
import { cutWords, partsOf } from '../test/helpers/cut-words.ts'
import { buildNodejieba, loadNodejieba } from '../test/helpers/nodejieba.ts'

/** How many differences are shown. */
const SHOWN = 20

const totals = { articles: 0, bytes: 0, words: 0, parts: 0, different: 0 }
const ms = { loading: [0, 0], cutting: [0, 0], parting: [0, 0] }

const segmenter = timed('loading', 0, () => jiebaSegmenter())
const missing = await buildNodejieba()
if (missing !== undefined) throw new Error(`nodejieba cannot be built: ${missing}`)
const nodejieba = timed('loading', 1, () => loadNodejieba())
for (const text of textsIn(process.argv[2] ?? 'corpus')) compare(text)
print()

function timed<Result>(what: keyof typeof ms, contender: 0 | 1, run: () => Result): Result {
  const began = performance.now()
  const result = run()
  ms[what][contender] = (ms[what][contender] ?? 0) + performance.now() - began
  return result
}

/** Whole files, front matter and Markdown as they are: more of what is odd than the indexer gives to cut. */
function* textsIn(folder: string): Generator<string> {
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!/\.(?:md|markdown|txt)$/i.test(path)) continue
    try {
      yield normalizeText(decode(readFileSync(join(folder, path))).text)
    } catch {
      // No text, or a folder of that name: `souwen index` reports it.
    }
  }
}

/** The text as it is, and its runs of Han as lines, which is what the indexer cuts. */
function compare(text: string): void {
  totals.articles++
  totals.bytes += Buffer.byteLength(text)
  const runs = (text.match(/\p{Script=Han}+/gu) ?? []).join('\n')
  compareWords(text)
  const words = compareWords(runs)
  totals.words += words.length
  const ours = timed('parting', 0, () =>
    words.flatMap((word) => [...partsOf(segmenter, word), word]),
  )
  const theirs = timed('parting', 1, () => nodejieba.cutForSearch(runs))
  totals.parts += ours.length - words.length
  report(ours, theirs)
}

function compareWords(text: string): readonly string[] {
  const ours = timed('cutting', 0, () => cutWords(segmenter, text))
  report(
    ours,
    timed('cutting', 1, () => nodejieba.cut(text)),
  )
  return ours
}

function report(ours: readonly string[], theirs: readonly string[]): void {
  const at = ours.findIndex((word, i) => word !== theirs[i])
  if (at < 0 && ours.length === theirs.length) return
  if (totals.different++ < SHOWN)
    console.log(`${around(ours, at)} here, ${around(theirs, at)} by nodejieba`)
}

function around(words: readonly string[], at: number): string {
  return words.slice(Math.max(0, at - 3), at + 4).join('/')
}

function print(): void {
  const { articles, bytes, words, parts, different } = totals
  const seconds = (pair: readonly number[]) =>
    pair.map((each) => `${(each / 1000).toFixed(2)} s`).join(' and ')
  console.log(`${articles} files, ${(bytes / 1e6).toFixed(1)} MB, ${words} words, ${parts} parts`)
  console.log('here and by nodejieba:')
  console.log(`  loading ${seconds(ms.loading)}`)
  console.log(`  cutting ${seconds(ms.cutting)}, every file twice`)
  console.log(`  words with their parts ${seconds(ms.parting)}`)
  console.log(`${different} texts cut otherwise; none`)
  if (different > 0) process.exitCode = 1
}
