/** An app with the middleware under test and one route, and that app on a real socket. */

import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context, MiddlewareHandler } from 'hono'
import type { ServerApp, ServerEnvironment } from '../../../server/http/environment.ts'
import { describeProblem } from '../../../server/problems/problem.ts'
import { RequestProblem } from '../../../server/problems/request-problem.ts'

type Answer = (context: Context<ServerEnvironment>) => Response | Promise<Response>

const answerHello: Answer = (context) => context.text('hello')

/** Every GET is answered by `answer`; problems are replied to with their status and headers. */
export function createSmallApp(
  middleware: readonly MiddlewareHandler<ServerEnvironment>[],
  answer: Answer = answerHello,
): ServerApp {
  const app: ServerApp = new OpenAPIHono<ServerEnvironment>()
  app.onError((error, context) => {
    const headers = error instanceof RequestProblem ? error.headers : {}
    return context.body(error.message, describeProblem(error).status, { ...headers })
  })
  for (const one of middleware) app.use(one)
  app.get('*', answer)
  return app
}

export interface Listening {
  readonly port: number
  end(): Promise<void>
}

export async function listenWith(app: ServerApp): Promise<Listening> {
  const server = createServer(getRequestListener(app.fetch))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    port,
    async end() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
