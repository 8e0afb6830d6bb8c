/** Reads a term's postings from every segment, without the deleted articles. Matching and scoring work on these lists. */

import { integerAt } from '../../element-at.ts'
import type { LiveSegment } from '../../index/generation/snapshot.ts'
import { addFrequencies, ONCE_IN_BODY, packFrequencies } from '../../index/postings/frequencies.ts'
import { pairKey } from '../../index/postings/pairs.ts'
import {
  createPostings,
  type DecodePostings,
  decodePairPostings,
  decodeWordPostings,
  type Postings,
} from '../../index/postings/postings.ts'
import type { TermDictionary, TermEntry } from '../../index/terms/terms.ts'
import { ARRAY_BYTES, type Memory } from '../../memory/memory.ts'
import { readThrough } from '../../memory/read-through.ts'
import {
  type ArticleSet,
  intersect,
  NO_ARTICLES,
  placeFrom,
  subtract,
  uniteAll,
} from './article-sets.ts'
import type { IndexView, SegmentView } from './index-view.ts'

/** The postings of one term in one segment: entry i of both arrays belongs to one article, and all articles are live. */
export interface PostingList {
  readonly articles: ArticleSet
  /** How often each article holds the term, in both fields: see frequencies.ts. */
  readonly frequencies: Uint32Array
  /** The share of its term's weight that each posting is worth: see scoreShare. Absent until all of them were needed once. */
  shares?: Float32Array
}

export const EMPTY_LIST: PostingList = { articles: NO_ARTICLES, frequencies: NO_ARTICLES }

/** Returns the list of one segment; lists come one for each segment of the view. Throws a RangeError where there is none. */
export function listOf(lists: readonly PostingList[], segment: number): PostingList {
  const list = lists[segment]
  if (list === undefined) throw new RangeError(`no posting list for segment ${segment}`)
  return list
}

/** Reads a word's postings, one list for each segment. */
export function readWordLists(view: IndexView, word: string): Promise<readonly PostingList[]> {
  return Promise.all(view.segments.map((segment) => readWordList(segment, word)))
}

/** Reads a word's postings in one segment. */
export function readWordList({ lists }: SegmentView, word: string): Promise<PostingList> {
  return lists.ofWord(word)
}

/** The lists of a segment, those that were asked for last kept decoded. */
export interface SegmentLists {
  ofWord(word: string): Promise<PostingList>
  ofPair(pair: number): Promise<ArticleSet>
}

/** Bytes that a set takes: it may be a part of a larger array. */
function bytesOfSet(set: ArticleSet): number {
  return set === NO_ARTICLES ? 0 : ARRAY_BYTES + set.buffer.byteLength
}

/** Bytes that a list takes when its shares have been worked out, which are as many as its articles. */
export function bytesOfList({ articles, frequencies }: PostingList): number {
  if (articles === NO_ARTICLES) return 0
  const ownFrequencies = frequencies.buffer === ones.buffer ? 0 : bytesOfSet(frequencies)
  return bytesOfSet(articles) + ownFrequencies + ARRAY_BYTES + articles.byteLength
}

export function segmentLists(live: LiveSegment, memory: Memory): SegmentLists {
  const encoder = new TextEncoder()
  const { words, pairs } = live.segment
  return {
    ofWord: readThrough(
      memory.cache<string, Promise<PostingList>>('words'),
      (word) => readList(live, words, encoder.encode(word), decodeWordPostings),
      bytesOfList,
    ),
    ofPair: readThrough(
      memory.cache<number, Promise<ArticleSet>>('pairs'),
      async (pair) => (await readList(live, pairs, pairKey(pair), decodePairPostings)).articles,
      bytesOfSet,
    ),
  }
}

/** Counts the live articles that hold the word. Reads the dictionary alone where nothing is deleted. */
export async function documentFrequency(view: IndexView, word: string): Promise<number> {
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

/** Reads the articles of one segment that hold the two units side by side. */
export function readPairArticles({ lists }: SegmentView, pair: number): Promise<ArticleSet> {
  return lists.ofPair(pair)
}

/** Makes postings of a text that is only known to be there: once in the body. Their frequencies are views of one array. */
export function withFrequencyOne(articles: ArticleSet): PostingList {
  if (ones.length < articles.length) ones = new Uint32Array(articles.length * 2).fill(ONCE_IN_BODY)
  return { articles, frequencies: ones.subarray(0, articles.length) }
}

/** Makes postings of a text that is only known to be in the titles: once. */
export function onceInTitle(articles: ArticleSet): PostingList {
  return { articles, frequencies: new Uint32Array(articles.length).fill(packFrequencies(0, 1)) }
}

let ones = new Uint32Array(0)

/** Counts the articles that hold the word by the dictionary alone: deleted ones count, too. */
export async function approximateFrequency({ segments }: IndexView, word: string): Promise<number> {
  const key = new TextEncoder().encode(word)
  let sum = 0
  for (const { segment } of segments) sum += (await segment.words.find(key))?.documentFrequency ?? 0
  return sum
}

async function readList(
  segment: LiveSegment,
  dictionary: TermDictionary,
  key: Uint8Array,
  decode: DecodePostings,
): Promise<PostingList> {
  const entry = await dictionary.find(key)
  return entry === undefined ? EMPTY_LIST : readEntry(segment, dictionary, entry, decode)
}

export async function readEntry(
  segment: LiveSegment,
  dictionary: TermDictionary,
  entry: TermEntry,
  decode: DecodePostings,
): Promise<PostingList> {
  // Reading the bytes checks the entry: there are not more postings than bytes, whatever the dictionary says.
  const bytes = await dictionary.postings(entry)
  const postings = createPostings(entry.documentFrequency)
  decode(bytes, entry.documentFrequency, postings)
  if (segment.deletedCount > 0) dropDeleted(postings, segment)
  return {
    articles: postings.articles.subarray(0, postings.count),
    frequencies: postings.frequencies,
  }
}

function dropDeleted(postings: Postings, segment: LiveSegment): void {
  const { articles, frequencies } = postings
  let count = 0
  for (let i = 0; i < postings.count; i++) {
    const article = integerAt(articles, i)
    if (segment.deleted.has(article)) continue
    articles[count] = article
    frequencies[count] = integerAt(frequencies, i)
    count++
  }
  postings.count = count
}

/** Merges lists of one segment into one: it holds the articles of any, with their frequencies added up. */
export function mergeLists(lists: readonly PostingList[]): PostingList {
  const held = lists.filter(({ articles }) => articles.length > 0)
  const [only = EMPTY_LIST] = held
  if (held.length < 2) return only
  const articles = uniteAll(held.map((list) => list.articles))
  const sum = { articles, frequencies: new Uint32Array(articles.length) }
  if (held.length > FEW_LISTS) return addUsingTable(sum, held)
  for (const list of held) {
    for (let i = 0, at = 0; i < list.articles.length; i++, at++) {
      at = placeFrom(articles, integerAt(list.articles, i), at)
      addPosting(sum, at, list, i)
    }
  }
  return sum
}

/** A table of each article's place pays when there are more lists than this. */
const FEW_LISTS = 8

function addUsingTable(sum: PostingList, lists: readonly PostingList[]): PostingList {
  const places = new Uint32Array(integerAt(sum.articles, sum.articles.length - 1) + 1)
  for (let place = 0; place < sum.articles.length; place++)
    places[integerAt(sum.articles, place)] = place
  for (const list of lists) {
    for (let i = 0; i < list.articles.length; i++)
      addPosting(sum, integerAt(places, integerAt(list.articles, i)), list, i)
  }
  return sum
}

/** Keeps the postings whose articles are in the set. */
export function keepArticles(list: PostingList, set: ArticleSet): PostingList {
  const articles = intersect(list.articles, set)
  return articles.length === list.articles.length ? list : selectPostings(list, articles)
}

/** Drops the postings whose articles are in the set. */
export function dropArticles(list: PostingList, left: ArticleSet): PostingList {
  const articles = subtract(list.articles, left)
  return articles.length === list.articles.length ? list : selectPostings(list, articles)
}

/** @param articles some of the list's */
function selectPostings(list: PostingList, articles: ArticleSet): PostingList {
  const result = { articles, frequencies: new Uint32Array(articles.length) }
  for (let i = 0, at = 0; i < articles.length; i++) {
    at = placeFrom(list.articles, integerAt(articles, i), at)
    addPosting(result, i, list, at)
  }
  return result
}

function addPosting(to: PostingList, place: number, from: PostingList, at: number): void {
  const sum = addFrequencies(integerAt(to.frequencies, place), integerAt(from.frequencies, at))
  to.frequencies[place] = sum
}
