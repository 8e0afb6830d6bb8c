/**
 * How good a ranking is, by the measures of information retrieval. A ranking is document ids, best first; judgements give a
 * relevance above 0 to the documents that answer the question. The gain of a document is its relevance, as it stands.
 */

/** Documents that answer a question, with how well; none has a relevance of 0 or less. */
export type Judgements = ReadonlyMap<string, number>

/** How good the answer to one question is; each from 0 to 1. */
export interface Quality {
  readonly ndcg: number
  readonly mrr: number
  readonly recall: number
}

/** How far down a ranking is looked: what a first page shows, and what someone patient gets to. */
const FIRST_PAGE = 10
export const DEPTH = 100

export function qualityOf(ranking: readonly string[], judgements: Judgements): Quality {
  return {
    ndcg: normalizedGain(ranking, judgements, FIRST_PAGE),
    mrr: reciprocalRank(ranking, judgements, FIRST_PAGE),
    recall: recall(ranking, judgements, DEPTH),
  }
}

/** nDCG: the discounted gain of the first `depth`, as a share of what the best order would have. */
export function normalizedGain(
  ranking: readonly string[],
  judgements: Judgements,
  depth: number,
): number {
  const ideal = [...judgements.values()].sort((a, b) => b - a)
  const best = discountedGain(ideal, depth)
  const gains = ranking.map((id) => judgements.get(id) ?? 0)
  return best === 0 ? 0 : discountedGain(gains, depth) / best
}

/** A gain at place i, from 1, counts 1 / log2(i + 1). */
function discountedGain(gains: readonly number[], depth: number): number {
  return gains.slice(0, depth).reduce((sum, gain, i) => sum + gain / Math.log2(i + 2), 0)
}

/** One over the place of the first answer; 0 when none is among the first `depth`. */
export function reciprocalRank(
  ranking: readonly string[],
  judgements: Judgements,
  depth: number,
): number {
  const first = ranking.slice(0, depth).findIndex((id) => judgements.has(id))
  return first < 0 ? 0 : 1 / (first + 1)
}

/** Share of the answers that are among the first `depth`. */
export function recall(ranking: readonly string[], judgements: Judgements, depth: number): number {
  if (judgements.size === 0) return 0
  return ranking.slice(0, depth).filter((id) => judgements.has(id)).length / judgements.size
}

/** The mean over questions; 0 over none. */
export function meanQuality(qualities: readonly Quality[]): Quality {
  const mean = (of: (quality: Quality) => number): number =>
    qualities.reduce((sum, quality) => sum + of(quality), 0) / Math.max(1, qualities.length)
  return {
    ndcg: mean(({ ndcg }) => ndcg),
    mrr: mean(({ mrr }) => mrr),
    recall: mean(({ recall: share }) => share),
  }
}
