/** Declares what the app keeps for each request. */

import type { HttpBindings } from '@hono/node-server'
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Trace } from './trace.ts'

export interface ServerEnvironment {
  /** The sockets; absent where a test calls the app directly. */
  readonly Bindings: Partial<HttpBindings>
  readonly Variables: { trace: Trace }
}

/** The app, to which the routes of the API also describe themselves. */
export type ServerApp = OpenAPIHono<ServerEnvironment>
