/**
 * Articles whose title is what was typed, and those that hold it as it stands: whoever pastes a title or a line wants that
 * article, whatever else its signs may mean.
 */

import { titleHash } from '../../index/columns/title-hash.ts'
import type { QueryNode } from '../../query/query.ts'
import { normalizeText } from '../../text/normalize/normalize.ts'
import { titleKey } from '../../text/title-key.ts'
import { type ArticleSet, NO_ARTICLES } from '../lists/article-sets.ts'
import type { IndexView, SegmentView } from '../lists/index-view.ts'
import { findLiteral } from '../literal/literal.ts'

/** Titles that are read to be sure. So many with one hash have one title, but for a chance of one in millions. */
const MOST_READ = 256

/**
 * By what was typed as a whole. Signs between the words make no difference; where some of them may be operators (`苹果 -手机`),
 * the title has to have them too.
 */
export function matchWholeTitle(
  view: IndexView,
  typed: string,
  root: QueryNode,
): Promise<readonly ArticleSet[]> {
  const isSame = isPlain(root) ? compareByKey(typed) : compareByText(typed)
  return matchTitle(view, typed, isSame)
}

/** Shorter texts with operators are meant as they are read. */
const SHORTEST_PASTED = 12

/** The articles that hold a pasted text in which something looks like an operator, such as a command with its `-options`. */
export async function matchPastedText(
  view: IndexView,
  typed: string,
  root: QueryNode,
): Promise<readonly ArticleSet[]> {
  const text = normalizeText(typed).trim()
  if (isPlain(root) || text.length < SHORTEST_PASTED) return view.segments.map(() => NO_ARTICLES)
  const lists = await Promise.all(view.segments.map((segment) => findLiteral(segment, text)))
  return lists.map(({ articles }) => articles)
}

/** By the words that are asked for, without operators, fields and conditions. */
export async function matchTitleWords(
  view: IndexView,
  root: QueryNode,
): Promise<readonly ArticleSet[]> {
  const words = isPlain(root) ? '' : typedWords(root).join(' ')
  return words === ''
    ? view.segments.map(() => NO_ARTICLES)
    : matchTitle(view, words, compareByKey(words))
}

function matchTitle(
  view: IndexView,
  title: string,
  isSame: (title: string) => boolean,
): Promise<readonly ArticleSet[]> {
  if (titleKey(title) === '') return Promise.resolve(view.segments.map(() => NO_ARTICLES))
  const hash = titleHash(title)
  return Promise.all(view.segments.map((segment) => matchTitleIn(segment, hash, isSame)))
}

async function matchTitleIn(
  { segment, deleted }: SegmentView,
  hash: number,
  isSame: (title: string) => boolean,
): Promise<ArticleSet> {
  const hashes = await segment.column('titleHashes')
  if (!mayHold(hashes, hash)) return NO_ARTICLES
  const found: number[] = []
  for (let article = hashes.indexOf(hash); article >= 0; ) {
    if (!deleted.has(article)) found.push(article)
    article = hashes.indexOf(hash, article + 1)
  }
  if (found.length > MOST_READ) return Uint32Array.from(found)
  const same = await Promise.all(
    found.map(async (article) => isSame((await segment.articles.record(article)).title)),
  )
  return Uint32Array.from(found.filter((_, i) => same[i]))
}

/** A bit for each value that the last bits of a hash can have. */
const FILTER_BITS = 20
const filters = new WeakMap<Uint32Array, Uint8Array>()
/** To make a filter takes as long as so many walks, which nobody saves who asks once and ends. */
const ASKED_BEFORE = 16
const timesAsked = new WeakMap<Uint32Array, number>()

/** False: none of the hashes is this one. Spares nearly every query a walk along all titles (a Bloom filter of one hash). */
function mayHold(hashes: Uint32Array, hash: number): boolean {
  const times = timesAsked.get(hashes) ?? 0
  timesAsked.set(hashes, times + 1)
  if (times < ASKED_BEFORE) return true
  const filter = filters.get(hashes) ?? filterOf(hashes)
  filters.set(hashes, filter)
  const bit = hash & ((1 << FILTER_BITS) - 1)
  return ((filter[bit >>> 3] ?? 0) & (1 << (bit & 7))) !== 0
}

function filterOf(hashes: Uint32Array): Uint8Array {
  const filter = new Uint8Array(1 << (FILTER_BITS - 3))
  for (let i = 0; i < hashes.length; i++) {
    const bit = (hashes[i] ?? 0) & ((1 << FILTER_BITS) - 1)
    filter[bit >>> 3] = (filter[bit >>> 3] ?? 0) | (1 << (bit & 7))
  }
  return filter
}

function compareByKey(typed: string): (title: string) => boolean {
  const key = titleKey(typed)
  return (title) => titleKey(title) === key
}

function compareByText(typed: string): (title: string) => boolean {
  const flat = (text: string) => normalizeText(text).replace(/\s+/g, ' ').trim()
  const wanted = flat(typed)
  return (title) => flat(title) === wanted
}

/** Words side by side, which mean no more than they say. */
function isPlain(root: QueryNode): boolean {
  return root.kind === 'and' && root.children.every((node) => node.kind === 'word' && !node.field)
}

function typedWords(node: QueryNode): readonly string[] {
  if (node.kind === 'word' || node.kind === 'phrase') return [node.text]
  return node.kind === 'and' ? node.children.flatMap(typedWords) : []
}
