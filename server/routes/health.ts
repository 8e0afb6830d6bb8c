/** Live: the process answers. Ready: it can search. */

import type { SearchBackend } from '../../src/backend/backend.ts'
import type { ServerApp } from '../environment.ts'
import { problemReply } from '../failure.tsx'
import { problemOf } from '../problem.ts'

export function addHealth(app: ServerApp, backend: SearchBackend): void {
  app.get('/health/live', (context) => context.json({ status: 'live' }))
  app.get('/health/ready', async (context) => {
    try {
      const { generation, articles } = await backend.stats()
      return context.json({ status: 'ready', generation, articles })
    } catch (error) {
      return problemReply(context, {
        ...problemOf(error),
        status: 503,
        title: 'Service Unavailable',
      })
    }
  })
}
