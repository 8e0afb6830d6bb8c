/** `souwen serve`: the web form and the JSON API, until a signal ends it. */

import { once } from 'node:events'
import { serve as listen } from '../../server/serve.ts'
import { followIndex } from '../engine.ts'
import { type ExitCode, exitCodes } from './exit-code.ts'
import { harmless } from './harmless.ts'

export interface ServeOptions {
  readonly index: string
  readonly host: string
  readonly port: number
  readonly token?: string
  readonly public?: boolean
  readonly allowOrigin: readonly string[]
  readonly rateLimit?: number
  readonly log: 'silent' | 'error' | 'info'
  readonly logQueries?: boolean
}

export async function serve(options: ServeOptions): Promise<ExitCode> {
  const { index } = options
  const backend = await followIndex(index)
  try {
    // Who starts a server without an index learns it here, not from the first page.
    await backend.stats()
    const { pino } = await import('pino')
    const server = await listen({
      backend,
      host: options.host,
      port: options.port,
      token: options.token,
      isPublic: options.public ?? false,
      allowedOrigins: options.allowOrigin,
      perMinute: options.rateLimit,
      log: pino({ level: options.log, base: null }, pino.destination({ dest: 2, sync: true })),
      logQueries: options.logQueries ?? false,
    })
    const ended = Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')])
    const who = accessOf(options)
    process.stdout.write(`${harmless(`souwen serves ${index} at ${server.address}${who}`)}\n`)
    await ended
    await server.close()
    return exitCodes.ok
  } finally {
    await backend.close()
  }
}

function accessOf(options: ServeOptions): string {
  if (options.token !== undefined) return ', for those who know the token'
  return options.public ? ', for everyone who can reach it' : ''
}
