/** Notices when a client stops waiting: a browser that goes on to another page closes the connection. */

import type { Context } from 'hono'
import { RequestProblem } from '../problems/request-problem.ts'
import type { ServerEnvironment } from './environment.ts'

/** Returns a signal that is aborted when the connection closes before the answer is sent, or undefined without a socket. */
export function watchClient({ env }: Context<ServerEnvironment>): AbortSignal | undefined {
  const { outgoing } = env ?? {}
  if (outgoing === undefined) return undefined
  const gone = new AbortController()
  outgoing.once('close', () => {
    if (!outgoing.writableFinished)
      gone.abort(new RequestProblem(503, 'Nobody waits for this any more.'))
  })
  return gone.signal
}
