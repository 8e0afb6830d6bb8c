/** JSON for programs. */

import type { Hono } from 'hono'
import type { SearchBackend } from '../../src/backend/backend.ts'
import { articleReply } from '../article-reply.ts'
import { refuse } from '../failure.tsx'
import { parseNothing, parseSearchRequest } from '../parameters.ts'
import { parametersOf } from '../requests.ts'

export function addApi(app: Hono, backend: SearchBackend): void {
  app.get('/api/search', async (context) => {
    return context.json(await backend.search(parseSearchRequest(parametersOf(context))))
  })
  app.get('/api/articles/:id', async (context) => {
    parseNothing(parametersOf(context))
    const id = context.req.param('id')
    const article = await backend.article(id)
    if (article) return context.json(articleReply(article))
    return refuse(context, 404, `The index holds no article with the id ${id}.`)
  })
  app.get('/api/stats', async (context) => {
    parseNothing(parametersOf(context))
    return context.json(await backend.stats())
  })
}
