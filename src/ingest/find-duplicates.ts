/**
 * Groups the articles that are one text. Pure but for the comparing of texts, which whoever calls does: the groups depend on the
 * articles alone, not on how they came or in which segment they stand.
 *
 * The first article of a group stands for it, and each other one is compared with such first ones only: so likeness is never
 * handed on from neighbour to neighbour until the ends have nothing in common.
 */

import { SketchTable, sketchesMeet } from './sketch-table.ts'

export interface Candidate {
  /** 16 hex digits. */
  readonly id: string
  /** YYYYMMDD, 0 for none. */
  readonly date: number
  readonly hasBody: boolean
  /** Equal for equal titles; '' for a title too short to tell anything. */
  readonly title: string
  /** Equal for who publishes at its address. */
  readonly publisher: number
  /** Undefined for a text too short. */
  readonly sketch: Uint16Array | undefined
}

/** Are the bodies of both one text? */
export type Compare<Article> = (first: Article, other: Article) => Promise<boolean>

/** Groups of two and more; in each, and among the groups, articles with a body first, then the earliest. */
export async function findDuplicates<Article extends Candidate>(
  articles: readonly Article[],
  compare: Compare<Article>,
): Promise<readonly (readonly Article[])[]> {
  const groupOf = new Map<Article, Article[]>()
  const texts = textTable<Article>()
  const titles = titleTable<Article>()
  for (const article of [...articles].sort(inOrder)) {
    const same = article.hasBody
      ? await firstThat(texts.like(article), (first) => compare(first, article))
      : titles.like(article)[0]
    if (same === undefined) texts.add(article)
    else join(groupOf, same, article)
    // A page without a body may have the title of any copy, but not of another such page's neighbour in time.
    if (same === undefined || article.hasBody) titles.add(article)
  }
  return [...new Set(groupOf.values())].sort(byFirst)
}

/** To the group of another one, or to a new one: most articles never have any. */
function join<Article>(groupOf: Map<Article, Article[]>, same: Article, article: Article): void {
  const group = groupOf.get(same) ?? [same]
  group.push(article)
  groupOf.set(same, group).set(article, group)
}

/** Groups in the order of their first articles. */
export function byFirst([a]: readonly Candidate[], [b]: readonly Candidate[]): number {
  return a === undefined || b === undefined ? 0 : inOrder(a, b)
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

/** Those with a body first, then the earliest. */
function inOrder(a: Candidate, b: Candidate): number {
  if (a.hasBody !== b.hasBody) return a.hasBody ? -1 : 1
  const [left, right] = [a.date || Number.POSITIVE_INFINITY, b.date || Number.POSITIVE_INFINITY]
  if (left !== right) return left - right
  return a.id < b.id ? -1 : 1
}

async function firstThat<Item>(
  items: readonly Item[],
  holds: (item: Item) => Promise<boolean>,
): Promise<Item | undefined> {
  for (const item of items) if (await holds(item)) return item
  return undefined
}

interface Table<Article> {
  add(article: Article): void
  /** Those worth comparing, the likeliest first. */
  like(article: Article): readonly Article[]
}

/** A template may have a thousand pages that are first of their groups. */
const MOST_COMPARED = 8

function textTable<Article extends Candidate>(): Table<Article> {
  const table = new SketchTable<Article>()
  return {
    add(article) {
      if (article.sketch !== undefined) table.add(article, article.sketch)
    },
    like({ sketch }) {
      if (sketch === undefined) return []
      return [...table.like(sketch)]
        .sort((a, b) => b.agreeing - a.agreeing || inOrder(a.article, b.article))
        .slice(0, MOST_COMPARED)
        .map(({ article }) => article)
    },
  }
}

/** What comes back under its title after more days is another edition; one publisher has them every day or week. */
const REPRINT_DAYS = 14
const AGAIN_DAYS = 2

/** By title, for pages without a body, and not long before or after: those with a body first, then the earliest. */
function titleTable<Article extends Candidate>(): Table<Article> {
  const byTitle = new Map<string, Article[]>()
  return {
    add(article) {
      if (article.title !== '') append(byTitle, article.title, article)
    },
    like: (article) =>
      (byTitle.get(article.title) ?? [])
        .filter((other) => {
          const days = other.publisher === article.publisher ? AGAIN_DAYS : REPRINT_DAYS
          return daysBetween(other.date, article.date) <= days
        })
        .sort(inOrder),
  }
}

function append<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}

const DAY_MS = 86_400_000

/** Infinite when one of them is not known. */
function daysBetween(a: number, b: number): number {
  if (a === 0 || b === 0) return Number.POSITIVE_INFINITY
  return Math.abs(timeOf(a) - timeOf(b)) / DAY_MS
}

function timeOf(date: number): number {
  return Date.UTC(Math.floor(date / 10_000), (Math.floor(date / 100) % 100) - 1, date % 100)
}
