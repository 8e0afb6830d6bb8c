/** `souwen serve` serves the web form and the JSON API, until a signal ends it. */

import { once } from 'node:events'
import type { SearchBackend } from '../../backend/backend.ts'
import { followIndex } from '../../engine.ts'
import { isExpectedError } from '../../errors.ts'
import { createMemory } from '../../memory/memory.ts'
import { type ExitCode, exitCodes } from '../print/exit-code.ts'
import { neutralize } from '../print/neutralize.ts'
import { print, warn } from '../print/output.ts'
import { tuneForServing } from './tuning.ts'

export interface ServeCommandOptions {
  readonly index: string
  readonly host: string
  readonly port: number
  readonly token?: string
  readonly public?: boolean
  readonly allowOrigin: readonly string[]
  readonly rateLimit?: number
  /** The budget is in bytes. */
  readonly memory?: number
  readonly log: 'silent' | 'error' | 'info'
  readonly logQueries?: boolean
}

export async function serve(options: ServeCommandOptions): Promise<ExitCode> {
  const { index } = options
  const memory = createMemory(options.memory)
  const backend = await followIndex(index, memory)
  try {
    const trouble = await findTrouble(backend)
    const { pino } = await import('pino')
    tuneForServing()
    const { serve: listen } = await import('../../../server/serve.ts')
    const log = pino({ level: options.log, base: null }, pino.destination({ dest: 2, sync: true }))
    const server = await listen({
      backend,
      memory,
      host: options.host,
      port: options.port,
      token: options.token,
      isPublic: options.public ?? false,
      allowedOrigins: options.allowOrigin,
      perMinute: options.rateLimit,
      log,
      logQueries: options.logQueries ?? false,
    })
    const ended = Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')])
    const who = describeAccess(options)
    if (trouble) warn(`souwen: ${neutralize(trouble)}\n`)
    print(`${neutralize(`souwen serves ${index} at ${server.address}${who}`)}\n`)
    await ended
    await server.close()
    log.info({ caches: memory.usage() }, 'memory')
    return exitCodes.ok
  } finally {
    await backend.close()
  }
}

/** Says why nothing can be searched yet. The server starts all the same, and answers as soon as the index is there. */
async function findTrouble(backend: SearchBackend): Promise<string | undefined> {
  try {
    await backend.stats()
    return undefined
  } catch (error) {
    if (isExpectedError(error)) return error.message
    throw error
  }
}

function describeAccess(options: ServeCommandOptions): string {
  if (options.token !== undefined) return ', for those who know the token'
  return options.public ? ', for everyone who can reach it' : ''
}
