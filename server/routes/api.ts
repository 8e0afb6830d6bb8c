/** JSON for programs. */

import type { SearchBackend } from '../../src/backend/backend.ts'
import { articleReply } from '../article-reply.ts'
import type { ServerApp } from '../environment.ts'
import { parseNothing, parseSearchRequest } from '../parameters.ts'
import { Refusal } from '../refusal.ts'
import { parametersOf } from '../requests.ts'
import type { Searcher } from '../searcher.ts'

export function addApi(app: ServerApp, backend: SearchBackend, searcher: Searcher): void {
  app.get('/api/search', async (context) => {
    return context.json(await searcher.search(context, parseSearchRequest(parametersOf(context))))
  })
  app.get('/api/articles/:id', async (context) => {
    parseNothing(parametersOf(context))
    const id = context.req.param('id')
    const article = await backend.article(id)
    if (article) return context.json(articleReply(article))
    throw new Refusal(404, `The index holds no article with the id ${id}.`)
  })
  app.get('/api/stats', async (context) => {
    parseNothing(parametersOf(context))
    return context.json(await backend.stats())
  })
}
