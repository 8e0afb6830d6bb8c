/**
 * "Did you mean": for a query that finds little, one that finds more. Looks at the index first; only for words that hardly
 * any article has is anything loaded to correct them.
 */

import { print } from '../query/print.ts'
import type { Query, QueryNode } from '../query/query.ts'
import type { SearchRequest } from '../search/answers/result.ts'
import type { IndexView } from '../search/lists/index-view.ts'
import { documentFrequency } from '../search/lists/posting-lists.ts'
import { countArticles } from '../search/lists/segment-sets.ts'
import type { Asked } from '../search/match/asked.ts'
import { countExact, type Found } from '../search/match/find.ts'
import { cutRun } from '../search/plan/cut-run.ts'
import type { TextNode } from '../suggest/correct.ts'
import { normalizeText } from '../text/normalize/normalize.ts'
import { visitPieces } from '../text/terms/script-runs.ts'

/** A query that finds fewer articles finds little. */
const FEW = 3
/** A query that finds enough was hardly mistyped, unless another finds this many times as much. */
const TIMES_AS_MUCH = 10
/** A longer query was pasted, not typed; in UTF-16 units. */
const LONGEST_QUERY = 80
/** Words of one query that are corrected: each takes milliseconds. */
const MOST_DOUBTFUL = 4
const LONGEST_HAN_RUN = 12
const SHORTEST_WORD = 4
/** Chinese without spaces that is still one thing looked for. */
const LONGEST_KEYWORD = 8
/** A longer text in quotes was copied, not typed; in UTF-16 units. */
const LONGEST_QUOTED = 40

/** Returns queries that may have been meant, likeliest first. */
export type Correct = (
  root: Query['root'],
  doubtful: readonly TextNode[],
) => Promise<readonly Query['root'][]>

/** Returns a query with more articles that have all its words than the request's; undefined: none is known or needed. */
export async function queryMeant(
  view: IndexView,
  { offset, withoutSnippets }: SearchRequest,
  asked: Asked,
  found: Found,
  correct: Correct,
): Promise<string | undefined> {
  if (offset > 0 || withoutSnippets || asked.typed.length > LONGEST_QUERY) return undefined
  const doubtful = await doubtfulTexts(view, asked.root, found)
  if (doubtful.length === 0) return undefined
  const enough = moreThan(countArticles(found.exact))
  for (const root of await correct(asked.root, doubtful)) {
    if ((await countExact(view, { ...asked, root })) >= enough) return print({ root, warnings: [] })
  }
  return undefined
}

function moreThan(articles: number): number {
  return articles < FEW ? articles + 1 : articles * TIMES_AS_MUCH
}

function countOf(view: IndexView, node: QueryNode): Promise<number> {
  return countExact(view, { root: { kind: 'and', children: [node] }, filters: [] })
}

async function doubtfulTexts(
  view: IndexView,
  root: Query['root'],
  found: Found,
): Promise<readonly TextNode[]> {
  const doubtful: TextNode[] = []
  for (const text of textsAskedFor(root)) {
    if (doubtful.length < MOST_DOUBTFUL && (await isDoubtful(view, text, found)))
      doubtful.push(text)
  }
  return doubtful
}

/** The texts that articles have to hold; excluded ones are left out. */
function textsAskedFor(node: QueryNode): readonly TextNode[] {
  if (node.kind === 'word' || node.kind === 'phrase') return [node]
  if (node.kind === 'and' || node.kind === 'or') return node.children.flatMap(textsAskedFor)
  return []
}

async function isDoubtful(view: IndexView, node: TextNode, { complete }: Found): Promise<boolean> {
  const findsLittle = countArticles(complete) < FEW
  // Quoted words that stand in an article as they are were meant so.
  const few = node.kind === 'phrase' ? 1 : FEW
  if (findsLittle && mayBeMistyped(node.text) && (await countOf(view, node)) < few) return true
  return node.kind === 'word' && hasStrayCharacters(view, node.text)
}

/** Judges a text by its looks, so that nothing is loaded for names with numbers, short words, questions and copied text. */
function mayBeMistyped(text: string): boolean {
  if (text.length > LONGEST_QUOTED) return false
  const pieces = normalizeText(text).match(/\p{Script=Han}+|[^\p{Script=Han}\s]+/gu) ?? []
  return pieces.some((piece) =>
    /^\p{Script=Han}/u.test(piece)
      ? piece.length > 1 && piece.length <= LONGEST_KEYWORD
      : /\p{L}/u.test(piece) && piece.length >= SHORTEST_WORD && !/\d{3}/.test(piece),
  )
}

/** 漏懂: characters side by side that are words by themselves at best, and stand so in hardly any article. */
async function hasStrayCharacters(view: IndexView, text: string): Promise<boolean> {
  const frequencyOf = (word: string) => documentFrequency(view, word)
  for (const run of hanRuns(normalizeText(text))) {
    if (run.length < 2 || run.length > LONGEST_HAN_RUN) continue
    const words = await cutRun(run, view.longestWord, frequencyOf, view.termOccurrences)
    for (const [i, word] of words.entries()) {
      const next = words[i + 1]
      // Characters that no article has as words come as one.
      const isUnknown = !isSingle(word) && (await frequencyOf(word)) === 0
      if (isUnknown || (isSingle(word) && isSingle(next) && (await isRare(view, word + next))))
        return true
    }
  }
  return false
}

/** The runs of Han characters, found by the tables that cut words. */
function hanRuns(normalizedText: string): readonly string[] {
  const runs: string[] = []
  visitPieces(normalizedText, (kind, start, end) => {
    if (kind === 'han') runs.push(normalizedText.slice(start, end))
  })
  return runs
}

function isSingle(word: string | undefined): boolean {
  return word !== undefined && [...word].length === 1
}

async function isRare(view: IndexView, text: string): Promise<boolean> {
  return (await countOf(view, { kind: 'phrase', text })) < FEW
}
