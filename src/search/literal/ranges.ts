/** Ranges of a text, in UTF-16 units. */

/** [start, end) */
export type Range = readonly [start: number, end: number]

/** Tells whether a range that begins at `start` belongs to the range before it, which ends at `end`. */
export type IsJoined = (end: number, start: number) => boolean

/**
 * Joins ranges that belong together, by default those that overlap or touch, and sorts them.
 * @returns ranges in the order of the text, of which no two belong together
 */
export function joinRanges(
  ranges: readonly Range[],
  isJoined: IsJoined = (end, start) => start <= end,
): readonly Range[] {
  const joined: [number, number][] = []
  for (const [start, end] of ranges.toSorted((a, b) => a[0] - b[0])) {
    const last = joined.at(-1)
    if (last === undefined || !isJoined(last[1], start)) joined.push([start, end])
    else last[1] = Math.max(last[1], end)
  }
  return joined
}
