/** Fetches a term's postings from every segment, without the deleted articles: what matching and scoring work on. */

import { pairKey } from '../index/pairs.ts'
import {
  createPostings,
  decodePairPostings,
  decodeWordPostings,
  type Postings,
} from '../index/postings.ts'
import type { TermDictionary, TermEntry } from '../index/terms.ts'
import { type ArticleSet, NO_ARTICLES, select, subtract } from './article-sets.ts'
import type { IndexView, SegmentView } from './index-view.ts'

/** Postings of one term in one segment; the arrays run alike and hold live articles only. */
export interface PostingList {
  readonly articles: ArticleSet
  readonly bodyFrequencies: Uint32Array
  readonly titleFrequencies: Uint32Array
}

export const EMPTY_LIST: PostingList = {
  articles: NO_ARTICLES,
  bodyFrequencies: NO_ARTICLES,
  titleFrequencies: NO_ARTICLES,
}

/** A word's postings, one list a segment. */
export function wordLists(view: IndexView, word: string): Promise<readonly PostingList[]> {
  return Promise.all(view.segments.map((segment) => listOfWord(segment, word)))
}

/** A word's postings in one segment. */
export function listOfWord(segment: SegmentView, word: string): Promise<PostingList> {
  return readList(
    segment,
    segment.segment.words,
    new TextEncoder().encode(word),
    decodeWordPostings,
  )
}

/** How many live articles hold the word. Reads the dictionary alone where nothing is deleted. */
export async function wordFrequency(view: IndexView, word: string): Promise<number> {
  const key = new TextEncoder().encode(word)
  const counts = view.segments.map(async (segment) => {
    const entry = await segment.segment.words.find(key)
    if (entry === undefined) return 0
    if (segment.deletedCount === 0) return entry.documentFrequency
    const list = await readEntry(segment, segment.segment.words, entry, decodeWordPostings)
    return list.articles.length
  })
  return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0)
}

/** The articles of one segment that hold the two units side by side. */
export async function pairArticles(segment: SegmentView, pair: number): Promise<ArticleSet> {
  const list = await readList(segment, segment.segment.pairs, pairKey(pair), decodePairPostings)
  return list.articles
}

/** Postings of what is only known to be there: once in the body, whatever the field. */
export function onceEach(articles: ArticleSet): PostingList {
  return {
    articles,
    bodyFrequencies: new Uint32Array(articles.length).fill(1),
    titleFrequencies: new Uint32Array(articles.length),
  }
}

type Decode = (bytes: Uint8Array, count: number, into: Postings) => void

async function readList(
  segment: SegmentView,
  dictionary: TermDictionary,
  key: Uint8Array,
  decode: Decode,
): Promise<PostingList> {
  const entry = await dictionary.find(key)
  return entry === undefined ? EMPTY_LIST : readEntry(segment, dictionary, entry, decode)
}

export async function readEntry(
  segment: SegmentView,
  dictionary: TermDictionary,
  entry: TermEntry,
  decode: Decode,
): Promise<PostingList> {
  const postings = createPostings(entry.documentFrequency)
  decode(await dictionary.postings(entry), entry.documentFrequency, postings)
  if (segment.deletedCount > 0) dropDeleted(postings, segment)
  return {
    articles: postings.articles.subarray(0, postings.count),
    bodyFrequencies: postings.bodyFrequencies,
    titleFrequencies: postings.titleFrequencies,
  }
}

function dropDeleted(postings: Postings, segment: SegmentView): void {
  const { articles, bodyFrequencies, titleFrequencies } = postings
  let count = 0
  for (let i = 0; i < postings.count; i++) {
    const article = articles[i] ?? 0
    if (segment.deleted.has(article)) continue
    articles[count] = article
    bodyFrequencies[count] = bodyFrequencies[i] ?? 0
    titleFrequencies[count] = titleFrequencies[i] ?? 0
    count++
  }
  postings.count = count
}

/** Lists of one segment as one: the articles of any, with their frequencies added up. */
export function addUp(lists: readonly PostingList[], articleCount: number): PostingList {
  if (lists.length < 2) return lists[0] ?? EMPTY_LIST
  const bodies = new Uint32Array(articleCount)
  const titles = new Uint32Array(articleCount)
  for (const { articles, bodyFrequencies, titleFrequencies } of lists) {
    for (const [i, article] of articles.entries()) {
      bodies[article] = (bodies[article] ?? 0) + (bodyFrequencies[i] ?? 0)
      titles[article] = (titles[article] ?? 0) + (titleFrequencies[i] ?? 0)
    }
  }
  const articles = select(articleCount, (i) => (bodies[i] ?? 0) + (titles[i] ?? 0) > 0)
  return {
    articles,
    bodyFrequencies: articles.map((article) => bodies[article] ?? 0),
    titleFrequencies: articles.map((article) => titles[article] ?? 0),
  }
}

/** The postings whose articles are not in the set. */
export function without(list: PostingList, left: ArticleSet): PostingList {
  const articles = subtract(list.articles, left)
  if (articles.length === list.articles.length) return list
  const places = new Uint32Array(articles.length)
  for (let i = 0, at = 0; i < articles.length; i++, at++) {
    while (list.articles[at] !== articles[i]) at++
    places[i] = at
  }
  return {
    articles,
    bodyFrequencies: places.map((at) => list.bodyFrequencies[at] ?? 0),
    titleFrequencies: places.map((at) => list.titleFrequencies[at] ?? 0),
  }
}
