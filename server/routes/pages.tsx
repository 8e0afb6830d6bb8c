/** The pages for readers. */

import type { Context } from 'hono'
import type { SearchBackend } from '../../src/backend/backend.ts'
import type { ServerApp, ServerEnvironment } from '../http/environment.ts'
import { pagePropsOf, parametersOf } from '../http/requests.ts'
import { version } from '../http/version.ts'
import { AboutPage } from '../pages/about-page.tsx'
import { ArticlePage } from '../pages/article-page.tsx'
import { HelpPage } from '../pages/help-page.tsx'
import { HomePage } from '../pages/home-page.tsx'
import { ResultsPage } from '../pages/results-page.tsx'
import { SourcesPage } from '../pages/sources-page.tsx'
import { asksNothing } from '../parameters/filter-links.ts'
import {
  parseArticleQuery,
  parseNothing,
  parseSearchState,
  requestOf,
} from '../parameters/parameters.ts'
import type { Searcher } from '../searching/searcher.ts'
import { helpExamples, homeExamples, type Material } from '../text/examples.ts'
import { markedBlocks } from '../text/marked-blocks.ts'

export function addPages(app: ServerApp, backend: SearchBackend, searcher: Searcher): void {
  app.get('/', async (context) => {
    const state = parseSearchState(parametersOf(context))
    const page = pagePropsOf(context)
    if (asksNothing(state)) {
      const material = await materialOf(backend)
      const examples = homeExamples(page.messages, material)
      const props = { ...page, state, stats: material.stats, examples }
      return show(context, () => <HomePage {...props} />)
    }
    const result = await searcher.search(context, requestOf(state))
    return show(context, () => <ResultsPage {...page} state={state} result={result} />)
  })
  app.get('/articles/:id', async (context) => {
    const query = parseArticleQuery(parametersOf(context))
    const article = await backend.article(context.req.param('id'))
    if (!article) return context.notFound()
    const page = pagePropsOf(context)
    const blocks = await markedBlocks(article, (texts) => searcher.marks(context, query, texts))
    const related = await backend.related(article.id, relatedArticles)
    const props = { ...page, article, blocks, related, query }
    return show(context, () => <ArticlePage {...props} />)
  })
  app.get('/sources', async (context) => {
    parseNothing(parametersOf(context))
    const stats = await backend.stats()
    return show(context, () => <SourcesPage {...pagePropsOf(context)} stats={stats} />)
  })
  app.get('/help', async (context) => {
    parseNothing(parametersOf(context))
    const page = pagePropsOf(context)
    // How to write a query can be read without an index, too.
    const material = await materialOf(backend).catch(() => undefined)
    const examples = helpExamples(page.messages, material)
    return show(context, () => <HelpPage {...page} examples={examples} />)
  })
  app.get('/about', async (context) => {
    parseNothing(parametersOf(context))
    const page = pagePropsOf(context)
    const stats = await backend.stats()
    return show(context, () => <AboutPage {...page} stats={stats} version={version} />)
  })
}

async function materialOf(backend: SearchBackend): Promise<Material> {
  const [stats, examples] = await Promise.all([backend.stats(), backend.examples()])
  return { stats, examples }
}

const relatedArticles = 5

function show(context: Context<ServerEnvironment>, page: () => ReturnType<typeof HomePage>) {
  return context.var.trace.time('render', () => context.html(page()))
}
