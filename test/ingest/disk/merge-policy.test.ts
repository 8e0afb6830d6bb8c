import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildIndex } from '../../../src/engine.ts'
import { nodeFolder } from '../../../src/index/disk/node-folder.ts'
import { readManifest, type SegmentEntry } from '../../../src/index/files/manifest.ts'
import { chooseMerge } from '../../../src/ingest/disk/merge-policy.ts'
import { archiveFolder, fetchedFile } from '../../helpers/archive-folder.ts'

/** A segment of articles, each with how often it has been written. */
interface Simulated extends SegmentEntry {
  readonly written: readonly number[]
}

const segmentOf = (written: readonly number[], deleted = 0): Simulated => ({
  name: '',
  articles: written.length + deleted,
  deleted,
  byteLength: 0,
  written,
})

/** Merges as a run does, until the policy leaves the segments alone. */
function settle(segments: readonly Simulated[]): readonly Simulated[] {
  const chosen = new Set<SegmentEntry>(chooseMerge(segments))
  if (chosen.size === 0) return segments
  const [merged, rest] = [true, false].map((is) => segments.filter((one) => chosen.has(one) === is))
  const written = (merged ?? []).flatMap((one) => one.written.map((times) => times + 1))
  return settle(written.length === 0 ? (rest ?? []) : [...(rest ?? []), segmentOf(written)])
}

describe('segments merge', () => {
  test('so that 5,000 runs of one new article leave few of them, and write none often', () => {
    let segments: readonly Simulated[] = []
    let most = 0
    for (let run = 0; run < 5000; run++) {
      segments = settle([...segments, segmentOf([1])])
      most = Math.max(most, segments.length)
    }
    // Tiers to 64, 512, 4096 and 32768 articles, up to seven segments in each.
    expect(most).toBeLessThanOrEqual(4 * 7)
    expect(segments.flatMap((one) => one.written)).toHaveLength(5000)
    // In the lowest tier merges leave 8, 15, 22 … 71 articles, ten in all; then 568 and 4544.
    expect(Math.max(...segments.flatMap((one) => one.written))).toBe(1 + 10 + 2)
  })

  test('when eight are of one size, and not before', () => {
    const small = Array.from({ length: 7 }, () => segmentOf([1]))
    expect(chooseMerge(small)).toEqual([])
    expect(chooseMerge([...small, segmentOf(Array(600).fill(1))])).toEqual([])
    expect(chooseMerge([...small, segmentOf([1])])).toHaveLength(8)
  })

  test('by themselves when most of their articles are deleted', () => {
    const wasteful = segmentOf([1, 1], 3)
    expect(chooseMerge([segmentOf([1, 1]), wasteful])).toEqual([wasteful])
    expect(chooseMerge([segmentOf([1, 1], 2)])).toEqual([])
  })

  test('and come to rest, whatever there is', () => {
    const segment = fc
      .tuple(fc.nat(5000), fc.nat(5000))
      .map(([live, deleted]) => segmentOf(Array(live).fill(1), deleted))
    fc.assert(
      fc.property(fc.array(segment, { maxLength: 30 }), (segments) => {
        const settled = settle(segments)
        const count = (all: readonly Simulated[]) => all.flatMap((one) => one.written).length
        expect(count(settled)).toBe(count(segments))
        expect(chooseMerge(settled)).toEqual([])
      }),
      { numRuns: 50 },
    )
  })
})

/** What comes or goes in one run: articles that are added, and a share of one segment, or of all, that is deleted. */
const run = fc.record({
  added: fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 0, max: 3 }) },
    { weight: 3, arbitrary: fc.integer({ min: 4, max: 80 }) },
    { weight: 1, arbitrary: fc.integer({ min: 81, max: 5000 }) },
  ),
  deleted: fc.double({ min: 0, max: 1, noNaN: true }),
  where: fc.option(fc.nat(40)),
  spared: fc.integer({ min: 1, max: 12 }),
})
type Run = typeof run extends fc.Arbitrary<infer Value> ? Value : never

interface Totals {
  segments: readonly SegmentEntry[]
  added: number
  deleted: number
  written: number
  largest: number
}

const entryOf = (articles: number, deleted = 0): SegmentEntry => ({
  name: '',
  articles,
  deleted,
  byteLength: 0,
})
const liveIn = (segments: readonly SegmentEntry[]) =>
  segments.reduce((sum, { articles, deleted }) => sum + articles - deleted, 0)

/** One of `spared` runs deletes. */
function withDeletions(totals: Totals, { deleted, where, spared }: Run): void {
  totals.segments = totals.segments
    .map((entry, place) => {
      const chosen = where === null ? spared === 1 : place === where % totals.segments.length
      const gone = chosen && spared < 5 ? Math.floor((entry.articles - entry.deleted) * deleted) : 0
      totals.deleted += gone
      return entryOf(entry.articles, entry.deleted + gone)
    })
    .filter((entry) => entry.deleted < entry.articles)
}

function step(totals: Totals, made: Run): void {
  if (totals.segments.length > 0) withDeletions(totals, made)
  totals.added += made.added
  if (made.added > 0) totals.segments = [...totals.segments, entryOf(made.added)]
  totals.largest = Math.max(totals.largest, liveIn(totals.segments))
  for (;;) {
    const chosen = chooseMerge(totals.segments)
    if (chosen.length === 0) return
    const merged = liveIn(chosen)
    totals.written += merged
    const rest = totals.segments.filter((entry) => !chosen.includes(entry))
    totals.segments = merged === 0 ? rest : [...rest, entryOf(merged)]
  }
}

const log8 = (value: number) => Math.log(value) / Math.log(8)

/** As stated in merge-policy.ts. */
function expectWithinBounds({ segments, added, deleted, written, largest }: Totals): void {
  const tiers = 1 + Math.max(0, Math.ceil(log8(largest / 64)))
  expect(segments.length).toBeLessThanOrEqual(7 * tiers)
  const times = 12.2 + 1.32 * Math.max(0, log8(largest / 512))
  expect(written).toBeLessThanOrEqual(times * added + 3 * deleted)
}

const nothing = (): Totals => ({ segments: [], added: 0, deleted: 0, written: 0, largest: 0 })

describe('what merging costs stays within what is promised', () => {
  test('over random runs that add and delete', () => {
    let [written, deleted] = [0, 0]
    fc.assert(
      fc.property(fc.array(run, { minLength: 50, maxLength: 300 }), (runs) => {
        const totals = nothing()
        for (const made of runs) {
          step(totals, made)
          expectWithinBounds(totals)
        }
        written += totals.written
        deleted += totals.deleted
      }),
      { numRuns: 200 },
    )
    expect(written).toBeGreaterThan(100_000)
    expect(deleted).toBeGreaterThan(100_000)
  })

  test.each<readonly [what: string, made: (number: number) => Partial<Run>]>([
    ['one article a run', () => ({ added: 1 })],
    [
      'sizes right above a tier, each then pushed below it',
      (n) => ({
        added: [65, 513][n % 2] ?? 0,
        deleted: 0.02,
        where: n,
        spared: 2,
      }),
    ],
    [
      'segments that are deleted nearly by half, all of them',
      (n) => ({
        added: 1 + (n % 70),
        deleted: n % 5 === 0 ? 0.49 : 0,
        where: null,
        spared: 1,
      }),
    ],
    ['one large and many small', (n) => ({ added: n % 8 === 0 ? 64 : 1 })],
  ])('when it is made hard: %s', (_what, made) => {
    const totals = nothing()
    const quiet: Run = { added: 0, deleted: 0, where: null, spared: 12 }
    for (let number = 0; number < 3000; number++) {
      step(totals, { ...quiet, ...made(number) })
      expectWithinBounds(totals)
    }
    expect(totals.written).toBeGreaterThan(totals.added)
  })

  test('by real runs too, as the segments on the disk say', async () => {
    const archive = archiveFolder()
    const totals = nothing()
    let known = new Set<string>()
    try {
      for (let number = 0; number < 40; number++) {
        const body = `第 ${number} 篇说的是供应链攻击，编辑部整理了说明。`
        archive.write(`${number}.md`, fetchedFile({ title: `报道 ${number}`, body }))
        if (number % 5 === 4) archive.remove(`${number - 3}.md`)
        const { corpus, index } = archive
        const { added, removed } = await buildIndex({ corpus, index, threads: 0 })
        const { segments = [] } = (await readManifest(nodeFolder(index))) ?? {}
        const fresh = segments.filter(({ name }) => !known.has(name))
        known = new Set(segments.map(({ name }) => name))
        totals.segments = segments
        totals.added += added
        totals.deleted += removed
        totals.largest = Math.max(totals.largest, liveIn(segments))
        totals.written += fresh.reduce((sum, { articles }) => sum + articles, 0) - added
        expectWithinBounds(totals)
      }
      expect(totals).toMatchObject({ added: 40, deleted: 8 })
      expect(totals.written).toBeGreaterThan(0)
    } finally {
      archive.end()
    }
  })
})
