/**
 * How many articles of an index are one text with others, and a sample of their groups to read: whether they are right, only a
 * reader can tell. Checks that no two articles have one identity.
 *
 *   npm run bench:duplicates -- --index DIR [--sample 100] [--seed 20250101]
 */

import { parseArgs } from 'node:util'
import { articleId, articleKey } from '../src/corpus/read/identity.ts'
import { nodeFolder } from '../src/index/disk/node-folder.ts'
import type { DuplicateGroup, DuplicateRows } from '../src/index/generation/duplicates.ts'
import { openSnapshot, type Snapshot } from '../src/index/generation/snapshot.ts'
import { type ArticleRecord, bodyOf } from '../src/index/store/article-record.ts'
import { seededDraw } from './statistics.ts'

/** Members of a group that are printed. */
const SHOWN = 6

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      index: { type: 'string', default: 'index' },
      sample: { type: 'string', default: '100' },
      seed: { type: 'string', default: '20250101' },
    },
  })
  const snapshot = await openSnapshot(nodeFolder(values.index))
  const groups = groupsOf(snapshot.duplicates)
  for (const group of sampleOf(groups, Number(values.sample), Number(values.seed))) {
    console.log(`\n${group.length} articles`)
    for (const member of group.slice(0, SHOWN))
      console.log(lineOf(await recordOf(snapshot, member)))
  }
  const sizes = groups.map((group) => group.length).sort((a, b) => b - a)
  const members = sizes.reduce((sum, size) => sum + size, 0)
  console.log(
    `\n${snapshot.articles} articles, ${members} in ${sizes.length} groups, the largest of ${sizes[0] ?? 0}`,
  )
  const twice = await sharedIdentities(snapshot)
  console.log(`${twice} articles share their identity with another (bar: 0)`)
  await snapshot.close()
  process.exitCode = twice === 0 ? 0 : 1
}

function groupsOf(rows: DuplicateRows): readonly DuplicateGroup[] {
  const groups: { segment: number; article: number }[][] = []
  for (let row = 0; row < rows.length; row += 3) {
    const [segment = 0, article = 0, number = 0] = [rows[row], rows[row + 1], rows[row + 2]]
    groups[number] = [...(groups[number] ?? []), { segment, article }]
  }
  return groups
}

function sampleOf(
  groups: readonly DuplicateGroup[],
  count: number,
  seed: number,
): readonly DuplicateGroup[] {
  const draw = seededDraw(seed)
  const left = [...groups]
  const sample: DuplicateGroup[] = []
  while (sample.length < count && left.length > 0) sample.push(...left.splice(draw(left.length), 1))
  return sample
}

async function recordOf(
  { segments }: Snapshot,
  { segment, article }: DuplicateGroup[number],
): Promise<ArticleRecord> {
  const record = await segments[segment]?.segment.articles.record(article)
  if (record === undefined) throw new RangeError(`no segment ${segment}`)
  return record
}

function lineOf(record: ArticleRecord): string {
  const { date, status, source, title, url } = record
  const units = bodyOf(record).length
  return `  ${date}  ${status.padEnd(9)} ${String(units).padStart(6)}  ${source.slice(0, 16)} | ${title.slice(0, 70)} | ${url.slice(0, 70)}`
}

async function sharedIdentities({ segments }: Snapshot): Promise<number> {
  const seen = new Set<string>()
  let shared = 0
  for (const { segment, deleted } of segments) {
    for (let article = 0; article < segment.meta.articles; article++) {
      if (deleted.has(article)) continue
      const { url, paths } = await segment.articles.record(article)
      const id = articleId(articleKey({ url, path: paths[0] ?? '' }))
      if (seen.has(id)) shared++
      seen.add(id)
    }
  }
  return shared
}

await main()
