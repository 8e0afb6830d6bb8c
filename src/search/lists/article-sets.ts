/** Sets of articles of one segment: ascending article numbers. */

export type ArticleSet = Uint32Array

export const NO_ARTICLES: ArticleSet = new Uint32Array(0)

/** A set so many times as long as another is not walked through beside it; each article of the short one is looked up. */
export const MUCH_LONGER = 16
/** Sets are sparse that hold less than one article in so many; they are merged, which does not walk through all there could be. */
const SPARSE = 32

export function intersect(a: ArticleSet, b: ArticleSet): ArticleSet {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short.length * MUCH_LONGER < long.length) return lookUpEach(short, long)
  const result = new Uint32Array(short.length)
  let [at, count] = [0, 0]
  for (let i = 0; i < short.length; i++) {
    const article = short[i] ?? 0
    while (at < long.length && (long[at] ?? 0) < article) at++
    if (long[at] === article) result[count++] = article
  }
  return result.subarray(0, count)
}

function lookUpEach(short: ArticleSet, long: ArticleSet): ArticleSet {
  const result = new Uint32Array(short.length)
  let [at, count] = [0, 0]
  for (let i = 0; i < short.length; i++) {
    const article = short[i] ?? 0
    at = placeFrom(long, article, at)
    if (at === long.length) break
    if (long[at] === article) result[count++] = article
  }
  return result.subarray(0, count)
}

/**
 * The place of the first article of the set that is not below `article`, at `from` or after it; the set's length: there is none.
 * Takes steps of double length first, so that near places cost little (galloping: Bentley and Yao, 1976).
 */
export function placeFrom(set: ArticleSet, article: number, from: number): number {
  let [low, step] = [from, 1]
  while (low + step <= set.length && (set[low + step - 1] ?? 0) < article) {
    low += step
    step *= 2
  }
  let high = Math.min(set.length, low + step)
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((set[middle] ?? 0) < article) low = middle + 1
    else high = middle
  }
  return low
}

/** May give one of the two itself. */
export function unite(a: ArticleSet, b: ArticleSet): ArticleSet {
  if (b.length === 0) return a
  if (a.length === 0) return b
  const result = new Uint32Array(a.length + b.length)
  let [i, j, count] = [0, 0, 0]
  while (i < a.length && j < b.length) {
    const left = a[i] ?? 0
    const right = b[j] ?? 0
    result[count++] = left < right ? left : right
    if (left <= right) i++
    if (right <= left) j++
  }
  while (i < a.length) result[count++] = a[i++] ?? 0
  while (j < b.length) result[count++] = b[j++] ?? 0
  return result.subarray(0, count)
}

/** What is in any of the sets. May give one of them itself. */
export function uniteAll(sets: readonly ArticleSet[]): ArticleSet {
  let [total, limit] = [0, 0]
  for (const set of sets) {
    total += set.length
    limit = Math.max(limit, (set.at(-1) ?? -1) + 1)
  }
  return total * SPARSE < limit
    ? sets.reduce(unite, NO_ARTICLES)
    : uniteByBitmap(sets, limit, total)
}

/** Marks in a bitmap what is in any: no branch for each article, of which merging guesses every second one wrong. */
function uniteByBitmap(sets: readonly ArticleSet[], limit: number, total: number): ArticleSet {
  const only = sets.find((set) => set.length === total)
  if (only !== undefined) return only
  const marks = new Int32Array((limit + 31) >>> 5)
  for (const set of sets) {
    for (let i = 0; i < set.length; i++) {
      const article = set[i] ?? 0
      marks[article >>> 5] = (marks[article >>> 5] ?? 0) | (1 << article)
    }
  }
  return readBitmap(marks, Math.min(limit, total))
}

/** The places of the bits that are set, `most` at most: bit 0 of the first word is place 0. */
export function readBitmap(marks: Int32Array, most: number): ArticleSet {
  const result = new Uint32Array(most)
  let count = 0
  for (let word = 0; word < marks.length; word++) {
    for (let left = marks[word] ?? 0; left !== 0; left &= left - 1)
      result[count++] = word * 32 + 31 - Math.clz32(left & -left)
  }
  return result.subarray(0, count)
}

/** What is in `a` and not in `b`. May give `a` itself. */
export function subtract(a: ArticleSet, b: ArticleSet): ArticleSet {
  if (b.length === 0) return a
  if (b.length * MUCH_LONGER < a.length) return removeFew(a, b)
  const result = new Uint32Array(a.length)
  const skips = a.length * MUCH_LONGER < b.length
  let [j, count] = [0, 0]
  for (let i = 0; i < a.length; i++) {
    const article = a[i] ?? 0
    if (skips) j = placeFrom(b, article, j)
    else while (j < b.length && (b[j] ?? 0) < article) j++
    if (b[j] !== article) result[count++] = article
  }
  return result.subarray(0, count)
}

/** Copies what stands between the few that go. */
function removeFew(set: ArticleSet, few: ArticleSet): ArticleSet {
  const result = new Uint32Array(set.length)
  let [from, count] = [0, 0]
  for (let i = 0; i < few.length; i++) {
    const article = few[i] ?? 0
    const to = placeFrom(set, article, from)
    result.set(set.subarray(from, to), count)
    count += to - from
    from = set[to] === article ? to + 1 : to
  }
  result.set(set.subarray(from), count)
  return result.subarray(0, count + set.length - from)
}

/** The numbers below `limit` that `has` accepts. */
export function select(limit: number, has: (article: number) => boolean): ArticleSet {
  const result = new Uint32Array(limit)
  let count = 0
  for (let article = 0; article < limit; article++) if (has(article)) result[count++] = article
  return result.subarray(0, count)
}
