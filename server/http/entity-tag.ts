/**
 * Makes ETags before the work is done, from the index's generation, the address, the language and the day, with which
 * relative dates move. A browser that has the page of this generation gets 304 without a search.
 */

import { createHash, randomUUID } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import type { SearchBackend } from '../../src/backend/backend.ts'
import { chooseMessages } from '../messages/language.ts'
import type { ServerEnvironment } from './environment.ts'

/** The tags change with every start, since the next one may have other templates. */
const thisStart = randomUUID()

export function answerByEntityTag(backend: SearchBackend): MiddlewareHandler<ServerEnvironment> {
  return async (context, next) => {
    const generation = await readGeneration(backend)
    if (context.req.method !== 'GET' || generation === undefined) return next()
    const { pathname, search } = new URL(context.req.url)
    const { language } = chooseMessages(context)
    const what = [thisStart, generation, pathname, search, language, new Date().toDateString()]
    const tag = `W/"${createHash('sha256').update(what.join('\n')).digest('base64url').slice(0, 22)}"`
    if (context.req.header('if-none-match') === tag) {
      return context.body(null, 304, { ETag: tag })
    }
    await next()
    if (context.res.status === 200) context.res.headers.set('ETag', tag)
    return undefined
  }
}

/** Returns undefined while the index cannot be read, so that no browser keeps the page that says so. */
async function readGeneration(backend: SearchBackend): Promise<number | undefined> {
  try {
    return (await backend.version()).generation
  } catch {
    return undefined
  }
}
