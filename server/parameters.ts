/** The door: what a query string says becomes a typed request or a ParameterError. Pages and API are checked alike. */

import type { SuggestRequest } from '../src/backend/backend.ts'
import { dayRange } from '../src/query/dates.ts'
import type { SearchRequest, SortOrder } from '../src/search/result.ts'
import { tables } from './messages/messages.ts'
import { ParameterError } from './parameter-error.ts'

/** What the search page shows; its address says the same. */
export interface SearchState {
  readonly query: string
  /** From 1. */
  readonly page: number
  readonly sort: SortOrder
  readonly source?: string
  readonly from?: string
  readonly to?: string
}

export interface LanguageChoice {
  readonly to: string
  /** Where to go on from there. */
  readonly back: string
}

export const pageSize = 10
/** No result beyond this can be asked for: deep pages cost much and nobody reads them. */
export const deepestResult = 10_000
const maxLimit = 100
const maxQueryCharacters = 1_000
const sortOrders: readonly SortOrder[] = ['relevance', 'date']

/** `GET /api/search` */
export function parseSearchRequest(parameters: URLSearchParams): SearchRequest {
  checkNames(parameters, ['q', 'limit', 'offset', 'sort', 'source', 'from', 'to', 'explain'])
  const query = text(parameters, 'q')
  if (query === undefined) throw new ParameterError('q', { kind: 'missing' })
  const limit = integer(parameters, 'limit', 1, maxLimit) ?? pageSize
  const offset = integer(parameters, 'offset', 0, deepestResult) ?? 0
  if (offset + limit > deepestResult) {
    throw new ParameterError('offset', { kind: 'depth', maximum: deepestResult })
  }
  const explain = integer(parameters, 'explain', 0, 1) === 1
  const sort = sortOrder(parameters)
  return { query, limit, offset, sort, ...filters(parameters), ...(explain && { explain }) }
}

/** `GET /api/suggest` */
export function parseSuggestRequest(parameters: URLSearchParams): SuggestRequest {
  checkNames(parameters, ['q', 'limit'])
  const query = text(parameters, 'q')
  if (query === undefined) throw new ParameterError('q', { kind: 'missing' })
  return { query, limit: integer(parameters, 'limit', 1, maxLimit) ?? pageSize }
}

/** `GET /` */
export function parseSearchState(parameters: URLSearchParams): SearchState {
  checkNames(parameters, ['q', 'page', 'sort', 'source', 'from', 'to'])
  const query = text(parameters, 'q') ?? ''
  const page = integer(parameters, 'page', 1, deepestResult / pageSize) ?? 1
  return { query, page, sort: sortOrder(parameters), ...filters(parameters) }
}

/** What was typed, right or wrong, for the form on the page that refuses it. */
export function typedState(parameters: URLSearchParams): SearchState {
  const typed = (name: string) => (parameters.get(name) ?? '').slice(0, maxQueryCharacters)
  const [source, from, to] = [typed('source'), typed('from'), typed('to')]
  const sort = sortOrders.find((order) => order === typed('sort')) ?? 'relevance'
  const filters = { ...(source && { source }), ...(from && { from }), ...(to && { to }) }
  return { query: typed('q'), page: 1, sort, ...filters }
}

/** `GET /articles/:id`: the query that led to the article, for the way back. */
export function parseArticleQuery(parameters: URLSearchParams): string {
  checkNames(parameters, ['q'])
  return text(parameters, 'q') ?? ''
}

/** `GET /language` */
export function parseLanguageChoice(parameters: URLSearchParams): LanguageChoice {
  checkNames(parameters, ['to', 'back'])
  const to = parameters.get('to') ?? undefined
  if (to === undefined) throw new ParameterError('to', { kind: 'missing' })
  const choices = tables.map(({ language }) => language)
  if (!choices.includes(to)) throw new ParameterError('to', { kind: 'choice', choices })
  return { to, back: ownAddress(parameters.get('back') ?? '/') }
}

/** `address` when it is a path of ours, else the home page: nobody is sent elsewhere by a link to us. */
function ownAddress(address: string): string {
  const base = 'http://own.invalid'
  if (!address.startsWith('/') || !URL.canParse(address, base)) return '/'
  const { origin, pathname, search } = new URL(address, base)
  return origin === base && !pathname.startsWith('//') ? pathname + search : '/'
}

/** Routes that take nothing refuse everything, so that a misspelt parameter is never silently ignored. */
export function parseNothing(parameters: URLSearchParams): void {
  checkNames(parameters, [])
}

export function requestOf({ page, ...state }: SearchState): SearchRequest {
  return { ...state, limit: pageSize, offset: (page - 1) * pageSize }
}

function checkNames(parameters: URLSearchParams, known: readonly string[]): void {
  for (const name of parameters.keys()) {
    if (!known.includes(name)) throw new ParameterError(name, { kind: 'unknown', known })
    if (parameters.getAll(name).length > 1) throw new ParameterError(name, { kind: 'repeated' })
  }
}

/** Absent filters and empty ones are the same: a form sends its empty fields too. */
function filters(parameters: URLSearchParams): Pick<SearchState, 'source' | 'from' | 'to'> {
  const source = text(parameters, 'source')?.trim()
  const from = date(parameters, 'from')
  const to = date(parameters, 'to')
  return { ...(source && { source }), ...(from && { from }), ...(to && { to }) }
}

function text(parameters: URLSearchParams, name: string): string | undefined {
  const value = parameters.get(name) ?? undefined
  if (value !== undefined && value.length > maxQueryCharacters) {
    throw new ParameterError(name, { kind: 'length', maximum: maxQueryCharacters })
  }
  return value
}

function integer(
  parameters: URLSearchParams,
  name: string,
  minimum: number,
  maximum: number,
): number | undefined {
  const value = parameters.get(name)
  if (value === null) return undefined
  const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN
  if (number >= minimum && number <= maximum) return number
  throw new ParameterError(name, { kind: 'integer', minimum, maximum })
}

function sortOrder(parameters: URLSearchParams): SortOrder {
  const value = parameters.get('sort')
  if (value === null) return 'relevance'
  const sort = sortOrders.find((order) => order === value)
  if (sort) return sort
  throw new ParameterError('sort', { kind: 'choice', choices: sortOrders })
}

function date(parameters: URLSearchParams, name: string): string | undefined {
  const value = parameters.get(name)?.trim()
  if (!value) return undefined
  if (dayRange(value) !== undefined) return value
  throw new ParameterError(name, { kind: 'date' })
}
