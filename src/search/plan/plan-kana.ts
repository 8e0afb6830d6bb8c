/** Plans runs of kana. The index holds them as overlapping pairs, so that a word is found inside of every longer one. */

import { PROLONGED } from '../../text/normalize/wide.ts'
import { intersect } from '../lists/article-sets.ts'
import type { IndexView, SegmentView } from '../lists/index-view.ts'
import {
  dropArticles,
  EMPTY_LIST,
  keepArticles,
  listOf,
  type PostingList,
  readWordList,
} from '../lists/posting-lists.ts'
import { createScoredTerm } from '../lists/scored-term.ts'
import { findCharacters } from '../literal/literal.ts'
import type { TermPlan } from './plan.ts'
import { keepInTitle, planNeedle, type TermRequest } from './plan-term.ts'
import { joinPlanned, orOf, type Planned, planned } from './planned.ts'

/** Share of a word's weight where it is written without the sound mark at its end. */
const SHORTENED_SHARE = 0.7
/** Shorter words are others without their last sign: コピー, コピ. Lucene's JapaneseKatakanaStemFilter has the same bound. */
const SHORTENED_UNITS = 4

/**
 * Plans a run of kana as the articles that hold all its pairs. サーバー is looked for as サーバ, too, and weighs less there; サーバ
 * finds サーバー anyway.
 * @param run normalised
 */
export async function planKana(view: IndexView, run: string, asked: TermRequest): Promise<Planned> {
  const lists = await readKana(view, run, asked)
  const term = createScoredTerm(view, run, lists)
  const needle = { text: run, weight: term.weight, wholeWord: false }
  const whole = planNeedle({ kind: 'term', term }, needle, asked)
  if (!asked.wanted || run.length < SHORTENED_UNITS || !run.endsWith(PROLONGED)) return whole
  const short = run.slice(0, -1)
  const shorter = (await readKana(view, short, asked)).map((list, segment) =>
    dropArticles(list, listOf(lists, segment).articles),
  )
  const other = createScoredTerm(view, short, shorter)
  const weight = Math.min(term.weight, other.weight) * SHORTENED_SHARE
  const needles = [{ text: short, weight, wholeWord: false }]
  const shortened = planned<TermPlan>({ kind: 'term', term: { ...other, weight } }, { needles })
  return joinPlanned([whole, shortened], orOf)
}

async function readKana(
  view: IndexView,
  run: string,
  { titleOnly }: TermRequest,
): Promise<readonly PostingList[]> {
  const lists = await Promise.all(view.segments.map((segment) => readRun(segment, run)))
  return titleOnly ? lists.map(keepInTitle) : lists
}

/** Reads the articles with all pairs of the run. The rarest pair says how often it stands there, at most. */
async function readRun(segment: SegmentView, run: string): Promise<PostingList> {
  if (run.length === 1) return findCharacters(segment, run)
  const pairs = new Set<string>()
  for (let at = 0; at + 1 < run.length; at++) pairs.add(run.slice(at, at + 2))
  const lists = await Promise.all(Array.from(pairs, (pair) => readWordList(segment, pair)))
  const [rarest = EMPTY_LIST] = lists.toSorted((a, b) => a.articles.length - b.articles.length)
  return keepArticles(rarest, lists.map(({ articles }) => articles).reduce(intersect))
}
