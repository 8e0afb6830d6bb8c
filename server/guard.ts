/** What holds for every reply: who may ask, and what a browser may do with the answer. */

import type { MiddlewareHandler } from 'hono'
import { refuse } from './failure.tsx'
import { isAllowedHost } from './hosts.ts'

/** Nothing from an article runs, loads or leaves; a query is not told to the sites that a reader goes on to. */
const securityHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy':
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  // The language of a page, and of an error's.
  Vary: 'Accept-Language, Cookie',
}

export function guard(allowedHosts: readonly string[]): MiddlewareHandler {
  return async (context, next) => {
    const host = context.req.header('host') ?? new URL(context.req.url).host
    if (isAllowedHost(host, allowedHosts)) await next()
    else context.res = await refuse(context, 403, `This server is not known as ${host}.`)
    for (const [name, value] of Object.entries(securityHeaders))
      context.res.headers.set(name, value)
    if (!context.res.headers.has('Cache-Control')) {
      context.res.headers.set('Cache-Control', 'no-cache')
    }
  }
}
