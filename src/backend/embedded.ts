/** The default back end: an index in a folder of this machine, searched in this process. */

import { statSync } from 'node:fs'
import { join } from 'node:path'
import { elementAt } from '../element-at.ts'
import type { IndexFolder } from '../index/files/byte-source.ts'
import { MANIFEST_NAME } from '../index/files/manifest.ts'
import type { ArticlePlace } from '../index/generation/article-place.ts'
import { openSnapshot, type Snapshot } from '../index/generation/snapshot.ts'
import { segmentKeeper } from '../index/segment/kept-segments.ts'
import { localDay } from '../query/days/dates.ts'
import type { SearchRequest, SearchResult } from '../search/answers/result.ts'
import { explain } from '../search/explain.ts'
import { type IndexView, viewIndex } from '../search/lists/index-view.ts'
import { find } from '../search/match/find.ts'
import { resolveAsked } from '../search/match/pasted-address.ts'
import { answer, countTotal } from '../search/search.ts'
import { makeStoppable } from '../search/stoppable.ts'
import type { SuggestRequest, SuggestResult } from '../suggest/suggestion.ts'
import type { Examples, IndexStats, RelatedArticle, SearchBackend } from './backend.ts'
import { countSuggestions, keepCounts } from './completion-counts.ts'
import { type Correct, queryMeant } from './did-you-mean.ts'
import { listFetchFailures } from './fetch-failures.ts'
import { findArticle, findPlace } from './find-article.ts'
import { lexiconKeeper } from './kept-lexicon.ts'
import { countIndex } from './stats.ts'

export interface EmbeddedBackend extends SearchBackend {
  readonly generation: number
}

/**
 * Opens the newest generation and keeps answering from it. Throws SouwenError (index-missing, index-damaged, index-newer).
 * @param lexicons what was loaded for generations before
 * @param segments those of generations that are open
 */
export async function openEmbedded(
  folder: IndexFolder,
  lexicons = lexiconKeeper(),
  segments = segmentKeeper(),
): Promise<EmbeddedBackend> {
  const snapshot = await openSnapshot(folder, segments)
  const builtAt = writtenAt(folder)
  let view: Promise<IndexView> | undefined
  let stats: Promise<IndexStats> | undefined
  let examples: Promise<Examples> | undefined

  async function findExamples(): Promise<Examples> {
    view ??= viewIndex(snapshot)
    const { findExamples } = await import('../search/examples.ts')
    const { words } = await snapshot.suggestions()
    return findExamples(await view, words)
  }

  const countOnce = keepCounts(async (query, today) => {
    view ??= viewIndex(snapshot)
    return countTotal(await view, { query, today, limit: 0, offset: 0, sort: 'date' })
  })

  const correct: Correct = async (root, doubtful) => {
    const suggesting = await import('../suggest/suggest.ts')
    return suggesting.correct(snapshot, await lexicons.of(snapshot), root, doubtful)
  }

  return {
    generation: snapshot.manifest.generation,
    async search(request: SearchRequest): Promise<SearchResult> {
      const start = process.hrtime.bigint()
      view ??= viewIndex(snapshot)
      const searched = makeStoppable(await view, request.signal)
      const asked = await resolveAsked(searched, onThisDay(request))
      const found = await find(searched, asked)
      const { query, total, ...rest } = await answer(searched, request, asked, found)
      const suggestion = await queryMeant(searched, request, asked, found, correct)
      return {
        query,
        total,
        tookMs: millisecondsSince(start),
        ...rest,
        ...(suggestion !== undefined && { suggestion }),
      }
    },
    async suggest(request: SuggestRequest): Promise<SuggestResult> {
      const start = process.hrtime.bigint()
      const { suggest } = await import('../suggest/suggest.ts')
      const likely = await suggest(snapshot, await lexicons.of(snapshot), request)
      const suggestions = await countSuggestions(likely, countOnce)
      return { query: request.query, tookMs: millisecondsSince(start), suggestions }
    },
    async explain(request, idOrPath) {
      const place = await findPlace(snapshot, idOrPath)
      if (place === undefined) return undefined
      view ??= viewIndex(snapshot)
      const segment = snapshot.segments.findIndex((one) => one.segment === place.segment)
      return explain(await view, onThisDay(request), { segment, article: place.article })
    },
    article: (idOrPath) => findArticle(snapshot, idOrPath),
    async file(idOrPath) {
      const article = await findArticle(snapshot, idOrPath)
      if (article === undefined) return undefined
      const { path } = article
      const { readCorpusFile } = await import('./article-file.ts')
      return { path, text: await readCorpusFile(snapshot.manifest.corpus, path) }
    },
    async related(id, count) {
      const place = await findPlace(snapshot, id)
      if (place === undefined) return []
      view ??= viewIndex(snapshot)
      const segment = snapshot.segments.findIndex((one) => one.segment === place.segment)
      const { findRelated } = await import('../search/related.ts')
      const record = await place.segment.articles.record(place.article)
      const self = { segment, article: place.article }
      const places = await findRelated(await view, record, self, count)
      return Promise.all(places.map((one) => nameOf(snapshot, one)))
    },
    async marks(query, texts, signal) {
      view ??= viewIndex(snapshot)
      const { markTexts } = await import('../search/mark-article.ts')
      return markTexts(makeStoppable(await view, signal), query, localDay(new Date()), texts)
    },
    version: async () => ({ generation: snapshot.manifest.generation, builtAt }),
    stats: () => {
      stats ??= countIndex(snapshot, builtAt)
      return stats
    },
    examples: () => {
      examples ??= findExamples()
      return examples
    },
    failed: () => listFetchFailures(snapshot),
    close: () => snapshot.close(),
  }
}

/** Rounded to hundredths. By the clock that costs no module: `performance` loads 2 ms of them. */
function millisecondsSince(start: bigint): number {
  return Math.round(Number(process.hrtime.bigint() - start) / 1e4) / 100
}

function onThisDay<Request extends { readonly today?: string }>(request: Request): Request {
  return { today: localDay(new Date()), ...request }
}

async function nameOf(
  { segments }: Snapshot,
  { segment, article }: ArticlePlace,
): Promise<RelatedArticle> {
  const { articles } = elementAt(segments, segment).segment
  const { id, title, source, date } = await articles.record(article)
  return { id, title, source, date }
}

/** The manifest is a new file in each generation. */
function writtenAt(folder: IndexFolder): string {
  try {
    return statSync(join(folder.path, MANIFEST_NAME)).mtime.toISOString()
  } catch {
    return ''
  }
}
