/**
 * Parts blocks that are longer than a browser likes: Chromium takes two seconds to lay out 200,000 characters of mixed script
 * in one paragraph and a minute for 800,000, and half a second for the same text in pieces.
 */

import type { Block } from '../../src/corpus/article.ts'

const longestPiece = 10_000

/** The block itself, or blocks of its kind whose texts follow each other, each of at most 10,000 UTF-16 units. */
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

/** After a line or a sentence in the piece's second half, where there is one; never within a character. */
function findPieceEnd(text: string, start: number): number {
  const limit = start + longestPiece
  if (limit >= text.length) return text.length
  const half = start + longestPiece / 2
  const end = Math.max(text.lastIndexOf('\n', limit - 1), text.lastIndexOf('\u3002', limit - 1)) + 1
  if (end > half) return end
  return /[\ud800-\udbff]/.test(text[limit - 1] ?? '') ? limit - 1 : limit
}
