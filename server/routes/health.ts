/** Answers checks of health. Live means that the process answers, ready that it can search. */

import type { SearchBackend } from '../../src/backend/backend.ts'
import type { ServerApp } from '../http/environment.ts'
import { readParameters } from '../http/requests.ts'
import { noParameters, parseNothing } from '../parameters/parameters.ts'
import { describeProblem } from '../problems/problem.ts'
import { RequestProblem } from '../problems/request-problem.ts'
import { addApiRoute } from './api-route.ts'
import { liveReply, readyReply } from './reply-schemas.ts'

export function addHealth(app: ServerApp, backend: SearchBackend): void {
  addApiRoute(
    app,
    {
      path: '/health/live',
      summary: 'The process answers',
      query: noParameters,
      reply: liveReply,
      problems: [],
    },
    async (context) => {
      parseNothing(readParameters(context))
      return { status: 'live' }
    },
  )
  addApiRoute(
    app,
    {
      path: '/health/ready',
      summary: 'The index can be searched',
      query: noParameters,
      reply: readyReply,
      problems: [503],
    },
    (context) => {
      parseNothing(readParameters(context))
      return checkReadiness(backend)
    },
  )
}

/** Answers 503 for whatever keeps the index from being read. */
async function checkReadiness(backend: SearchBackend): Promise<object> {
  try {
    const { generation, articles } = await backend.stats()
    return { status: 'ready', generation, articles }
  } catch (error) {
    throw new RequestProblem(503, describeProblem(error).detail)
  }
}
