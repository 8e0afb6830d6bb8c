/** Makes queries to try from the archive's own words. Each shows a part of the syntax. */

import type { Examples, IndexStats, WordExamples } from '../../src/backend/backend.ts'
import type { Messages } from '../messages/messages.ts'

export interface Example {
  readonly query: string
  readonly says: string
}

/** The examples are made of these. */
export interface Material {
  readonly examples: Examples
  readonly stats: IndexStats
}

/** Lists examples for the home page. Each of them finds something in this archive. */
export function listHomeExamples(messages: Messages, material: Material): readonly Example[] {
  return [
    ...makeWordExamples(messages, chooseWords(messages, material.examples)),
    ...makeDatesExample(messages, material.stats),
    ...makeSourceExample(messages, material.stats),
  ]
}

/** Lists examples of the whole syntax for the help page. Without an archive they use sample words. */
export function listHelpExamples(messages: Messages, material?: Material): readonly Example[] {
  const { examples: says, samples } = messages
  const words = chooseWords(messages, material?.examples) ?? samples
  const beginning = material?.examples.spaced?.words[0] ?? 'cve-2025-'
  const months = material === undefined ? [] : chooseMonths(material.stats)
  const site = material?.examples.site
  return [
    ...makeWordExamples(messages, words),
    ...makeDatesExample(messages, material?.stats),
    ...makeSourceExample(messages, material?.stats),
    { query: words.words.join(' OR '), says: says.either },
    { query: `${beginning}*`, says: says.beginning },
    { query: `site:${site || 'example.org'}`, says: says.site },
    { query: 'lang:en', says: says.language },
    { query: 'is:truncated', says: says.status },
    { query: `fetched:${months.at(-1) ?? sampleMonths[1]}`, says: says.fetched },
  ]
}

/** Prefers words in Latin letters for readers of English, Chinese words for all others. */
function chooseWords(
  { language }: Messages,
  examples: Examples | undefined,
): WordExamples | undefined {
  const { chinese, spaced } = examples ?? {}
  return language === 'en' ? (spaced ?? chinese) : (chinese ?? spaced)
}

function makeWordExamples(
  { examples: says }: Messages,
  found: WordExamples | undefined,
): readonly Example[] {
  if (found === undefined) return []
  const [first, second] = found.words
  return [
    { query: `${first} ${second}`, says: says.words },
    ...(found.phrase === undefined ? [] : [{ query: `"${found.phrase}"`, says: says.phrase }]),
    { query: `${first} -${second}`, says: says.without(first, second) },
    { query: `title:${first}`, says: says.title },
  ]
}

const sampleMonths = ['2025-01', '2025-03'] as const

function makeDatesExample(
  { examples }: Messages,
  stats: IndexStats | undefined,
): readonly Example[] {
  const months = stats === undefined ? sampleMonths : chooseMonths(stats)
  if (months.length === 0) return []
  return [{ query: `date:${months[0]}..${months.at(-1)}`, says: examples.dates }]
}

/** A month with this many times fewer articles than the fullest month may rest on one wrong date. */
const HARDLY_ANY = 20
const SPAN_MONTHS = 3

/** Returns the last months with articles, the oldest first, and skips those that may rest on a wrong date. */
function chooseMonths({ months }: IndexStats): readonly string[] {
  const most = Math.max(...months.map(({ articles }) => articles))
  const full = months.filter(
    ({ month, articles }) => /^\d{4}-\d{2}$/.test(month) && articles * HARDLY_ANY >= most,
  )
  return full
    .slice(0, SPAN_MONTHS)
    .map(({ month }) => month)
    .reverse()
}

/** Takes the largest source whose name needs no quotes in a query. */
function makeSourceExample(
  { examples }: Messages,
  stats: IndexStats | undefined,
): readonly Example[] {
  const source = stats?.sources.find(({ source }) => /^[\p{L}\p{N}._-]+$/u.test(source))?.source
  return source === undefined ? [] : [{ query: `source:${source}`, says: examples.source }]
}
