/** Describes the API's replies, for its document. The shapes are the engine's, and a test holds the replies to these schemas. */

import { z } from '@hono/zod-openapi'

const range = z.tuple([z.int(), z.int()]).openapi({ description: '[start, end) in UTF-16 units' })

const markedText = z
  .strictObject({ text: z.string(), marks: z.array(range) })
  .openapi('MarkedText', { description: 'A piece of the text and what to mark in it' })

const snippet = z
  .strictObject({
    text: z.string(),
    marks: z.array(range),
    cutBefore: z
      .literal(true)
      .optional()
      .openapi({ description: 'It begins inside a sentence: show … before it' }),
    cutAfter: z
      .literal(true)
      .optional()
      .openapi({ description: 'It ends inside a sentence: show … behind it' }),
    isCode: z
      .literal(true)
      .optional()
      .openapi({ description: 'It is a piece of a program: its lines and blanks count' }),
    heading: markedText.optional(),
    isRemoved: z
      .literal(true)
      .optional()
      .openapi({ description: 'Taken off the page: no part of the article' }),
  })
  .openapi('Snippet', {
    description:
      'A passage, with the heading that it stands under. \\n parts its lines, \\t the cells of a table.',
  })

const fieldCount = z
  .strictObject({
    frequency: z.number(),
    length: z.number(),
    averageLength: z.number(),
    weight: z.number(),
    b: z.number(),
  })
  .openapi('FieldCount')

const scorePart = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('term'),
      amount: z.number(),
      text: z.string(),
      documentFrequency: z.number(),
      idf: z.number(),
      share: z.number(),
      k1: z.number(),
      title: fieldCount,
      body: fieldCount,
    }),
    z.strictObject({ kind: z.literal('phrase'), amount: z.number(), share: z.number() }),
    z.strictObject({ kind: z.literal('nearness'), amount: z.number(), share: z.number() }),
    z.strictObject({ kind: z.literal('title'), amount: z.number(), share: z.number() }),
    z.strictObject({ kind: z.literal('characters'), amount: z.number(), share: z.number() }),
    z.strictObject({ kind: z.literal('exact-title'), amount: z.number() }),
    z.strictObject({ kind: z.literal('failed-fetch'), amount: z.number(), factor: z.number() }),
  ])
  .openapi('ScorePart')

const explanation = z
  .strictObject({ parts: z.array(scorePart), lacking: z.array(z.string()) })
  .openapi('HitExplanation', { description: 'The amounts of the parts add up to the score' })

const status = z
  .enum(['article', 'empty', 'blocked', 'script-only', 'removed', 'login', 'error'])
  .openapi('Status', { description: 'What came of fetching the page' })

const duplicate = z
  .strictObject({ id: z.string(), source: z.string(), url: z.string(), date: z.string() })
  .openapi('Duplicate')

const hit = z
  .strictObject({
    id: z.string().openapi({ description: 'Stable over rebuilds' }),
    score: z.number(),
    title: z.string(),
    titleMarks: z.array(range).openapi({ description: 'What to mark in the title' }),
    url: z.string(),
    source: z.string(),
    date: z.string().openapi({ description: 'YYYY-MM-DD, or empty' }),
    path: z.string(),
    fetchDate: z.string(),
    status,
    truncated: z.boolean(),
    repaired: z.string(),
    authors: z.array(z.string()),
    tags: z.array(z.string()),
    lacks: z.array(z.string()).optional().openapi({ description: 'The words that it is without' }),
    snippets: z.array(snippet),
    duplicates: z
      .array(duplicate)
      .optional()
      .openapi({ description: 'Other articles that are the same text' }),
    explanation: explanation.optional(),
  })
  .openapi('Hit')

const warning = z
  .strictObject({
    kind: z.enum(['plain', 'dropped', 'limited', 'widened', 'absent', 'unknown']),
    message: z.string(),
    position: z.int(),
    words: z.array(z.string()).optional(),
  })
  .openapi('QueryWarning')

function countsBy<Value extends z.ZodType>(value: Value) {
  return z.array(z.strictObject({ value, articles: z.int() }))
}

const facets = z
  .strictObject({
    sources: countsBy(z.string()),
    elsewhere: z.int().openapi({ description: 'Articles of the sources that are not named' }),
    months: countsBy(z.string()),
    years: countsBy(z.string()),
    statuses: countsBy(status),
    languages: countsBy(z.enum(['zh', 'en', 'ja', 'other'])),
    authors: countsBy(z.string()),
    tags: countsBy(z.string()),
  })
  .openapi('Facets', {
    description:
      'They count the articles with all words or, where there are none, the others. Each but authors and tags adds up',
  })

export const searchReply = z
  .strictObject({
    query: z.string(),
    total: z.int().openapi({ description: 'How many articles have all words, exactly' }),
    partial: z.int().optional().openapi({
      description: 'How many others lack some of the words; they come behind all with all words',
    }),
    tookMs: z.number(),
    hits: z.array(hit),
    facets: facets.optional(),
    suggestion: z.string().optional().openapi({ description: 'A query that finds more' }),
    inPage: z.strictObject({ query: z.string(), total: z.int() }).optional().openapi({
      description:
        'The same search over whole pages, with what was taken off them; present when no article has all that was asked for, and some page has',
    }),
    warnings: z.array(warning).optional(),
  })
  .openapi('SearchResult')

export const suggestReply = z
  .strictObject({
    query: z.string(),
    tookMs: z.number(),
    suggestions: z.array(
      z.strictObject({
        kind: z.enum(['word', 'source', 'title']),
        text: z.string(),
        query: z.string().openapi({ description: 'What to search for' }),
        articles: z.int(),
      }),
    ),
  })
  .openapi('SuggestResult')

export const articleReplySchema = z
  .strictObject({
    id: z.string(),
    path: z.string(),
    title: z.string(),
    url: z.string(),
    source: z.string(),
    date: z.string(),
    fetchDate: z.string(),
    status,
    truncated: z.boolean(),
    repaired: z.string(),
    authors: z.array(z.string()),
    tags: z.array(z.string()),
    meta: z.record(z.string(), z.string()).openapi({ description: 'Other fields' }),
    language: z.string().optional(),
    body: z.string(),
    blocks: z.array(
      z.strictObject({
        kind: z.enum(['heading', 'paragraph', 'list', 'quote', 'code', 'table']),
        text: z.string(),
      }),
    ),
    versions: z.array(
      z.strictObject({
        path: z.string(),
        title: z.string(),
        fetchDate: z.string(),
        status: z.union([status, z.literal('unread')]),
      }),
    ),
    removed: z.array(
      z.strictObject({ reason: z.string(), text: z.string(), blocksBefore: z.int() }),
    ),
  })
  .openapi('Article')

const sourceCount = z
  .strictObject({
    source: z.string(),
    articles: z.int().openapi({ description: 'Failed fetches included' }),
    failed: z.int(),
    lastDate: z.string(),
    recent: z.array(z.int()).openapi({ description: 'Articles in each of the last 24 months' }),
  })
  .openapi('Source')

export const sourcesReply = z.strictObject({ sources: z.array(sourceCount) }).openapi('Sources')

export const statsReply = z
  .strictObject({
    generation: z.int(),
    builtAt: z.string(),
    articles: z.int(),
    byStatus: z.record(z.string(), z.int()),
    truncated: z.int(),
    terms: z.int(),
    segments: z.int(),
    indexBytes: z.int(),
    firstDate: z.string(),
    lastDate: z.string(),
    sources: z.array(sourceCount),
    months: z.array(z.strictObject({ month: z.string(), articles: z.int(), failed: z.int() })),
  })
  .openapi('Stats')

export const liveReply = z.strictObject({ status: z.literal('live') }).openapi('Live')

export const readyReply = z
  .strictObject({ status: z.literal('ready'), generation: z.int(), articles: z.int() })
  .openapi('Ready')

export const problemSchema = z
  .strictObject({
    type: z.literal('about:blank'),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    parameter: z.string().optional().openapi({ description: 'The parameter that was wrong' }),
  })
  .openapi('Problem', { description: 'RFC 9457' })
