/**
 * Writes the articles as Lucene is given them: the terms of title and text that souwen's index holds, each article once, and a
 * failed fetch by its title alone. Then compares in how many articles either finds the words that are asked for.
 */

import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { tokenize } from '../../src/text/terms/tokenize.ts'
import type { Figure } from '../bars.ts'
import type { QuerySource, Words } from '../queries.ts'
import type { ByIndex } from './by-index.ts'

export interface Documents {
  readonly count: number
  /** The documents whose fetch failed. */
  readonly failed: number
  /** By term, how many documents hold it. */
  readonly frequencies: ReadonlyMap<string, number>
}

/** Words whose totals are compared. */
const COMPARED = 500

/** Writes the terms of every article, a line each. */
export async function writeDocuments(
  source: QuerySource,
  path: string,
  signal: AbortSignal,
): Promise<Documents> {
  const written = { count: 0, failed: 0, frequencies: new Map<string, number>() }
  await pipeline(documentLines(source, written, signal), createWriteStream(path))
  return written
}

async function* documentLines(
  { backend, paths, segmenter }: QuerySource,
  written: { count: number; failed: number; readonly frequencies: Map<string, number> },
  signal: AbortSignal,
): AsyncGenerator<string> {
  const ids = new Set<string>()
  for (const path of paths) {
    signal.throwIfAborted()
    const article = await backend.article(path)
    if (article === undefined || ids.has(article.id)) continue
    ids.add(article.id)
    written.count++
    if (article.status !== 'article') written.failed++
    const text = [article.title, ...article.blocks.map((block) => block.text)].join('\n')
    const terms = tokenize(text, segmenter).map(({ term }) => term)
    for (const term of new Set(terms))
      written.frequencies.set(term, (written.frequencies.get(term) ?? 0) + 1)
    yield `${terms.join(' ')}\n`
  }
}

/** Counts the words of the queries that as many articles hold here as there. */
export async function agreementFigure(
  { count, failed, frequencies }: Documents,
  byIndex: ByIndex,
  queries: readonly Words[],
): Promise<Figure> {
  const words = [...new Set(queries.flat())].slice(0, COMPARED)
  let [equal, found] = [0, 0]
  for (const word of words) {
    const here = await byIndex.documentFrequency(word)
    if (here === frequencies.get(word)) equal++
    if (here > 0 && frequencies.has(word)) found++
  }
  return {
    name: 'words of the same articles in both',
    value: equal / words.length,
    unit: 'share',
    atLeast: 1,
    note: `${equal} of ${words.length} words stand in as many articles here as in Lucene's ${count} documents (${failed} failed fetches with their titles alone), ${found} in both`,
  }
}
