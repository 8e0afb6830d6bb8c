/**
 * Measures MiniSearch: it is given the words as souwen cuts them, and asked for articles that hold all words of a query.
 * It stores titles only, so it has no text to make snippets from.
 */

import { setImmediate } from 'node:timers/promises'
import MiniSearch, { type Options } from 'minisearch'
import { PAGE } from '../measures/warm-search.ts'
import type { Words } from '../queries.ts'
import { type Contender, contender } from './contender.ts'

/** An article with its words joined by spaces, none of which holds one. */
export interface CutArticle {
  readonly id: string
  readonly title: string
  readonly body: string
}

const options: Options<CutArticle> = {
  fields: ['title', 'body'],
  storeFields: ['title'],
  tokenize: (text) => text.split(' '),
  processTerm: (term) => term,
  searchOptions: { combineWith: 'AND' },
}

/** Articles added before the bench looks whether it is to stop. */
const CHUNK = 100

export async function measureMiniSearch(
  articles: readonly CutArticle[],
  queries: readonly Words[],
  warmUp: readonly Words[],
  signal: AbortSignal,
): Promise<Contender> {
  const built = await build(articles, signal)
  const { loadMs, index } = reload(built.json, warmUp[0] ?? [])
  for (const words of warmUp) search(index, words)
  const searchMs: number[] = []
  for (const words of queries) {
    const start = performance.now()
    search(index, words)
    searchMs.push(performance.now() - start)
    await setImmediate()
    signal.throwIfAborted()
  }
  return contender({
    buildSeconds: built.seconds,
    loadMs,
    searchMs,
    byteLength: Buffer.byteLength(built.json),
  })
}

interface Built {
  readonly json: string
  /** Adding the articles; writing the JSON comes on top. */
  readonly seconds: number
}

async function build(articles: readonly CutArticle[], signal: AbortSignal): Promise<Built> {
  const index = new MiniSearch(options)
  const start = performance.now()
  for (let at = 0; at < articles.length; at += CHUNK) {
    index.addAll(articles.slice(at, at + CHUNK))
    await setImmediate()
    signal.throwIfAborted()
  }
  const seconds = (performance.now() - start) / 1000
  return { json: JSON.stringify(index), seconds }
}

function reload(json: string, first: Words) {
  const start = performance.now()
  const index = MiniSearch.loadJSON(json, options)
  search(index, first)
  return { index, loadMs: performance.now() - start }
}

function search(index: MiniSearch<CutArticle>, words: Words) {
  return index.search(words.join(' ')).slice(0, PAGE)
}
