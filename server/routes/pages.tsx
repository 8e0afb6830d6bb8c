/** The pages for readers. */

import type { Hono } from 'hono'
import type { SearchBackend } from '../../src/backend/backend.ts'
import { ArticlePage } from '../pages/article-page.tsx'
import { HomePage } from '../pages/home-page.tsx'
import { ResultsPage } from '../pages/results-page.tsx'
import { parseArticleQuery, parseSearchState, requestOf } from '../parameters.ts'
import { pagePropsOf, parametersOf } from '../requests.ts'

export function addPages(app: Hono, backend: SearchBackend): void {
  app.get('/', async (context) => {
    const state = parseSearchState(parametersOf(context))
    const page = pagePropsOf(context)
    if (state.query.trim() === '') {
      return context.html(<HomePage {...page} state={state} stats={await backend.stats()} />)
    }
    const result = await backend.search(requestOf(state))
    return context.html(<ResultsPage {...page} state={state} result={result} />)
  })
  app.get('/articles/:id', async (context) => {
    const query = parseArticleQuery(parametersOf(context))
    const article = await backend.article(context.req.param('id'))
    if (!article) return context.notFound()
    return context.html(<ArticlePage {...pagePropsOf(context)} article={article} query={query} />)
  })
}
