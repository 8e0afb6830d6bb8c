/** Checks who asks, and sets the headers that say what a browser may do with the answer. */

import type { Context, MiddlewareHandler } from 'hono'
import { RequestProblem } from '../problems/request-problem.ts'
import type { ServerEnvironment } from './environment.ts'
import { isAllowedHost } from './hosts.ts'

/** Nothing from an article runs, loads or leaves its page, and no query is told to the sites that a reader goes on to. */
const securityHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
}

/** Adds the headers that a route has not set itself. */
export function addSecurityHeaders(): MiddlewareHandler<ServerEnvironment> {
  return async (context, next) => {
    await next()
    const { headers } = context.res
    for (const [name, value] of Object.entries(securityHeaders))
      if (!headers.has(name)) headers.set(name, value)
    if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-cache')
    // Pages and errors are written in the reader's language.
    context.res.headers.append('Vary', 'Accept-Language, Cookie')
  }
}

export interface GuardOptions {
  /** The hosts that the server answers to, besides the loopback names. */
  readonly allowedHosts: readonly string[]
  /** The origins of other sites whose scripts may ask the API. */
  readonly allowedOrigins: readonly string[]
}

/** Throws RequestProblem (403) for a Host that is not ours (DNS rebinding) and for scripts of other sites. */
export function checkHostAndOrigin(options: GuardOptions): MiddlewareHandler<ServerEnvironment> {
  return async (context, next) => {
    const host = context.req.header('host') ?? new URL(context.req.url).host
    if (!isAllowedHost(host, options.allowedHosts)) {
      throw new RequestProblem(403, `This server is not known as ${host}.`)
    }
    checkOrigin(context, host, options.allowedOrigins)
    await next()
  }
}

/** Browsers name the site whose script or form asks; links, addresses typed by hand and programs name none. */
function checkOrigin(context: Context, host: string, allowed: readonly string[]): void {
  const origin = context.req.header('origin')
  if (origin === undefined) return
  const ours = origin === `http://${host}` || origin === `https://${host}`
  const asked = /^\/api(\/|$)/.test(context.req.path) && allowed.includes(origin)
  if (!ours && !asked) throw new RequestProblem(403, `Requests from ${origin} are not answered.`)
  if (asked && !ours) context.header('Access-Control-Allow-Origin', origin)
}
