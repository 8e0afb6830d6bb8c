/**
 * Finds articles whose title is what was typed, and articles that hold it as it stands: whoever pastes a title or a line wants
 * that article, whatever else its signs may mean.
 */

import { titleHash } from '../../index/columns/title-hash.ts'
import type { QueryNode } from '../../query/query.ts'
import { normalizeText } from '../../text/normalize/normalize.ts'
import { titleKey } from '../../text/title-key.ts'
import type { ArticleSet } from '../lists/article-sets.ts'
import type { IndexView, SegmentView } from '../lists/index-view.ts'
import { emptySets, type SegmentSets } from '../lists/segment-sets.ts'
import { findQuoted } from '../literal/quoted.ts'

/**
 * The search reads at most this many titles to be sure. If more share a hash, they have the same title, but for a chance of one
 * in millions.
 */
const MOST_READ = 256

/**
 * Finds articles whose title is all that was typed. Signs between the words make no difference; where some of them may be
 * operators (`苹果 -手机`), the title has to have them, too.
 */
export function matchWholeTitle(
  view: IndexView,
  typed: string,
  root: QueryNode,
): Promise<SegmentSets> {
  const isSame = isPlain(root) ? compareByKey(typed) : compareByText(typed)
  return matchTitle(view, typed, isSame)
}

/** A shorter text with operators, in UTF-16 units, is meant as a query. */
const SHORTEST_PASTED = 12
/** So many terms of articles are read to find it: a line that is worth pasting stands in few. */
const MOST_TERMS_READ = 100_000

/** Finds articles that hold a pasted text in which something looks like an operator, such as a command with its `-options`. */
export async function matchPastedText(
  view: IndexView,
  typed: string,
  root: QueryNode,
): Promise<SegmentSets> {
  const text = normalizeText(typed).trim()
  if (isPlain(root) || text.length < SHORTEST_PASTED) return emptySets(view)
  const { lists } = await findQuoted(view, text, { titleOnly: false, mostRead: MOST_TERMS_READ })
  return lists.map(({ articles }) => articles)
}

/** Finds articles whose title is the words that are asked for, without operators, fields and conditions. */
export async function matchTitleWords(view: IndexView, root: QueryNode): Promise<SegmentSets> {
  const words = isPlain(root) ? '' : typedWords(root).join(' ')
  return words === '' ? emptySets(view) : matchTitle(view, words, compareByKey(words))
}

function matchTitle(
  view: IndexView,
  title: string,
  isSame: (title: string) => boolean,
): Promise<SegmentSets> {
  if (titleKey(title) === '') return Promise.resolve(emptySets(view))
  const hash = titleHash(title)
  return Promise.all(view.segments.map((segment) => matchTitleIn(segment, hash, isSame)))
}

async function matchTitleIn(
  { segment, deleted }: SegmentView,
  hash: number,
  isSame: (title: string) => boolean,
): Promise<ArticleSet> {
  const hashes = await segment.column('titleHashes')
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

function compareByKey(typed: string): (title: string) => boolean {
  const key = titleKey(typed)
  return (title) => titleKey(title) === key
}

function compareByText(typed: string): (title: string) => boolean {
  const flat = (text: string) => normalizeText(text).replace(/\s+/g, ' ').trim()
  const wanted = flat(typed)
  return (title) => flat(title) === wanted
}

/** Tells whether a query is words side by side, which mean no more than they say. */
function isPlain(root: QueryNode): boolean {
  return root.kind === 'and' && root.children.every((node) => node.kind === 'word' && !node.field)
}

function typedWords(node: QueryNode): readonly string[] {
  if (node.kind === 'word' || node.kind === 'phrase') return [node.text]
  return node.kind === 'and' ? node.children.flatMap(typedWords) : []
}
