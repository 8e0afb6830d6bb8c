import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { SegmentEntry } from '../../src/index/manifest.ts'
import { chooseMerge } from '../../src/ingest/merge-policy.ts'

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
