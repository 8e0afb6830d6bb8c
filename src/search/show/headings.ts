/** Finds where the headings of an article stand in its text. */

import type { Block } from '../../corpus/article.ts'
import { titleKey } from '../../text/title-key.ts'

/** [start, end) in UTF-16 units of the body, see bodyOf. */
export interface Heading {
  readonly start: number
  readonly end: number
}

/** Lists headings in their order, but for those that only say the title again. */
export function listHeadings(blocks: readonly Block[], title: string): readonly Heading[] {
  const headings: Heading[] = []
  let start = 0
  for (const { kind, text } of blocks) {
    const end = start + text.length
    if (kind === 'heading' && text.trim() !== '' && titleKey(text) !== titleKey(title))
      headings.push({ start, end })
    start = end + 1
  }
  return headings
}
