/** The app: what guards every request, and which routes there are. */

import { Hono } from 'hono'
import type { SearchBackend } from '../src/backend/backend.ts'
import { assets } from './assets.ts'
import { refuse, replyToError } from './failure.tsx'
import { guard } from './guard.ts'
import { problemOf } from './problem.ts'
import { addApi } from './routes/api.ts'
import { addHealth } from './routes/health.ts'
import { addLanguageSwitch } from './routes/language.ts'
import { addPages } from './routes/pages.tsx'
import { addSuggestions } from './routes/suggest.ts'

export interface AppOptions {
  /** Hosts that the server answers to, besides the loopback names. */
  readonly allowedHosts?: readonly string[]
  /** Is told of errors that nobody foresaw. Default: standard error. */
  readonly report?: (error: unknown) => void
}

export function createApp(backend: SearchBackend, options: AppOptions = {}): Hono {
  const { allowedHosts = [], report = console.error } = options
  const app = new Hono()
  app.use(guard(allowedHosts))
  app.onError((error, context) => {
    if (problemOf(error).status === 500) report(error)
    return replyToError(context, error)
  })
  app.notFound((context) => refuse(context, 404, 'There is nothing at this address.'))
  addPages(app, backend)
  addLanguageSwitch(app)
  addApi(app, backend)
  addSuggestions(app, backend)
  addHealth(app, backend)
  addAssets(app)
  return app
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
