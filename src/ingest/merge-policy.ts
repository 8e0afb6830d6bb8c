/**
 * When segments are merged. Segments stand in tiers by their live articles, each tier eight times as large as the one
 * below; eight of a tier become one. In the lowest that costs little and may be done ten times over with an article that
 * came alone; in each tier above an article is written once, so with N articles log8(N / 64) times more.
 */

import type { SegmentEntry } from '../index/manifest.ts'

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
