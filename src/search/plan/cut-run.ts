/**
 * Cuts a run of Han characters with the index's own vocabulary: the most probable path through the run, each word as
 * probable as its share of the index's articles. No dictionary is loaded to ask (DESIGN.md, decision 3).
 */

/** What an unknown single character counts, so that a path always exists. */
const UNSEEN = 0.01

/**
 * @param run normalised Han text
 * @param longestWord in UTF-16 units
 * @param frequencyOf how many articles hold a word
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

/** Characters side by side that are no words of the index are one unknown word: that is how it is told to who asked. */
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

/** Offsets where characters begin, and the end: surrogate pairs stay whole. */
function characterBounds(run: string): readonly number[] {
  const bounds = [0]
  for (const character of run) bounds.push((bounds.at(-1) ?? 0) + character.length)
  return bounds
}

interface WordEdge {
  readonly from: number
  readonly to: number
  readonly cost: number
}

/** One edge for every piece of the run that is a word of the index, and for every single character. */
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

/** Edges come sorted by `from`, so one pass settles every node before it is left. */
function findBestPath(
  run: string,
  bounds: readonly number[],
  edges: readonly WordEdge[],
): readonly string[] {
  const costs = bounds.map((_, node) => (node === 0 ? 0 : Number.POSITIVE_INFINITY))
  const previous = bounds.map(() => 0)
  for (const { from, to, cost } of edges) {
    const total = (costs[from] ?? 0) + cost
    if (total >= (costs[to] ?? 0)) continue
    costs[to] = total
    previous[to] = from
  }
  const words: string[] = []
  for (let node = bounds.length - 1; node > 0; node = previous[node] ?? 0) {
    words.unshift(run.slice(bounds[previous[node] ?? 0], bounds[node]))
  }
  return words
}
