/** Sets of articles of one segment: ascending article numbers. */

export type ArticleSet = Uint32Array

export const NO_ARTICLES: ArticleSet = new Uint32Array(0)

export function intersect(a: ArticleSet, b: ArticleSet): ArticleSet {
  const result = new Uint32Array(Math.min(a.length, b.length))
  let [i, j, count] = [0, 0, 0]
  while (i < a.length && j < b.length) {
    const difference = (a[i] ?? 0) - (b[j] ?? 0)
    if (difference === 0) result[count++] = a[i] ?? 0
    if (difference <= 0) i++
    if (difference >= 0) j++
  }
  return result.subarray(0, count)
}

export function unite(a: ArticleSet, b: ArticleSet): ArticleSet {
  const result = new Uint32Array(a.length + b.length)
  let [i, j, count] = [0, 0, 0]
  while (i < a.length || j < b.length) {
    const left = i < a.length ? (a[i] ?? 0) : Number.POSITIVE_INFINITY
    const right = j < b.length ? (b[j] ?? 0) : Number.POSITIVE_INFINITY
    result[count++] = Math.min(left, right)
    if (left <= right) i++
    if (right <= left) j++
  }
  return result.subarray(0, count)
}

/** What is in `a` and not in `b`. */
export function subtract(a: ArticleSet, b: ArticleSet): ArticleSet {
  const result = new Uint32Array(a.length)
  let [j, count] = [0, 0]
  for (const article of a) {
    while (j < b.length && (b[j] ?? 0) < article) j++
    if (b[j] !== article) result[count++] = article
  }
  return result.subarray(0, count)
}

/** The numbers below `limit` that `has` accepts. */
export function select(limit: number, has: (article: number) => boolean): ArticleSet {
  const result = new Uint32Array(limit)
  let count = 0
  for (let article = 0; article < limit; article++) if (has(article)) result[count++] = article
  return result.subarray(0, count)
}
