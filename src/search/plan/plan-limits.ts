/** How much of a query is looked up in the dearer ways; the rest is searched as plain words. Pure. */

import type { QueryNode } from '../../query/query.ts'
import { isTextNode, type TextNode } from '../../query/text-nodes.ts'
import { normalizeText } from '../../text/normalize/normalize.ts'
import { queryPieces } from '../../text/terms/tokenize.ts'

/** One query expands at most so many beginnings; the others are searched as plain words. */
export const MOST_EXPANSIONS = 4
/**
 * A query may have this many single characters that are looked for in any word, which reads thousands of pairs for each;
 * further ones are found only where they are words of their own.
 */
const MOST_SINGLES = 16

export interface PlanLimits {
  /** These beginnings are expanded. */
  readonly expanded: ReadonlySet<QueryNode>
  /** These single characters are looked for as words only. */
  readonly onlyAsWords: ReadonlySet<string>
}

export function limitPlan(root: QueryNode): PlanLimits {
  const texts = listTexts(root)
  const beginnings = texts.filter(({ kind, text }) => kind === 'prefix' && needsExpansion(text))
  return {
    expanded: new Set(beginnings.slice(0, MOST_EXPANSIONS)),
    onlyAsWords: new Set([...new Set(texts.flatMap(listSingles))].slice(MOST_SINGLES)),
  }
}

/** Tells whether the words that begin with a text have to be looked up: Han and kana are found inside longer words anyway. */
export function needsExpansion(text: string): boolean {
  return queryPieces(normalizeText(text)).at(-1)?.kind === 'term'
}

function listTexts(node: QueryNode): readonly TextNode[] {
  if (isTextNode(node)) return [node]
  if (node.kind === 'not') return listTexts(node.child)
  return node.kind === 'and' || node.kind === 'or' ? node.children.flatMap(listTexts) : []
}

function listSingles({ kind, text }: TextNode): readonly string[] {
  if (kind === 'phrase') return []
  return queryPieces(normalizeText(text))
    .filter((piece) => piece.kind === 'han' && piece.text.length === 1)
    .map((piece) => piece.text)
}
