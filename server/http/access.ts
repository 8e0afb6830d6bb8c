/**
 * Asks for a token, on servers that others can reach. Programs send it as `Authorization: Bearer …`. Readers type it once,
 * and a cookie with a hash of it lets them in from then on.
 */

import { createHash, timingSafeEqual } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { getCookie, setCookie } from 'hono/cookie'
import { RequestProblem } from '../problems/request-problem.ts'
import type { ServerApp, ServerEnvironment } from './environment.ts'

const cookieName = 'access'
const longestBodyBytes = 4_096
const thirtyDaysSeconds = 30 * 24 * 60 * 60

/** These paths are open to all: the check for life, the form for the token, and what a page looks like. */
const openPaths = /^\/(?:health\/live|style\.css|icon\.svg|client\.js|enter)$/

/** Throws RequestProblem (401) for a request without the token. */
export function requireToken(token: string): MiddlewareHandler<ServerEnvironment> {
  return async (context, next) => {
    const open = openPaths.test(context.req.path)
    if (!open && !isBearer(context, token) && !hasCookie(context, token)) {
      throw new RequestProblem(401, 'This server asks for its token.', {
        'WWW-Authenticate': 'Bearer',
      })
    }
    await next()
  }
}

/** Adds `POST /enter`, to which the form for the token sends what was typed. */
export function addEntrance(app: ServerApp, token: string): void {
  const limited = bodyLimit({
    maxSize: longestBodyBytes,
    onError: () => {
      throw new RequestProblem(413, 'The request is too large.')
    },
  })
  app.post('/enter', limited, async (context) => {
    const { token: typed } = await context.req.parseBody()
    if (typeof typed !== 'string' || !isSameSecret(typed, token)) {
      throw new RequestProblem(401, 'This is not the token.', { 'WWW-Authenticate': 'Bearer' })
    }
    setCookie(context, cookieName, hashForCookie(token), {
      path: '/',
      httpOnly: true,
      sameSite: 'Strict',
      maxAge: thirtyDaysSeconds,
    })
    return context.redirect('/', 303)
  })
}

function isBearer(context: Context<ServerEnvironment>, token: string): boolean {
  const [, sent] = /^Bearer (.+)$/i.exec(context.req.header('authorization') ?? '') ?? []
  return sent !== undefined && isSameSecret(sent, token)
}

function hasCookie(context: Context<ServerEnvironment>, token: string): boolean {
  return isSameSecret(getCookie(context, cookieName) ?? '', hashForCookie(token))
}

function hashForCookie(token: string): string {
  return createHash('sha256').update(`souwen cookie ${token}`).digest('base64url')
}

/** Compares hashes, so the time tells nothing about the texts and their lengths. */
function isSameSecret(a: string, b: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(hash(a), hash(b))
}
