/** Answers programs in JSON. */

import { z } from '@hono/zod-openapi'
import type { SearchBackend } from '../../src/backend/backend.ts'
import type { ServerApp } from '../http/environment.ts'
import { readParameters } from '../http/requests.ts'
import {
  noParameters,
  parseNothing,
  parseSearchRequest,
  parseSuggestRequest,
  searchParameters,
  suggestParameters,
} from '../parameters/parameters.ts'
import { RequestProblem } from '../problems/request-problem.ts'
import type { Searcher } from '../searching/searcher.ts'
import { toArticleReply } from '../text/article-reply.ts'
import { addApiRoute } from './api-route.ts'
import {
  articleReplySchema,
  searchReply,
  sourcesReply,
  statsReply,
  suggestReply,
} from './reply-schemas.ts'

export function addApi(app: ServerApp, backend: SearchBackend, searcher: Searcher): void {
  addApiRoute(
    app,
    {
      path: '/api/search',
      summary: 'Articles that answer a query, best first',
      query: searchParameters,
      reply: searchReply,
      problems: [503],
    },
    (context) => searcher.search(context, parseSearchRequest(readParameters(context))),
  )
  addApiRoute(
    app,
    {
      path: '/api/suggest',
      summary: 'Completions of what is being typed',
      query: suggestParameters,
      reply: suggestReply,
      problems: [503],
    },
    (context) => backend.suggest(parseSuggestRequest(readParameters(context))),
  )
  addArticles(app, backend)
  addFigures(app, backend)
}

function addArticles(app: ServerApp, backend: SearchBackend): void {
  addApiRoute(
    app,
    {
      path: '/api/articles/{id}',
      summary: 'What the index holds of an article',
      parameters: z.object({ id: z.string().openapi({ description: 'Its id, or its path' }) }),
      query: noParameters,
      reply: articleReplySchema,
      problems: [404, 503],
    },
    async (context) => {
      parseNothing(readParameters(context))
      const id = context.req.param('id') ?? ''
      const article = await backend.article(id)
      if (article) return toArticleReply(article)
      throw new RequestProblem(404, `The index holds no article with the id ${id}.`)
    },
  )
}

function addFigures(app: ServerApp, backend: SearchBackend): void {
  addApiRoute(
    app,
    {
      path: '/api/sources',
      summary: 'Every source with its articles, those with most first',
      query: noParameters,
      reply: sourcesReply,
      problems: [503],
    },
    async (context) => {
      parseNothing(readParameters(context))
      const { sources } = await backend.stats()
      return { sources }
    },
  )
  addApiRoute(
    app,
    {
      path: '/api/stats',
      summary: 'How much the index holds',
      query: noParameters,
      reply: statsReply,
      problems: [503],
    },
    (context) => {
      parseNothing(readParameters(context))
      return backend.stats()
    },
  )
}
