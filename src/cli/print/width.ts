/** How many columns text takes on a terminal: 2 for 搜 and 🔍, 1 for s, none for a combining accent. */

import { eastAsianWidth } from 'get-east-asian-width'

/** What a terminal draws as one character, with its place in the text. */
export interface Cluster {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly columns: number
}

/**
 * A flag's two letters, or a character with all that joins it: accents, variation selectors, skin tones, joined emoji.
 * At most thirty join: a million accents on one letter would be too deep for the pattern.
 * `Intl.Segmenter` knows a few more cases and takes 8 ms to load; a search on the terminal has no 8 ms to give away.
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

/** `text` filled up with spaces to so many columns. */
export function padToColumns(text: string, columns: number, side: 'left' | 'right'): string {
  const filling = ' '.repeat(Math.max(0, columns - countColumns(text)))
  return side === 'left' ? filling + text : text + filling
}

function countClusterColumns(cluster: string): number {
  if (noColumns.test(cluster)) return 0
  if (twoColumns.test(cluster)) return 2
  return eastAsianWidth(cluster.codePointAt(0) ?? 0)
}
