/** Adds a route of the API together with its part of the document, whose schemas also check the parameters. */

import type { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { ServerApp, ServerEnvironment } from '../http/environment.ts'
import { problemSchema } from './reply-schemas.ts'

export interface ApiRoute {
  /** The path as OpenAPI writes it: `/api/articles/{id}`. */
  readonly path: string
  readonly summary: string
  readonly query: z.ZodObject
  /** The parameters in the path. */
  readonly parameters?: z.ZodObject
  readonly reply: z.ZodType
  /** The statuses of problems besides those of every route. */
  readonly problems: readonly number[]
}

export function addApiRoute(
  app: ServerApp,
  route: ApiRoute,
  answer: (context: Context<ServerEnvironment>) => Promise<object>,
): void {
  describeRoute(app, route)
  app.get(route.path.replace(/\{(\w+)\}/g, ':$1'), async (context) =>
    context.json(await answer(context)),
  )
}

/** Every route answers these: a wrong parameter, no token, a host that is not ours, too many requests, an error of ours. */
const everywhere = [400, 401, 403, 429, 500]

function describeRoute(app: ServerApp, route: ApiRoute): void {
  const problem = { 'application/problem+json': { schema: problemSchema } }
  const problems = [...everywhere, ...route.problems].map((status) => [
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
      304: { description: 'What was sent with this tag holds still' },
      ...Object.fromEntries(problems),
    },
  })
}
