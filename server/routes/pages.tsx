/** The pages for readers. */

import type { Context } from 'hono'
import type { SearchBackend } from '../../src/backend/backend.ts'
import type { ServerApp, ServerEnvironment } from '../environment.ts'
import { ArticlePage } from '../pages/article-page.tsx'
import { HomePage } from '../pages/home-page.tsx'
import { ResultsPage } from '../pages/results-page.tsx'
import { parseArticleQuery, parseSearchState, requestOf } from '../parameters.ts'
import { pagePropsOf, parametersOf } from '../requests.ts'
import type { Searcher } from '../searcher.ts'

export function addPages(app: ServerApp, backend: SearchBackend, searcher: Searcher): void {
  app.get('/', async (context) => {
    const state = parseSearchState(parametersOf(context))
    const page = pagePropsOf(context)
    if (state.query.trim() === '') {
      const stats = await backend.stats()
      return show(context, () => <HomePage {...page} state={state} stats={stats} />)
    }
    const result = await searcher.search(context, requestOf(state))
    return show(context, () => <ResultsPage {...page} state={state} result={result} />)
  })
  app.get('/articles/:id', async (context) => {
    const query = parseArticleQuery(parametersOf(context))
    const article = await backend.article(context.req.param('id'))
    if (!article) return context.notFound()
    const page = pagePropsOf(context)
    return show(context, () => <ArticlePage {...page} article={article} query={query} />)
  })
}

function show(context: Context<ServerEnvironment>, page: () => ReturnType<typeof HomePage>) {
  return context.var.trace.time('render', () => context.html(page()))
}
