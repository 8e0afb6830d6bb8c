/**
 * Groups the articles that are one text. Pure but for the comparing of texts, which whoever calls does: the groups depend on the
 * articles alone, not on how they came or in which segment they stand.
 *
 * The first article of a group stands for it, and each other one is compared with such first ones only: so likeness is never
 * handed on from neighbour to neighbour until the ends have nothing in common.
 */

import { orderOfKeys } from '../../index/build/sort-keys.ts'
import { SketchTable, sketchesMeet } from './sketch-table.ts'
import { daysBetween, REPRINT_DAYS, type TitledCandidate, TitleTable } from './title-table.ts'

/** Titles are equal where what stands for them is. */
export interface Candidate extends TitledCandidate {
  /** 16 hex digits. */
  readonly id: string
  readonly hasBody: boolean
  /** Undefined for a text too short. */
  readonly sketch: Uint16Array | undefined
}

/** Tells whether the bodies of both are one text. */
export type Compare<Article> = (first: Article, other: Article) => Promise<boolean>

/** Articles by their numbers, each made when it is asked for; an array will do. */
export interface CandidateList<Article extends Candidate> {
  readonly length: number
  at(number: number): Article | undefined
}

/** Groups of two and more; in each, and among the groups, articles with a body first, then the earliest. */
export async function findDuplicates<Article extends Candidate>(
  articles: CandidateList<Article>,
  compare: Compare<Article>,
): Promise<readonly (readonly Article[])[]> {
  const groupOf = new Map<number, Article[]>()
  const { order, sketches } = sortCandidates(articles)
  const texts = new SketchTable(sketches)
  const titles = new TitleTable((number) => articles.at(number)?.title)
  for (const number of order) {
    const article = articles.at(number)
    if (article === undefined) continue
    const same = article.hasBody
      ? await findFirst(likeliestMatches(texts, article, articles), (first) =>
          compare(first.article, article),
        )
      : numbered(articles, titles.firstLike(article))[0]
    if (same !== undefined) joinGroup(groupOf, same, { number, article })
    else if (article.sketch !== undefined) texts.add(number, article.sketch)
    // A page without a body may have the title of any copy, but not of another such page's neighbour in time.
    if (same === undefined || article.hasBody) titles.add(number, article)
  }
  return [...new Set(groupOf.values())].sort(compareGroups)
}

/** Adds the article to the group of `same`, or makes a group of both: most articles have none. */
function joinGroup<Article>(
  groupOf: Map<number, Article[]>,
  same: Numbered<Article>,
  { number, article }: Numbered<Article>,
): void {
  const group = groupOf.get(same.number) ?? [same.article]
  group.push(article)
  groupOf.set(same.number, group).set(number, group)
}

/** Numbers of all articles, by what they are ordered by first; those alike in it by their ids. And how many have a sketch. */
function sortCandidates<Article extends Candidate>(articles: CandidateList<Article>) {
  const keys = new Uint32Array(articles.length)
  let sketches = 0
  for (let number = 0; number < keys.length; number++) {
    const { hasBody = false, date = 0, sketch } = articles.at(number) ?? {}
    keys[number] = (hasBody ? 0 : BODILESS) + (date || NO_DATE)
    if (sketch !== undefined) sketches++
  }
  const order = orderOfKeys(keys)
  for (let start = 0, end = 0; start < order.length; start = end) {
    const key = keys[order[start] ?? 0]
    while (end < order.length && keys[order[end] ?? 0] === key) end++
    order.set(sortById(order.subarray(start, end), articles), start)
  }
  return { order, sketches }
}

/** Later than any date, and more than both. */
const NO_DATE = 99_999_999
const BODILESS = 100_000_000

function sortById<Article extends Candidate>(
  numbers: Uint32Array,
  articles: CandidateList<Article>,
): readonly number[] {
  return Array.from(numbers, (number) => ({ number, id: articles.at(number)?.id ?? '' }))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ number }) => number)
}

/** Groups in the order of their first articles. */
export function compareGroups([a]: readonly Candidate[], [b]: readonly Candidate[]): number {
  return a === undefined || b === undefined ? 0 : compareCandidates(a, b)
}

/**
 * Does either ever look at the other? What becomes of an article depends only on those that it is joined to by steps of
 * this; groups of all articles are those of each such set, found by itself.
 */
export function areRelated(a: Candidate, b: Candidate): boolean {
  return sketchesMeet(a.sketch, b.sketch) || titlesMeet(a, b)
}

function titlesMeet(a: Candidate, b: Candidate): boolean {
  if (a.title === '' || a.title !== b.title || (a.hasBody && b.hasBody)) return false
  return daysBetween(a.date, b.date) <= REPRINT_DAYS
}

/** Puts articles with a body first, then the earlier ones. */
function compareCandidates(a: Candidate, b: Candidate): number {
  if (a.hasBody !== b.hasBody) return a.hasBody ? -1 : 1
  const [left, right] = [a.date || Number.POSITIVE_INFINITY, b.date || Number.POSITIVE_INFINITY]
  if (left !== right) return left - right
  return a.id < b.id ? -1 : 1
}

async function findFirst<Item>(
  items: readonly Item[],
  holds: (item: Item) => Promise<boolean>,
): Promise<Item | undefined> {
  for (const item of items) if (await holds(item)) return item
  return undefined
}

/** A template may have a thousand pages that are first of their groups. */
const MOST_COMPARED = 8

interface Numbered<Article> {
  readonly number: number
  readonly article: Article
}

/** Returns the articles worth comparing, the likeliest first; equally likely ones in the order in which they came. */
function likeliestMatches<Article extends Candidate>(
  table: SketchTable,
  { sketch }: Article,
  articles: CandidateList<Article>,
): readonly Numbered<Article>[] {
  if (sketch === undefined) return []
  return table
    .likeliest(sketch, MOST_COMPARED)
    .flatMap(({ article }) => numbered(articles, article))
}

/** None where there is no such article. */
function numbered<Article extends Candidate>(
  articles: CandidateList<Article>,
  number: number | undefined,
): readonly Numbered<Article>[] {
  const article = number === undefined ? undefined : articles.at(number)
  return number === undefined || article === undefined ? [] : [{ number, article }]
}
