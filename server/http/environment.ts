/** What the app keeps for a request besides what came in. */

import type { HttpBindings } from '@hono/node-server'
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Trace } from './trace.ts'

export interface ServerEnvironment {
  /** Absent where requests come from no socket. */
  readonly Bindings: Partial<HttpBindings>
  readonly Variables: { trace: Trace }
}

/** Routes of the API describe themselves to it. */
export type ServerApp = OpenAPIHono<ServerEnvironment>
