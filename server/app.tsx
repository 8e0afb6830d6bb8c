/** The routes: pages for readers, JSON for programs, and what guards both. */

import { type Context, Hono } from 'hono'
import type { SearchBackend } from '../src/backend/backend.ts'
import { articleReply } from './article-reply.ts'
import { assets } from './assets.ts'
import { problemReply, refuse, replyToError } from './failure.tsx'
import { guard } from './guard.ts'
import { simplified } from './messages.ts'
import { ArticlePage } from './pages/article-page.tsx'
import { HomePage } from './pages/home-page.tsx'
import { ResultsPage } from './pages/results-page.tsx'
import {
  parseArticleQuery,
  parseNothing,
  parseSearchRequest,
  parseSearchState,
  requestOf,
} from './parameters.ts'
import { problemOf } from './problem.ts'

export interface AppOptions {
  /** Hosts that the server answers to, besides the loopback names. */
  readonly allowedHosts?: readonly string[]
  /** Is told of errors that nobody foresaw. Default: standard error. */
  readonly report?: (error: unknown) => void
}

export function createApp(backend: SearchBackend, options: AppOptions = {}): Hono {
  const { allowedHosts = [], report = console.error } = options
  const app = new Hono()
  app.use(guard(allowedHosts, simplified))
  app.onError((error, context) => {
    if (problemOf(error).status === 500) report(error)
    return replyToError(context, simplified, error)
  })
  app.notFound((context) => refuse(context, simplified, 404, 'There is nothing at this address.'))
  addPages(app, backend)
  addApi(app, backend)
  addHealth(app, backend)
  addAssets(app)
  return app
}

function addPages(app: Hono, backend: SearchBackend): void {
  const messages = simplified
  app.get('/', async (context) => {
    const state = parseSearchState(parametersOf(context))
    if (state.query.trim() === '') {
      const stats = await backend.stats()
      return context.html(<HomePage messages={messages} state={state} stats={stats} />)
    }
    const result = await backend.search(requestOf(state))
    return context.html(<ResultsPage messages={messages} state={state} result={result} />)
  })
  app.get('/articles/:id', async (context) => {
    const query = parseArticleQuery(parametersOf(context))
    const article = await backend.article(context.req.param('id'))
    if (!article) return context.notFound()
    return context.html(<ArticlePage messages={messages} article={article} query={query} />)
  })
}

function addApi(app: Hono, backend: SearchBackend): void {
  app.get('/api/search', async (context) => {
    return context.json(await backend.search(parseSearchRequest(parametersOf(context))))
  })
  app.get('/api/articles/:id', async (context) => {
    parseNothing(parametersOf(context))
    const id = context.req.param('id')
    const article = await backend.article(id)
    if (article) return context.json(articleReply(article))
    return refuse(context, simplified, 404, `The index holds no article with the id ${id}.`)
  })
  app.get('/api/stats', async (context) => {
    parseNothing(parametersOf(context))
    return context.json(await backend.stats())
  })
}

/** Live: the process answers. Ready: it can search. */
function addHealth(app: Hono, backend: SearchBackend): void {
  app.get('/health/live', (context) => context.json({ status: 'live' }))
  app.get('/health/ready', async (context) => {
    try {
      const { generation, articles } = await backend.stats()
      return context.json({ status: 'ready', generation, articles })
    } catch (error) {
      return problemReply(context, {
        ...problemOf(error),
        status: 503,
        title: 'Service Unavailable',
      })
    }
  })
}

function addAssets(app: Hono): void {
  for (const { path, type, content } of assets) {
    app.get(path, (context) =>
      context.body(content, 200, {
        'Content-Type': type,
        'Cache-Control': 'public, max-age=31536000, immutable',
      }),
    )
  }
}

function parametersOf(context: Context): URLSearchParams {
  return new URL(context.req.url).searchParams
}
