/** Turns query strings into typed requests, or throws ParameterProblem. Pages and API are checked alike. */

import { z } from '@hono/zod-openapi'
import type { SuggestRequest } from '../../src/backend/backend.ts'
import { STATUSES } from '../../src/corpus/article.ts'
import type { SearchFilters, SearchRequest, SortOrder } from '../../src/search/answers/result.ts'
import { LANGUAGES } from '../../src/text/language.ts'
import { tables } from '../messages/messages.ts'
import { ParameterProblem } from '../problems/parameter-problem.ts'
import {
  checkParameters,
  choice,
  date,
  filter,
  integer,
  maxQueryCharacters,
  text,
} from './parameter-schemas.ts'

/** The state of the search page, which its address holds. */
export interface SearchState extends SearchFilters {
  readonly query: string
  /** The first page is 1. */
  readonly page: number
  readonly sort: SortOrder
}

export interface LanguageChoice {
  readonly to: string
  /** The path of ours to go back to. */
  readonly back: string
}

export const pageSize = 10
/** No result beyond this can be asked for, because deep pages cost much and nobody reads them. */
export const deepestResult = 10_000
const maxLimit = 100
const feedSize = 50
const sortOrders: readonly SortOrder[] = ['relevance', 'date', 'fetched']

const query = text('The query, as in the search form').optional()
const limit = integer('How many results', 1, maxLimit).default(pageSize)
const sort = choice('The order of results', sortOrders).default('relevance')

const filters = {
  source: filter('Only articles whose source contains this').optional(),
  sourceIs: filter('Only articles of exactly this source').optional(),
  status: choice('What came of fetching the page', STATUSES).optional(),
  language: choice('The language of the text', LANGUAGES).optional(),
  from: date(
    'Only articles of this day or later: 2024, 2024-03, 2024-03-15, 2024/3/15, last Wednesday and other days, also in Chinese, that `date:` understands',
  ).optional(),
  to: date('Only articles of this day or earlier').optional(),
}

export const searchParameters = z.strictObject({
  q: query.unwrap(),
  limit,
  offset: integer('How many results to leave out first', 0, deepestResult).default(0),
  sort,
  ...filters,
  facets: integer('1: count what was found by source, month, status and language', 0, 1).optional(),
  explain: integer('1: say of each hit how its score comes about', 0, 1).optional(),
  all: integer('1: every copy of a text that was published several times', 0, 1).optional(),
})

export const suggestParameters = z.strictObject({ q: query.unwrap(), limit })

export const noParameters = z.strictObject({})

const pageParameters = z.strictObject({
  q: query,
  page: integer('The page, from 1', 1, deepestResult / pageSize).default(1),
  sort,
  ...filters,
})

const articleParameters = z.strictObject({ q: query })

const feedParameters = z.strictObject({ q: query.unwrap(), ...filters })

const languageParameters = z.strictObject({
  to: choice(
    'The language',
    tables.map(({ language }) => language),
  ),
  back: z.string().default('/'),
})

/** Parses the parameters of `GET /api/search`. */
export function parseSearchRequest(parameters: URLSearchParams): SearchRequest {
  const { q, limit, offset, sort, explain, facets, all, ...filters } = checkParameters(
    searchParameters,
    parameters,
  )
  if (offset + limit > deepestResult) {
    throw new ParameterProblem('offset', { kind: 'depth', maximum: deepestResult })
  }
  const asked = {
    ...(explain === 1 && { explain: true }),
    ...(facets === 1 && { facets: true }),
    ...(all === 1 && { all: true }),
  }
  return { query: q, limit, offset, sort, ...dropUndefined(filters), ...asked }
}

/** Parses the parameters of `GET /api/suggest`. */
export function parseSuggestRequest(parameters: URLSearchParams): SuggestRequest {
  const { q, limit } = checkParameters(suggestParameters, parameters)
  return { query: q, limit }
}

/** Parses the parameters of `GET /`. */
export function parseSearchState(parameters: URLSearchParams): SearchState {
  const { q = '', page, sort, ...filters } = checkParameters(pageParameters, parameters)
  return { query: q, page, sort, ...dropUndefined(filters) }
}

/** Reads what was typed, right or wrong, for the form on the page that refuses it. */
export function readTypedState(parameters: URLSearchParams): SearchState {
  const typed = (name: string) => (parameters.get(name) ?? '').slice(0, maxQueryCharacters)
  const [source, from, to] = [typed('source'), typed('from'), typed('to')]
  const sort = sortOrders.find((order) => order === typed('sort')) ?? 'relevance'
  const filters = { ...(source && { source }), ...(from && { from }), ...(to && { to }) }
  return { query: typed('q'), page: 1, sort, ...filters }
}

/** Parses the parameter of `GET /articles/:id`: the query that led to the article, for the way back. */
export function parseArticleQuery(parameters: URLSearchParams): string {
  return checkParameters(articleParameters, parameters).q ?? ''
}

/** Parses the parameters of `GET /feed.atom`, which lists what was fetched last. */
export function parseFeedRequest(parameters: URLSearchParams): SearchRequest {
  const { q, ...filters } = checkParameters(feedParameters, parameters)
  return { query: q, limit: feedSize, offset: 0, sort: 'fetched', ...dropUndefined(filters) }
}

/** Parses the parameters of `GET /language`. */
export function parseLanguageChoice(parameters: URLSearchParams): LanguageChoice {
  const { to, back } = checkParameters(languageParameters, parameters)
  return { to, back: keepOwnAddress(back) }
}

/** Returns `address` when it is a path of ours, else that of the home page, so that no link to us leads elsewhere. */
function keepOwnAddress(address: string): string {
  const base = 'http://own.invalid'
  if (!address.startsWith('/') || !URL.canParse(address, base)) return '/'
  const { origin, pathname, search } = new URL(address, base)
  return origin === base && !pathname.startsWith('//') ? pathname + search : '/'
}

/** Refuses every parameter, for routes that take none, so that a misspelt one is never silently ignored. */
export function parseNothing(parameters: URLSearchParams): void {
  checkParameters(noParameters, parameters)
}

export function toSearchRequest({ page, ...state }: SearchState): SearchRequest {
  return { ...state, facets: true, limit: pageSize, offset: (page - 1) * pageSize }
}

type Defined<Values> = { readonly [Name in keyof Values]?: Exclude<Values[Name], undefined> }

function dropUndefined<Values extends object>(values: Values): Defined<Values> {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined)
  // Object.fromEntries forgets the names of the properties.
  return Object.fromEntries(entries) as Defined<Values>
}
