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
}

export async function serve({ index, host, port }: ServeOptions): Promise<ExitCode> {
  const backend = await followIndex(index)
  try {
    // Who starts a server without an index learns it here, not from the first page.
    await backend.stats()
    const server = await listen({ backend, host, port })
    const ended = Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')])
    process.stdout.write(`${harmless(`souwen serves ${index} at ${server.address}`)}\n`)
    await ended
    await server.close()
    return exitCodes.ok
  } finally {
    await backend.close()
  }
}
