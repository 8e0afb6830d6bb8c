/** A route of the API: how it is found in the document, and how its answer is made. Parameters are checked by the same schemas. */

import type { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { ServerApp, ServerEnvironment } from './environment.ts'
import { problemSchema } from './reply-schemas.ts'

export interface ApiRoute {
  /** `/api/articles/{id}` */
  readonly path: string
  readonly summary: string
  readonly query: z.ZodObject
  /** Those in the path. */
  readonly parameters?: z.ZodObject
  readonly reply: z.ZodType
  /** Statuses of problem details besides 400. */
  readonly problems: readonly number[]
}

export function addApiRoute(
  app: ServerApp,
  route: ApiRoute,
  answer: (context: Context<ServerEnvironment>) => Promise<object>,
): void {
  describe(app, route)
  app.get(route.path.replace(/\{(\w+)\}/g, ':$1'), async (context) =>
    context.json(await answer(context)),
  )
}

function describe(app: ServerApp, route: ApiRoute): void {
  const problem = { 'application/problem+json': { schema: problemSchema } }
  const problems = [400, ...route.problems].map((status) => [
    status,
    { description: 'Problem details (RFC 9457)', content: problem },
  ])
  app.openAPIRegistry.registerPath({
    method: 'get',
    path: route.path,
    summary: route.summary,
    request: { query: route.query, ...(route.parameters && { params: route.parameters }) },
    responses: {
      200: { description: route.summary, content: { 'application/json': { schema: route.reply } } },
      ...Object.fromEntries(problems),
    },
  })
}
