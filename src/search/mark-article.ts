/** Finds where the words of a query stand in an article's title and blocks, for the page that shows it. */

import { parse } from '../query/parse.ts'
import type { IndexView } from './lists/index-view.ts'
import { findMarks } from './literal/marks.ts'
import type { Range } from './literal/ranges.ts'
import { prepare } from './plan/prepare.ts'

/** Finds the marks of each text, in the texts' order. Linear in their length. */
export async function markTexts(
  view: IndexView,
  query: string,
  today: string,
  texts: readonly string[],
): Promise<readonly (readonly Range[])[]> {
  const { root } = parse(query, today)
  const { needles } = await prepare(view, root)
  return texts.map((text) => (needles.length === 0 ? [] : findMarks(text, needles)))
}
