/** Small values of the engine's types for tests of parts and pages; a test names only what it is about. */

import { english } from '../../server/messages/english.ts'
import type { SearchState } from '../../server/parameters/parameters.ts'
import type { IndexStats, StoredArticle } from '../../src/backend/backend.ts'
import type { Facets, Hit } from '../../src/search/answers/result.ts'

export const messages = english

export function createState(given: Partial<SearchState> = {}): SearchState {
  return { query: '模型', page: 1, sort: 'relevance', ...given }
}

export function createHit(given: Partial<Hit> = {}): Hit {
  return {
    id: '0123456789abcdef',
    score: 1,
    title: '开源模型',
    titleMarks: [],
    url: 'https://example.org/1',
    source: '示例网',
    date: '2025-03-09',
    path: '2025/03/09/示例网_开源模型.md',
    fetchDate: '2025-03-10T01:02:03',
    status: 'article',
    truncated: false,
    repaired: '',
    authors: [],
    tags: [],
    snippets: [{ text: '新的开源模型', marks: [[2, 6]] }],
    ...given,
  }
}

export function createArticle(given: Partial<StoredArticle> = {}): StoredArticle {
  return {
    id: '0123456789abcdef',
    path: '2025/03/09/示例网_开源模型.md',
    title: '开源模型',
    url: 'https://example.org/1',
    source: '示例网',
    date: '2025-03-09',
    fetchDate: '2025-03-10',
    status: 'article',
    truncated: false,
    repaired: '',
    authors: [],
    tags: [],
    meta: {},
    blocks: [],
    versions: [],
    removed: [],
    ...given,
  }
}

export function createFacets(given: Partial<Facets> = {}): Facets {
  return {
    sources: [],
    elsewhere: 0,
    months: [],
    years: [],
    statuses: [],
    languages: [],
    authors: [],
    tags: [],
    ...given,
  }
}

export function createStats(given: Partial<IndexStats> = {}): IndexStats {
  return {
    generation: 7,
    builtAt: '2025-03-10T01:02:03.000Z',
    articles: 12_345,
    byStatus: { article: 12_345 },
    truncated: 0,
    terms: 678,
    segments: 1,
    indexBytes: 9_000_000,
    firstDate: '2024-01-01',
    lastDate: '2025-03-09',
    sources: [],
    months: [],
    ...given,
  }
}
