/**
 * A token that opens the archive, for servers that others can reach. Programs send it as `Authorization: Bearer …`; readers
 * type it once, and a cookie remembers it that holds a hash of it only.
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

/** Open to all: whether the process lives, and what a page looks like. */
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

/** `POST /enter`: a reader typed the token. */
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

/** In constant time, whatever the lengths: hashes are compared. */
function isSameSecret(a: string, b: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(hash(a), hash(b))
}
