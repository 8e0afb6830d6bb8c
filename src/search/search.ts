/** A search from the query's text to ranked hits with snippets. Each step is one line here and has a room of its own. */

import { elementAt } from '../element-at.ts'
import type { Segment } from '../index/segment/segment.ts'
import { type ArticleRecord, bodyOf } from '../index/store/article-record.ts'
import type { QueryNode } from '../query/query.ts'
import { lookInPage } from '../query/scope.ts'
import { mapTexts } from '../query/text-nodes.ts'
import type { Hit, SearchRequest, SearchResult, Snippet } from './answers/result.ts'
import { countFacets } from './count/facets.ts'
import { explainHit } from './explain.ts'
import type { IndexView } from './lists/index-view.ts'
import { countArticles } from './lists/segment-sets.ts'
import { findMarks } from './literal/marks.ts'
import type { Asked } from './match/asked.ts'
import { type Found, find, leaveOneOfEach, listLacking } from './match/find.ts'
import { resolveAsked } from './match/pasted-address.ts'
import { rankMatches } from './rank/rank.ts'
import type { Ranked } from './rank/score.ts'
import { listCopies } from './show/copies.ts'
import { listSections, wholeSection } from './show/sections.ts'
import { makeSnippets } from './show/snippet.ts'

/** The answer to a request, but for the time it took, which the caller measures. */
export type Answer = Omit<SearchResult, 'tookMs'>

/** Answers a request. Throws SouwenError('bad-request') for a date that is none. */
export async function search(view: IndexView, request: SearchRequest): Promise<Answer> {
  const asked = await resolveAsked(view, request)
  return answer(view, request, asked, await find(view, asked))
}

/** Counts the articles that have all that a request asks for: the total of its answer. */
export async function countTotal(view: IndexView, request: SearchRequest): Promise<number> {
  const found = await find(view, await resolveAsked(view, request))
  return countArticles((request.all ? found : leaveOneOfEach(view, found)).complete)
}

/** Makes the answer of what was found. */
export async function answer(
  view: IndexView,
  request: SearchRequest,
  asked: Asked,
  allFound: Found,
): Promise<Answer> {
  const found = request.all ? allFound : leaveOneOfEach(view, allFound)
  const [total, partial] = [countArticles(found.complete), countArticles(found.partial)]
  const ranked = await rankMatches(view, found, request)
  const page = ranked.slice(request.offset, request.offset + request.limit)
  const hits = await Promise.all(page.map((place) => createHit(view, found, place, request)))
  return {
    query: request.query,
    total,
    ...(partial > 0 && { partial }),
    hits,
    ...(request.facets && {
      facets: await countFacets(
        view,
        total > 0 ? allFound.complete : allFound.partial,
        !request.all,
      ),
    }),
    ...(await findInPage(view, found, asked, request)),
    ...(found.warnings.length > 0 && { warnings: found.warnings }),
  }
}

/** Looks in whole pages where no article has all that was asked for; a query beyond a limit takes long enough without. */
async function findInPage(
  view: IndexView,
  { prepared, exact, asksForText, looksInPages, warnings }: Found,
  asked: Asked,
  { all }: SearchRequest,
): Promise<Pick<SearchResult, 'inPage'>> {
  const isLimited = warnings.some(({ kind }) => kind === 'limited')
  if (countArticles(exact) > 0 || !asksForText || looksInPages || isLimited) return {}
  const typed = `in:page ${asked.typed}`
  const root: Asked['root'] = { ...asked.root, children: asked.root.children.map(lookInPages) }
  const found = await find(view, { ...asked, root, typed }, prepared.readings)
  if (countArticles(found.exact) === 0) return {}
  const shown = all ? found : leaveOneOfEach(view, found)
  return { inPage: { query: typed, total: countArticles(shown.complete) } }
}

function lookInPages(node: QueryNode): QueryNode {
  return mapTexts(node, lookInPage)
}

/** Passages of the article or, where it has none of the words and whole pages are searched, of the lines that were taken off. */
async function readSnippets(
  segment: Segment,
  article: number,
  record: ArticleRecord,
  { prepared: { needles }, looksInPages }: Found,
  columns: number | undefined,
): Promise<readonly Snippet[]> {
  const sections = listSections(record.blocks, record.title)
  const snippets = makeSnippets(bodyOf(record), needles, sections, columns)
  if (!looksInPages || snippets.some(({ marks }) => marks.length > 0)) return snippets
  const { removed } = await segment.furniture.record(article)
  const lines = removed.map(({ text }) => text).join('\n')
  const passages = makeSnippets(lines, needles, wholeSection(lines), columns)
  const marked = passages.filter(({ marks }) => marks.length > 0)
  if (marked.length === 0) return snippets
  return marked.map((snippet) => ({ ...snippet, isRemoved: true }))
}

async function createHit(
  view: IndexView,
  found: Found,
  place: Ranked,
  request: SearchRequest,
): Promise<Hit> {
  const { segment } = elementAt(view.segments, place.segment)
  const record = await segment.articles.record(place.article)
  const { needles } = found.prepared
  const { id, title, url, source, date, paths, fetchDate, status, truncated, repaired } = record
  const { authors, tags } = record
  const lacks = listLacking(found, place)
  const duplicates = request.all ? [] : await listCopies(view, place)
  return {
    id,
    score: place.score,
    title,
    titleMarks: findMarks(title, needles),
    url,
    source,
    date,
    path: paths[0] ?? '',
    fetchDate,
    status,
    truncated,
    repaired,
    authors,
    tags,
    snippets: request.withoutSnippets
      ? []
      : await readSnippets(segment, place.article, record, found, request.snippetColumns),
    ...(duplicates.length > 0 && { duplicates }),
    ...(lacks.length > 0 && { lacks }),
    ...(request.explain && { explanation: explainHit(view, found, place) }),
  }
}
