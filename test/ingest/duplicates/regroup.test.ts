/** Grouping only what a change reaches comes to what grouping everything comes to. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildIndex } from '../../../src/engine.ts'
import { idOf } from '../../../src/index/columns/ids.ts'
import { nodeFolder } from '../../../src/index/disk/node-folder.ts'
import { readVerdicts, verdictsOf } from '../../../src/index/generation/duplicates.ts'
import { openSnapshot } from '../../../src/index/generation/snapshot.ts'
import {
  areRelated,
  type Candidate,
  findDuplicates,
} from '../../../src/ingest/duplicates/find-duplicates.ts'
import { sketchOf } from '../../../src/text/shingles.ts'
import {
  type ArchiveFolder,
  archiveFolder,
  FAILED_BODY,
  fetchedFile,
} from '../../helpers/archive-folder.ts'

/** Each says something of its own, long enough that two texts with one in common are somewhat alike. */
const PARTS = Array.from({ length: 6 }, (_, part) =>
  Array.from(
    { length: 3 },
    (_, n) => `第${part * 7 + n}号报告说，编号${(part * 31 + n * 17) * 7919}的文件在当天被加密。`,
  ).join(''),
)

const partsOf = fc.subarray(PARTS, { minLength: 1 })

interface Article extends Candidate {
  readonly parts: readonly string[]
}

const article = fc
  .record({
    number: fc.nat(99_999),
    parts: fc.oneof({ weight: 5, arbitrary: partsOf }, { weight: 1, arbitrary: fc.constant([]) }),
    date: fc.constantFrom(0, 20250301, 20250302, 20250312, 20250401),
    title: fc.constantFrom('', '一', '二', '三'),
    publisher: fc.constantFrom(1, 2),
  })
  .map(
    ({ number, parts, ...rest }): Article => ({
      ...rest,
      parts,
      id: number.toString(16).padStart(16, '0'),
      hasBody: parts.length > 0,
      sketch: parts.length > 0 ? sketchOf(parts.join('')) : undefined,
    }),
  )
const articles = fc.uniqueArray(article, { minLength: 1, maxLength: 24, selector: ({ id }) => id })

/** Says yes and no by chance, not by likeness: nothing may hang on what is compared. */
const byChance = async (a: Article, b: Article) =>
  (Number.parseInt(a.id, 16) * 31 + Number.parseInt(b.id, 16)) % 3 > 0

/** The sets of articles that steps of areRelated join. */
function joined(all: readonly Article[]): readonly (readonly Article[])[] {
  const left = new Set(all)
  const sets: Article[][] = []
  for (const start of all) {
    if (!left.delete(start)) continue
    const set = [start]
    for (const one of set)
      for (const other of left) if (areRelated(one, other) && left.delete(other)) set.push(other)
    sets.push(set)
  }
  return sets
}

const idsOf = (groups: readonly (readonly Candidate[])[]) =>
  groups.map((group) => group.map(({ id }) => id)).sort()

test('the groups of all articles are the groups of those that are related, set by set', async () => {
  let sets = 0
  let groups = 0
  await fc.assert(
    fc.asyncProperty(articles, async (all) => {
      const each = await Promise.all(joined(all).map((set) => findDuplicates(set, byChance)))
      sets += each.length
      groups += each.flat().length
      expect(idsOf(each.flat())).toEqual(idsOf(await findDuplicates(all, byChance)))
    }),
    { numRuns: 300 },
  )
  expect(sets).toBeGreaterThan(600)
  expect(groups).toBeGreaterThan(300)
})

const change = fc.record({
  number: fc.nat(25),
  host: fc.nat(2),
  title: fc.constantFrom('马来西亚国家基建遭勒索攻击', '国家基建遭到勒索攻击', '今日要闻汇总一览'),
  day: fc.integer({ min: 1, max: 9 }),
  parts: fc.option(partsOf, { freq: 6 }),
  removed: fc.boolean(),
})
type Change = typeof change extends fc.Arbitrary<infer Value> ? Value : never

function make(
  { number, host, title, day, parts, removed }: Change,
  archive: ArchiveFolder,
  files: Set<string>,
): void {
  const path = `${number}.md`
  if (removed && files.size > 1 && files.delete(path)) {
    archive.remove(path)
    return
  }
  const url = `https://site${host}.example/${number}`
  const body = parts?.join('\n\n') ?? FAILED_BODY
  archive.write(path, fetchedFile({ title, url, date: `2025-04-0${day}`, body }))
  files.add(path)
}

/** Groups as ids, in their order, and what was found of pairs. */
async function known(index: string) {
  const folder = nodeFolder(index)
  const snapshot = await openSnapshot(folder)
  const { duplicates: rows, manifest, segments } = snapshot
  const groups: string[][] = []
  for (let at = 0; at < rows.length; at += 3) {
    const [segment = 0, row = 0, group = 0] = rows.subarray(at, at + 3)
    const ids = await segments[segment]?.segment.column('ids')
    groups[group] = [...(groups[group] ?? []), ids === undefined ? '' : idOf(ids, row)]
  }
  await snapshot.close()
  const verdicts = [...verdictsOf(await readVerdicts(folder, manifest.duplicates))].sort()
  return { groups, verdicts, merged: segments.length }
}

describe('an index brought up to date', () => {
  test('has the groups, and knows the pairs, of one built anew', async () => {
    let grouped = 0
    const step = fc.array(change, { minLength: 1, maxLength: 4 })
    const steps = fc.array(step, { minLength: 14, maxLength: 14 })
    const run = async (all: readonly (readonly Change[])[]) => {
      const archive = archiveFolder()
      const files = new Set<string>()
      try {
        for (const changes of all) {
          for (const one of changes) make(one, archive, files)
          const { corpus, index } = archive
          const other = archive.otherIndex()
          await buildIndex({ corpus, index, threads: 0 })
          await buildIndex({ corpus, index: other, threads: 0 })
          const [updated, full] = [await known(index), await known(other)]
          expect(updated.groups).toEqual(full.groups)
          expect(updated.verdicts).toEqual(full.verdicts)
          grouped += full.groups.length
        }
      } finally {
        archive.end()
      }
    }
    await fc.assert(fc.asyncProperty(steps, run), { numRuns: 3 })
    expect(grouped).toBeGreaterThan(50)
  }, 180_000)
})
