/**
 * Logs a line of JSON for each request: id, route, status and milliseconds by stage. It never holds an address with its query,
 * and the text of a query only where that is wanted, because searches are private.
 */

import { randomUUID } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import type { ServerEnvironment } from './environment.ts'
import type { Metrics } from './metrics.ts'
import { createTrace, type Trace } from './trace.ts'

/** The part of pino's logger that is used here. */
export interface Log {
  info(facts: object, message: string): void
  error(facts: object, message: string): void
}

export function logRequests(
  log: Log,
  logQueries: boolean,
  metrics: Metrics,
): MiddlewareHandler<ServerEnvironment> {
  return async (context, next) => {
    const start = performance.now()
    const trace = createTrace(randomUUID())
    context.set('trace', trace)
    await next()
    context.header('X-Request-Id', trace.id)
    const timing = Object.entries(trace.stages).map(
      ([stage, ms]) => `${stage};dur=${roundMilliseconds(ms)}`,
    )
    if (timing.length > 0) context.header('Server-Timing', timing.join(', '))
    metrics.observe(findRoute(context), context.res.status, trace)
    log.info(collectFacts(context, trace, performance.now() - start, logQueries), 'request')
  }
}

function collectFacts(
  context: Context<ServerEnvironment>,
  trace: Trace,
  milliseconds: number,
  logQueries: boolean,
): object {
  const stages = Object.entries(trace.stages).map(([stage, ms]) => [
    `${stage}Ms`,
    roundMilliseconds(ms),
  ])
  return {
    requestId: trace.id,
    method: context.req.method,
    route: findRoute(context),
    status: context.res.status,
    totalMs: roundMilliseconds(milliseconds),
    ...Object.fromEntries(stages),
    ...(trace.total !== undefined && { found: trace.total }),
    ...(logQueries && trace.query !== undefined && { query: trace.query }),
  }
}

/** Returns the pattern, such as '/articles/:id', not the address, or '/*' where no route matched. */
function findRoute(context: Context<ServerEnvironment>): string {
  return routePath(context, -1)
}

function roundMilliseconds(milliseconds: number): number {
  return Math.round(milliseconds * 100) / 100
}
