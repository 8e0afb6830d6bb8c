/**
 * Cuts a run of Han characters with the index's own vocabulary: the most probable path through the run, each word as
 * probable as its share of the index's articles. No dictionary is loaded for a query.
 */

import { elementAt } from '../../element-at.ts'

/** An unknown single character counts as a word in so many articles, so that a path always exists. */
const UNSEEN = 0.01

/**
 * @param run normalised Han text
 * @param longestWord in UTF-16 units
 * @param frequencyOf counts the articles that hold a word
 * @param occurrences terms in the whole index
 * @returns words that joined give `run`
 * @example cutRun('全文检索', …) → ['全文检索'] where the index holds that word, else ['全文', '检索']
 */
export async function cutRun(
  run: string,
  longestWord: number,
  frequencyOf: (word: string) => Promise<number>,
  occurrences: number,
): Promise<readonly string[]> {
  const bounds = characterBounds(run)
  const edges = await weighEdges(run, bounds, longestWord, frequencyOf, occurrences)
  return joinUnseen(findBestPath(run, bounds, edges), frequencyOf)
}

/** Joins neighbours that are no words of the index into one unknown word, as which messages name them. */
async function joinUnseen(
  words: readonly string[],
  frequencyOf: (word: string) => Promise<number>,
): Promise<readonly string[]> {
  const joined: string[] = []
  let afterUnseen = false
  for (const word of words) {
    const unseen = (await frequencyOf(word)) === 0
    if (unseen && afterUnseen) joined.push((joined.pop() ?? '') + word)
    else joined.push(word)
    afterUnseen = unseen
  }
  return joined
}

/** Lists the offsets where characters begin, and the end. Surrogate pairs stay whole. */
function characterBounds(run: string): readonly number[] {
  let end = 0
  const ends = Array.from(run, (character) => {
    end += character.length
    return end
  })
  return [0, ...ends]
}

/** A word from one bound to another, by their numbers. */
interface WordEdge {
  readonly from: number
  readonly to: number
  readonly cost: number
}

/** Makes an edge for every piece of the run that is a word of the index, and for every single character. */
async function weighEdges(
  run: string,
  bounds: readonly number[],
  longestWord: number,
  frequencyOf: (word: string) => Promise<number>,
  occurrences: number,
): Promise<readonly WordEdge[]> {
  const pending: Promise<WordEdge | undefined>[] = []
  for (const [from, start] of bounds.entries()) {
    for (let to = from + 1; to < bounds.length; to++) {
      const piece = run.slice(start, bounds[to])
      const single = to === from + 1
      if (!single && piece.length > longestWord) break
      pending.push(weighEdge(from, to, single, frequencyOf(piece), occurrences))
    }
  }
  return (await Promise.all(pending)).filter((edge) => edge !== undefined)
}

async function weighEdge(
  from: number,
  to: number,
  single: boolean,
  frequency: Promise<number>,
  occurrences: number,
): Promise<WordEdge | undefined> {
  const count = await frequency
  if (count === 0 && !single) return undefined
  return { from, to, cost: Math.log(Math.max(1, occurrences)) - Math.log(Math.max(UNSEEN, count)) }
}

/** Finds the cheapest path. Edges come sorted by `from`, so that one pass settles every node before it is left. */
function findBestPath(
  run: string,
  bounds: readonly number[],
  edges: readonly WordEdge[],
): readonly string[] {
  const costs = bounds.map((_, node) => (node === 0 ? 0 : Number.POSITIVE_INFINITY))
  const previous = bounds.map(() => 0)
  for (const { from, to, cost } of edges) {
    const total = elementAt(costs, from) + cost
    if (total >= elementAt(costs, to)) continue
    costs[to] = total
    previous[to] = from
  }
  const words: string[] = []
  for (let node = bounds.length - 1; node > 0; ) {
    const from = elementAt(previous, node)
    words.unshift(run.slice(bounds[from], bounds[node]))
    node = from
  }
  return words
}
