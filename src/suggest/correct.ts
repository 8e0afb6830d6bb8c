/** Finds queries that may have been meant: the query with other words in place of those that hardly any article has. */

import { print } from '../query/print.ts'
import type { Query, QueryNode } from '../query/query.ts'
import { mapTexts } from '../query/text-nodes.ts'
import type { SyllablesOf } from '../text/sound/syllables.ts'
import type { CountArticles } from './co-occurrence.ts'
import type { Lexicon } from './lexicon.ts'
import { readingsOf } from './misspelt.ts'

/** A word or a quoted text of the query. */
export type TextNode = QueryNode & { readonly kind: 'word' | 'phrase' }

/** Queries that are returned at most: the caller tries each of them out. */
const MOST_QUERIES = 8

/** The words that corrections are made of, and the index that they are held against. */
export interface Knowledge {
  readonly lexicon: Lexicon
  readonly syllablesOf: SyllablesOf
  readonly count: CountArticles
}

/** Likeliest first: all doubtful words in their likeliest readings, then one word after the other. */
export async function correctedQueries(
  knowledge: Knowledge,
  root: Query['root'],
  doubtful: readonly TextNode[],
): Promise<readonly Query['root'][]> {
  const readings = await Promise.all(
    doubtful.map(async (node) => ({ node, texts: await likelyReadings(knowledge, node.text) })),
  )
  const likeliest = new Map<QueryNode, string>()
  for (const { node, texts } of readings) if (texts[0] !== undefined) likeliest.set(node, texts[0])
  const singly = readings.flatMap(({ node, texts }) =>
    texts.map((text) => new Map<QueryNode, string>([[node, text]])),
  )
  const queries = [likeliest, ...singly]
    .filter(({ size }) => size > 0)
    .map((texts) => withTexts(root, texts))
  const distinct = new Map(queries.map((other) => [print({ root: other, warnings: [] }), other]))
  return [...distinct.values()].slice(0, MOST_QUERIES)
}

/** Drops readings with a run of Chinese that no article has: a word of the right sound alone makes no sense of the rest. */
async function likelyReadings(
  { lexicon, syllablesOf, count }: Knowledge,
  text: string,
): Promise<readonly string[]> {
  const likely: string[] = []
  for (const reading of readingsOf(lexicon, syllablesOf, text)) {
    const runs = reading.match(/\p{Script=Han}+/gu) ?? []
    const counts = await Promise.all(runs.map(count))
    if (counts.every((articles) => articles > 0)) likely.push(reading)
  }
  return likely
}

function withTexts(root: Query['root'], texts: ReadonlyMap<QueryNode, string>): Query['root'] {
  const corrected = (node: QueryNode) =>
    mapTexts(node, (one) => ({ ...one, text: texts.get(one) ?? one.text }))
  return { ...root, children: root.children.map(corrected) }
}
