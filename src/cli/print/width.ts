/** Counts the columns of text on a terminal: 2 for 搜 and 🔍, 1 for s, none for a combining accent. */

import { eastAsianWidth } from 'get-east-asian-width'

/** A terminal draws a cluster as one character. */
export interface Cluster {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly columns: number
}

/**
 * Matches a flag's two letters, or a character with all that joins it: accents, variation selectors, skin tones, emoji.
 * At most thirty join, because a million accents on one letter would be too deep for the pattern.
 * `Intl.Segmenter` knows a few more cases but takes as long to load as a whole search.
 */
const clusterPattern =
  /\p{RI}{2}|.(?:[\p{Mn}\p{Me}\p{Emoji_Modifier}\u{e0020}-\u{e007f}]|\u200c|\u200d\p{Extended_Pictographic}?){0,30}/gsu

const twoColumns = /^\p{RI}{2}$|\ufe0f/u
const noColumns = /^[\p{Mn}\p{Me}\p{Cc}\p{Cf}]/u

export function splitClusters(text: string): readonly Cluster[] {
  return Array.from(text.matchAll(clusterPattern), ({ 0: cluster, index }) => ({
    text: cluster,
    start: index,
    end: index + cluster.length,
    columns: countClusterColumns(cluster),
  }))
}

export function countColumns(text: string): number {
  return splitClusters(text).reduce((sum, cluster) => sum + cluster.columns, 0)
}

/** Fills `text` up with spaces to so many columns. */
export function padToColumns(text: string, columns: number, side: 'left' | 'right'): string {
  const filling = ' '.repeat(Math.max(0, columns - countColumns(text)))
  return side === 'left' ? filling + text : text + filling
}

function countClusterColumns(cluster: string): number {
  if (noColumns.test(cluster)) return 0
  if (twoColumns.test(cluster)) return 2
  return eastAsianWidth(cluster.codePointAt(0) ?? 0)
}
