/** Sets of articles of one segment: ascending article numbers. Pure. */

import { integerAt } from '../../element-at.ts'
import type { LiveSegment } from '../../index/generation/snapshot.ts'

export type ArticleSet = Uint32Array

export const NO_ARTICLES: ArticleSet = new Uint32Array(0)

/** When one set is more than this many times as long as the other, each article of the short one is looked up in it. */
export const MUCH_LONGER = 16
/** A set is sparse that holds less than one article in so many. Sparse sets are merged; dense ones are united by a bitmap. */
const SPARSE = 32

/** Returns the set of one segment; a list of sets has one for each segment of the view. Throws a RangeError where it has none. */
export function setOf(sets: readonly ArticleSet[], segment: number): ArticleSet {
  const set = sets[segment]
  if (set === undefined) throw new RangeError(`no set of articles for segment ${segment}`)
  return set
}

export function intersect(a: ArticleSet, b: ArticleSet): ArticleSet {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short.length * MUCH_LONGER < long.length) return lookUpEach(short, long)
  const result = new Uint32Array(short.length)
  let [at, count] = [0, 0]
  for (let i = 0; i < short.length; i++) {
    const article = integerAt(short, i)
    while (at < long.length && integerAt(long, at) < article) at++
    if (at === long.length) break
    if (long[at] === article) result[count++] = article
  }
  return result.subarray(0, count)
}

function lookUpEach(short: ArticleSet, long: ArticleSet): ArticleSet {
  const result = new Uint32Array(short.length)
  let [at, count] = [0, 0]
  for (let i = 0; i < short.length; i++) {
    const article = integerAt(short, i)
    at = placeFrom(long, article, at)
    if (at === long.length) break
    if (long[at] === article) result[count++] = article
  }
  return result.subarray(0, count)
}

/**
 * Finds the place of the first article of the set that is not below `article`, at `from` or after it; the set's length: there
 * is none. The steps double (galloping: Bentley and Yao, 1976), so that a near place costs little.
 */
export function placeFrom(set: ArticleSet, article: number, from: number): number {
  let [low, step] = [from, 1]
  while (low + step <= set.length && integerAt(set, low + step - 1) < article) {
    low += step
    step *= 2
  }
  let high = Math.min(set.length, low + step)
  while (low < high) {
    const middle = (low + high) >>> 1
    if (integerAt(set, middle) < article) low = middle + 1
    else high = middle
  }
  return low
}

/** The result may be one of the two sets itself. */
export function unite(a: ArticleSet, b: ArticleSet): ArticleSet {
  if (b.length === 0) return a
  if (a.length === 0) return b
  const result = new Uint32Array(a.length + b.length)
  let [i, j, count] = [0, 0, 0]
  while (i < a.length && j < b.length) {
    const left = integerAt(a, i)
    const right = integerAt(b, j)
    result[count++] = left < right ? left : right
    if (left <= right) i++
    if (right <= left) j++
  }
  while (i < a.length) result[count++] = integerAt(a, i++)
  while (j < b.length) result[count++] = integerAt(b, j++)
  return result.subarray(0, count)
}

/** Unites any number of sets. The result may be one of them itself. */
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

/** Marks each article in a bitmap, which takes no comparison: those of a merge come out either way, and the processor guesses wrong. */
function uniteByBitmap(sets: readonly ArticleSet[], limit: number, total: number): ArticleSet {
  const only = sets.find((set) => set.length === total)
  if (only !== undefined) return only
  const bitmap = new Uint32Array((limit + 31) >>> 5)
  for (const set of sets) markArticles(bitmap, set, set.length)
  return readBitmap(bitmap, Math.min(limit, total))
}

/** Sets the bits of the first `count` articles; bit 0 of the first word is article 0. */
function markArticles(bitmap: Uint32Array, articles: Uint32Array, count: number): void {
  for (let i = 0; i < count; i++) {
    const article = integerAt(articles, i)
    const word = article >>> 5
    bitmap[word] = integerAt(bitmap, word) | (1 << article)
  }
}

/** Reads the set out of a bitmap that holds at most `most` articles. */
export function readBitmap(bitmap: Uint32Array, most: number): ArticleSet {
  const result = new Uint32Array(most)
  let count = 0
  for (let word = 0; word < bitmap.length; word++) {
    for (let bits = integerAt(bitmap, word) | 0; bits !== 0; bits &= bits - 1)
      result[count++] = word * 32 + 31 - Math.clz32(bits & -bits)
  }
  return result.subarray(0, count)
}

/** Leaves the articles of `a` that are not in `b`. The result may be `a` itself. */
export function subtract(a: ArticleSet, b: ArticleSet): ArticleSet {
  if (b.length === 0) return a
  if (b.length * MUCH_LONGER < a.length) return removeFew(a, b)
  const result = new Uint32Array(a.length)
  const skips = a.length * MUCH_LONGER < b.length
  let [j, count] = [0, 0]
  for (let i = 0; i < a.length; i++) {
    const article = integerAt(a, i)
    if (skips) j = placeFrom(b, article, j)
    else while (j < b.length && integerAt(b, j) < article) j++
    if (j === b.length || b[j] !== article) result[count++] = article
  }
  return result.subarray(0, count)
}

/** Copies what stands between the few that go. */
function removeFew(set: ArticleSet, few: ArticleSet): ArticleSet {
  const result = new Uint32Array(set.length)
  let [from, count] = [0, 0]
  for (let i = 0; i < few.length; i++) {
    const article = integerAt(few, i)
    const to = placeFrom(set, article, from)
    result.set(set.subarray(from, to), count)
    count += to - from
    from = to < set.length && set[to] === article ? to + 1 : to
  }
  result.set(set.subarray(from), count)
  return result.subarray(0, count + set.length - from)
}

/** Selects the numbers below `limit` that `has` accepts. */
export function select(limit: number, has: (article: number) => boolean): ArticleSet {
  const result = new Uint32Array(limit)
  let count = 0
  for (let article = 0; article < limit; article++) if (has(article)) result[count++] = article
  return result.subarray(0, count)
}

/** Selects all articles of a segment but the deleted ones. */
export function liveArticles({ segment, deleted }: LiveSegment): ArticleSet {
  return select(segment.meta.articles, (article) => !deleted.has(article))
}
