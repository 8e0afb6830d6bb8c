/**
 * When segments are merged. Segments stand in tiers by their live articles, each tier eight times as large as the one
 * below; eight of a tier become one. What that costs at most, over any sequence of runs with at most N live articles:
 *
 *   segments     7 × (1 + ⌈log8(N / 64)⌉)
 *   written      by merges, in articles: 12.2 + 1.32 × log8(N / 512) for each that was ever added, 3 for each deleted
 *
 * so with a million articles 17 times, when all came alone; one that came with 511 others is written less than 5 times.
 *
 * Why: give an article in a segment of s live ones the credit c(s) = 1.32 × log8(N / s) from 512 on, and below that
 * 4.05 × log8(512 / s) more than at 512. A merge into S articles lets Σ s × (c(s) − c(S)) go, which is at least the S that it
 * writes: the entropy of eight sizes that differ eightfold at most is no less than 1 / 1.32 of log 8, and in the lowest
 * tier, sixty-four-fold, 1 / 4.05. A deletion adds to the credit of its neighbours 4.05 / ln 8 at most, and pays for one of the live
 * articles when its segment, mostly deleted, is written anew.
 */

import type { SegmentEntry } from '../../index/files/manifest.ts'

const TIER_WIDTH = 8
/** Articles that fill the lowest tier. */
const LOWEST_TIER = 64

/** The segments to merge into one now; none: leave them. Segments that are mostly deleted are written anew by themselves. */
export function chooseMerge(segments: readonly SegmentEntry[]): readonly SegmentEntry[] {
  const wasteful = segments.find((segment) => segment.deleted * 2 > segment.articles)
  if (wasteful !== undefined) return [wasteful]
  const tiers = [...new Set(segments.map(tierOf))].sort((a, b) => a - b)
  const groups = tiers.map((tier) => segments.filter((segment) => tierOf(segment) === tier))
  return groups.find((group) => group.length >= TIER_WIDTH) ?? []
}

/** All of them, where they are not one whole segment yet: what `--optimize` asks for. */
export function mergeAll(segments: readonly SegmentEntry[]): readonly SegmentEntry[] {
  return segments.length > 1 || segments.some(({ deleted }) => deleted > 0) ? segments : []
}

function tierOf(segment: SegmentEntry): number {
  const live = segment.articles - segment.deleted
  return Math.max(0, Math.ceil(Math.log(live / LOWEST_TIER) / Math.log(TIER_WIDTH)))
}
