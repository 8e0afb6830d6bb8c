/**
 * Splits long blocks. The time that a browser takes to lay out a paragraph of mixed script grows faster than its length, so
 * one very long paragraph would freeze the page.
 */

import type { Block } from '../../src/corpus/article.ts'

const longestPiece = 10_000

/** Returns the block itself, or blocks of its kind with the text in pieces of at most 10,000 UTF-16 units. */
export function splitLongBlock(block: Block): readonly Block[] {
  if (block.text.length <= longestPiece) return [block]
  const pieces: Block[] = []
  for (let start = 0; start < block.text.length; ) {
    const end = findPieceEnd(block.text, start)
    pieces.push({ kind: block.kind, text: block.text.slice(start, end) })
    start = end
  }
  return pieces
}

/** Ends the piece after a line or a sentence in its second half where there is one, and never within a character. */
function findPieceEnd(text: string, start: number): number {
  const limit = start + longestPiece
  if (limit >= text.length) return text.length
  const half = start + longestPiece / 2
  const end = Math.max(text.lastIndexOf('\n', limit - 1), text.lastIndexOf('\u3002', limit - 1)) + 1
  if (end > half) return end
  return /[\ud800-\udbff]/.test(text.charAt(limit - 1)) ? limit - 1 : limit
}
