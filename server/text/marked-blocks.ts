/** Finds the marks in the blocks of an article and numbers them over the whole page. */

import type { StoredArticle } from '../../src/backend/backend.ts'
import type { Block } from '../../src/corpus/article.ts'
import type { Snippet } from '../../src/search/answers/result.ts'
import { splitLongBlock } from './long-blocks.ts'
import { neutralizeLines } from './neutralize.ts'

export interface MarkedBlock extends Block {
  /** [start, end) in UTF-16 units of the text. */
  readonly marks: Snippet['marks']
  /** The number of marks before this block on the page. */
  readonly marksBefore: number
}

/** Splits long blocks, neutralizes their texts and marks the words of the query in them. */
export async function markBlocks(
  article: StoredArticle,
  marksOf: (texts: readonly string[]) => Promise<readonly Snippet['marks'][]>,
): Promise<readonly MarkedBlock[]> {
  const blocks = article.blocks
    .flatMap(splitLongBlock)
    .map(({ kind, text }) => ({ kind, text: neutralizeLines(text) }))
  const texts = blocks.map(({ text }) => text)
  const marks = await marksOf(texts)
  let marksBefore = 0
  return blocks.map((block, number) => {
    const own = marks[number] ?? []
    const marked = { ...block, marks: own, marksBefore }
    marksBefore += own.length
    return marked
  })
}

export function countMarks(blocks: readonly MarkedBlock[]): number {
  const last = blocks.at(-1)
  return last === undefined ? 0 : last.marksBefore + last.marks.length
}
