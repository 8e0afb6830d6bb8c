/** Puts the app together: the guards that every request passes, and the routes. */

import { OpenAPIHono } from '@hono/zod-openapi'
import { compress } from 'hono/compress'
import { cors } from 'hono/cors'
import type { SearchBackend } from '../src/backend/backend.ts'
import { createMemory, type Memory } from '../src/memory/memory.ts'
import { addEntrance, requireToken } from './http/access.ts'
import { assets } from './http/assets.ts'
import { answerByEntityTag } from './http/entity-tag.ts'
import type { ServerApp, ServerEnvironment } from './http/environment.ts'
import { addSecurityHeaders, checkHostAndOrigin } from './http/guard.ts'
import { createMetrics, type Metrics } from './http/metrics.ts'
import { limitRate } from './http/rate-limit.ts'
import { type Log, logRequests } from './http/request-log.ts'
import { readParameters } from './http/requests.ts'
import { parseNothing } from './parameters/parameters.ts'
import { describeProblem } from './problems/problem.ts'
import { RequestProblem } from './problems/request-problem.ts'
import { addApi } from './routes/api.ts'
import { addDocument } from './routes/document.tsx'
import { addFeeds } from './routes/feeds.ts'
import { addFiles } from './routes/files.ts'
import { addHealth } from './routes/health.ts'
import { addLanguageSwitch } from './routes/language.ts'
import { addPages } from './routes/pages.tsx'
import { replyWithProblem } from './routes/problem-reply.tsx'
import type { SearchLimits } from './searching/search-queue.ts'
import { createSearcher } from './searching/searcher.ts'

export interface AppOptions {
  /** The hosts that the server answers to, besides the loopback names. */
  readonly allowedHosts?: readonly string[]
  /** The origins of other sites whose scripts may ask the API. Default: none. */
  readonly allowedOrigins?: readonly string[]
  /** Requests have to carry it. Default: no token is asked for. */
  readonly token?: string | undefined
  /** The requests a minute for each address. Default: 600, and no limit for loopback. */
  readonly perMinute?: number | undefined
  readonly limits?: SearchLimits
  /** The budget of what is kept in memory. Default: one of its own. */
  readonly memory?: Memory
  readonly log?: Log
  /** Writes into the log what was searched for. */
  readonly logQueries?: boolean
}

/** Writes unforeseen errors to standard error, and no requests. */
const errorsOnly: Log = {
  info: () => {},
  error: ({ err }: { readonly err?: unknown }) => console.error(err),
}

export function createApp(backend: SearchBackend, options: AppOptions = {}): ServerApp {
  const { log = errorsOnly, logQueries = false, memory = createMemory(), token } = options
  const app: ServerApp = new OpenAPIHono<ServerEnvironment>()
  app.onError((error, context) => {
    if (describeProblem(error).status === 500) {
      log.error({ requestId: context.var.trace?.id, err: error }, 'error')
    }
    return replyWithProblem(context, error)
  })
  app.notFound((context) =>
    replyWithProblem(context, new RequestProblem(404, 'There is nothing at this address.')),
  )
  const metrics = createMetrics(backend, memory)
  app.use(logRequests(log, logQueries, metrics))
  app.use(compress())
  addGuards(app, options)
  for (const path of taggedPaths) app.use(path, answerByEntityTag(backend))
  const searcher = createSearcher(backend, memory, options.limits)
  addPages(app, backend, searcher)
  addFiles(app, backend)
  addLanguageSwitch(app)
  if (token !== undefined) addEntrance(app, token)
  addApi(app, backend, searcher)
  addHealth(app, backend)
  addDocument(app)
  addFeeds(app, backend, searcher)
  addMetrics(app, metrics)
  addAssets(app)
  return app
}

function addGuards(app: ServerApp, options: AppOptions): void {
  const { allowedHosts = [], allowedOrigins = [], token, perMinute } = options
  app.use(addSecurityHeaders())
  app.use(checkHostAndOrigin({ allowedHosts, allowedOrigins }))
  app.use(limitRate(perMinute))
  if (allowedOrigins.length > 0) {
    app.use('/api/*', cors({ origin: [...allowedOrigins], allowMethods: ['GET'] }))
  }
  if (token !== undefined) app.use(requireToken(token))
}

/** These paths answer the same for one generation of the index. */
const taggedPaths = ['/', '/articles/:id', '/sources', '/about', '/api/*', '/feed.atom']

function addMetrics(app: ServerApp, metrics: Metrics): void {
  app.get('/metrics', async (context) => {
    parseNothing(readParameters(context))
    return context.body(await metrics.text(), 200, { 'Content-Type': metrics.contentType })
  })
}

function addAssets(app: ServerApp): void {
  for (const { path, type, content } of assets) {
    app.get(path, (context) =>
      context.body(content, 200, {
        'Content-Type': type,
        'Cache-Control': 'public, max-age=31536000, immutable',
      }),
    )
  }
}
