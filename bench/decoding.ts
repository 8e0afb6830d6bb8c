/**
 * `npm run bench:decoding -- FOLDER`: what repairing misread pages does to a folder of articles.
 * Exit code 0: both bars met, 1: one is not.
 */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { decode } from '../src/corpus/read/decode.ts'
import { readFrontMatter } from '../src/corpus/read/front-matter.ts'
import { countPage, noCounts, repairedShare } from './misread.ts'

const REPAIRED_SHARE = 0.95
const SOUND_PAGES = 20_000

const counts = noCounts()

for (const markdown of pagesIn(process.argv[2] ?? 'corpus')) countPage(counts, markdown, report)
print()

function* pagesIn(folder: string): Generator<string> {
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!/\.(?:md|markdown|txt)$/i.test(path)) continue
    try {
      yield readFrontMatter(decode(readFileSync(join(folder, path))).text).markdown
    } catch {
      // No text, or a folder of that name: `souwen index` reports it.
    }
  }
}

function report(before: string, line: string): void {
  console.log(`changed on a sound page: ${JSON.stringify(before)} to ${JSON.stringify(line)}`)
}

function print(): void {
  const { pages, sound, changedOnSound, marked, changed, left, ms, codecs } = counts
  const share = repairedShare(counts)
  const names = [...codecs].sort(([, a], [, b]) => b - a).map((each) => each.join(' '))
  console.log(`${pages} pages, ${(ms / Math.max(1, pages)).toFixed(3)} ms a page`)
  console.log(`${marked} misread: ${names.join(', ')}`)
  console.log(
    `${(share * 100).toFixed(2)} % of the lines repaired on them (${changed}, ${left} left); at least ${REPAIRED_SHARE * 100} %`,
  )
  console.log(
    `${changedOnSound} lines changed on ${sound} sound pages; none, on ${SOUND_PAGES} or more`,
  )
  if (share < REPAIRED_SHARE || changedOnSound > 0 || sound < SOUND_PAGES) process.exitCode = 1
}
