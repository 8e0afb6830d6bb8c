/** The words of a query as one text, as they would stand side by side: an article that says them so says what was meant. */

import { pairOf } from '../index/pairs.ts'
import type { QueryNode } from '../query/query.ts'
import { normalizeText } from '../text/normalize.ts'
import { type ArticleSet, intersect } from './article-sets.ts'
import type { IndexView } from './index-view.ts'
import type { Sought } from './nearness.ts'
import { pairArticles } from './term-lists.ts'

/** UTF-16 units. Longer texts are sentences, few enough hold all their words that each can be looked at: see rerank.ts. */
const LONGEST = 12
const HAN_ONLY = /^\p{Script=Han}+$/u

/** By the pairs of its characters: an article with all of them holds the text, most likely. Undefined where that says nothing. */
export async function planPhraseOfWords(
  view: IndexView,
  root: QueryNode,
  words: readonly Sought[],
): Promise<readonly ArticleSet[] | undefined> {
  const text = textOf(root)
  if (words.length < 2 || text.length > LONGEST || !HAN_ONLY.test(text)) return undefined
  const pairs = Array.from({ length: text.length - 1 }, (_, at) =>
    pairOf(text.charCodeAt(at), text.charCodeAt(at + 1)),
  )
  return Promise.all(
    view.segments.map(async (segment) => {
      const sets = await Promise.all(pairs.map((pair) => pairArticles(segment, pair)))
      return sets.reduce(intersect)
    }),
  )
}

/** Of words side by side, as if nothing stood between them; '' where anything else is asked for by its text. */
function textOf(root: QueryNode): string {
  if (root.kind !== 'and') return ''
  const typed = root.children.map((node) => {
    if (node.kind === 'word') return node.field ? ' ' : node.text
    return ['phrase', 'prefix', 'or', 'and'].includes(node.kind) ? ' ' : ''
  })
  return normalizeText(typed.join(''))
}
