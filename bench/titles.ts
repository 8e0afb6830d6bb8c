/**
 * Counts how often an article comes first for its own title, and for a sentence from the middle of its body, as somebody pastes
 * them. Another article with the same title or text (a hit's `duplicates`) counts as it, and so does one that has the sentence:
 * reprints are cut and framed in many ways. It prints what was missed.
 *
 *   npm run bench:titles -- --index DIR [--count 500] [--seed 20250101]
 */

import { parseArgs } from 'node:util'
import { nodeFolder } from '../src/index/disk/node-folder.ts'
import { openSnapshot, type Snapshot } from '../src/index/generation/snapshot.ts'
import { type ArticleRecord, bodyOf } from '../src/index/store/article-record.ts'
import type { Hit } from '../src/search/answers/result.ts'
import { type IndexView, viewIndex } from '../src/search/lists/index-view.ts'
import { search } from '../src/search/search.ts'
import { normalizeText } from '../src/text/normalize/normalize.ts'
import { titleKey } from '../src/text/title-key.ts'
import { type Draw, percentile, seededDraw } from './statistics.ts'

/** Characters of a sentence that is asked for: shorter ones stand in many articles, nobody pastes longer ones. */
const SHORTEST = 12
const LONGEST = 120
/** How far down the article is looked for when it is not first. */
const LOOKED_FOR = 10

/** A sentence ends with its mark; a line that ends without one is a heading, a name or a piece of code. */
const SENTENCE = /[^。！？\n]+?(?:[。！？]|[.!?](?=\s|$)|$|(?=\n))\s*/gm

interface Asked {
  readonly query: string
  readonly article: ArticleRecord
}

interface Missed extends Asked {
  /** The place from 1, or 0 beyond the first ten. */
  readonly place: number
  readonly first: string
}

/** Live articles without order, each at most once. */
async function* drawArticles(snapshot: Snapshot, draw: Draw): AsyncGenerator<ArticleRecord> {
  const places = snapshot.segments.flatMap(({ segment, deleted }) =>
    Array.from({ length: segment.meta.articles }, (_, article) => ({ segment, article })).filter(
      ({ article }) => !deleted.has(article),
    ),
  )
  for (let left = places.length; left > 0; left--) {
    const at = draw(left)
    const place = places[at]
    const last = places[left - 1]
    if (place === undefined || last === undefined) return
    places[at] = last
    yield await place.segment.articles.record(place.article)
  }
}

async function drawQueries(
  snapshot: Snapshot,
  count: number,
  draw: Draw,
  queryOf: (article: ArticleRecord) => string,
): Promise<readonly Asked[]> {
  const asked: Asked[] = []
  for await (const article of drawArticles(snapshot, draw)) {
    if (asked.length === count) break
    const query = queryOf(article)
    if (query !== '') asked.push({ query, article })
  }
  return asked
}

/** The sentence nearest to the middle that is neither too short nor too long; '' where there is none. */
function middleSentence(article: ArticleRecord): string {
  const body = bodyOf(article)
  const sentences = Array.from(body.matchAll(SENTENCE), ([text]) => text)
  let [at, best, nearest] = [0, '', Number.POSITIVE_INFINITY]
  for (const sentence of sentences) {
    const middle = at + sentence.length / 2
    at += sentence.length
    const length = [...sentence.trim()].length
    const distance = Math.abs(middle - body.length / 2)
    if (!/[。！？.!?]$/.test(sentence.trim()) || length < SHORTEST || length > LONGEST) continue
    if (distance >= nearest) continue
    nearest = distance
    best = sentence.trim()
  }
  return best
}

function isSame(one: ArticleRecord, title: string, body: string): boolean {
  return titleKey(one.title) === titleKey(title) || (body !== '' && bodyOf(one) === body)
}

/** Compares texts word for word, wherever lines end. */
function says(body: string, sentence: string): boolean {
  const flat = (text: string) => normalizeText(text).replace(/\s+/g, '')
  return flat(body).includes(flat(sentence))
}

async function askAll(view: IndexView, name: string, asked: readonly Asked[]): Promise<void> {
  const missed: Missed[] = []
  const milliseconds: number[] = []
  let reprints = 0
  for (const { query, article } of asked) {
    const request = { query, limit: LOOKED_FOR, offset: 0, sort: 'relevance' } as const
    const start = performance.now()
    const { hits } = await search(view, request)
    milliseconds.push(performance.now() - start)
    const bodies = await Promise.all(hits.map(({ id }) => bodyOfId(view, id)))
    const isIt = (hit: Hit, i: number) =>
      isSame(article, hit.title, bodies[i] ?? '') ||
      hit.duplicates?.some(({ id }) => id === article.id) === true
    const place = hits.findIndex(isIt) + 1
    const reprint = place !== 1 && says(bodies[0] ?? '', query)
    if (reprint) reprints++
    if (place !== 1 && !reprint)
      missed.push({ query, article, place, first: hits[0]?.title ?? 'nothing' })
  }
  const share = (100 * (asked.length - missed.length)) / Math.max(1, asked.length)
  const times = [50, 95].map((percent) => percentile(milliseconds, percent).toFixed(1))
  console.log(
    `\n${name}: ${asked.length} asked, first ${share.toFixed(1)} %, of them another that says it ${reprints}`,
  )
  console.log(`p50 ${times[0]} ms, p95 ${times[1]} ms`)
  for (const { query, article, place, first } of missed) {
    console.log(
      `  ${place || '–'}  ${query}\n      ${article.id} ${article.status}, first: ${first}`,
    )
  }
}

async function bodyOfId({ segments }: IndexView, id: string): Promise<string> {
  const [high, low] = [Number.parseInt(id.slice(0, 8), 16), Number.parseInt(id.slice(8), 16)]
  for (const { segment } of segments) {
    const ids = await segment.column('ids')
    for (let article = 0; article < segment.meta.articles; article++) {
      if (ids[article * 2] === high && ids[article * 2 + 1] === low)
        return bodyOf(await segment.articles.record(article))
    }
  }
  return ''
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      index: { type: 'string', default: 'index' },
      count: { type: 'string', default: '500' },
      seed: { type: 'string', default: '20250101' },
    },
  })
  const snapshot = await openSnapshot(nodeFolder(values.index))
  const view = await viewIndex(snapshot)
  const [count, seed] = [Number(values.count), Number(values.seed)]
  const titles = await drawQueries(snapshot, count, seededDraw(seed), ({ title }) => title.trim())
  await askAll(view, 'titles', titles)
  const sentences = await drawQueries(snapshot, count, seededDraw(seed + 1), middleSentence)
  await askAll(view, 'sentences from the middle of bodies', sentences)
  await snapshot.close()
}

await main()
