/** Answers readers with pages. */

import type { Context } from 'hono'
import type { SearchBackend } from '../../src/backend/backend.ts'
import type { ServerApp, ServerEnvironment } from '../http/environment.ts'
import { readPageProps, readParameters } from '../http/requests.ts'
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
  toSearchRequest,
} from '../parameters/parameters.ts'
import type { Searcher } from '../searching/searcher.ts'
import { listHelpExamples, listHomeExamples, type Material } from '../text/examples.ts'
import { markBlocks } from '../text/marked-blocks.ts'

export function addPages(app: ServerApp, backend: SearchBackend, searcher: Searcher): void {
  app.get('/', async (context) => {
    const state = parseSearchState(readParameters(context))
    const page = readPageProps(context)
    if (asksNothing(state)) {
      const material = await gatherMaterial(backend)
      const examples = listHomeExamples(page.messages, material)
      const props = { ...page, state, stats: material.stats, examples }
      return renderPage(context, () => <HomePage {...props} />)
    }
    const result = await searcher.search(context, toSearchRequest(state))
    return renderPage(context, () => <ResultsPage {...page} state={state} result={result} />)
  })
  app.get('/articles/:id', async (context) => {
    const query = parseArticleQuery(readParameters(context))
    const article = await backend.article(context.req.param('id'))
    if (!article) return context.notFound()
    const page = readPageProps(context)
    const blocks = await markBlocks(article, (texts) => searcher.marks(context, query, texts))
    const related = await backend.related(article.id, relatedArticles)
    const props = { ...page, article, blocks, related, query }
    return renderPage(context, () => <ArticlePage {...props} />)
  })
  app.get('/sources', async (context) => {
    parseNothing(readParameters(context))
    const stats = await backend.stats()
    return renderPage(context, () => <SourcesPage {...readPageProps(context)} stats={stats} />)
  })
  app.get('/help', async (context) => {
    parseNothing(readParameters(context))
    const page = readPageProps(context)
    // The help can be read without an index, too.
    const material = await gatherMaterial(backend).catch(() => undefined)
    const examples = listHelpExamples(page.messages, material)
    return renderPage(context, () => <HelpPage {...page} examples={examples} />)
  })
  app.get('/about', async (context) => {
    parseNothing(readParameters(context))
    const page = readPageProps(context)
    const stats = await backend.stats()
    return renderPage(context, () => <AboutPage {...page} stats={stats} version={version} />)
  })
}

async function gatherMaterial(backend: SearchBackend): Promise<Material> {
  const [stats, examples] = await Promise.all([backend.stats(), backend.examples()])
  return { stats, examples }
}

const relatedArticles = 5

function renderPage(context: Context<ServerEnvironment>, page: () => ReturnType<typeof HomePage>) {
  return context.var.trace.time('render', () => context.html(page()))
}
