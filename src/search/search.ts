/** A search from the query's text to ranked hits with snippets: each step is one line here and a file beside this one. */

import { bodyOf } from '../index/store/article-record.ts'
import type { Hit, SearchRequest, SearchResult } from './answers/result.ts'
import { explainHit } from './explain.ts'
import type { IndexView } from './lists/index-view.ts'
import { findMarks } from './literal/marks.ts'
import { countArticles, type Found, find } from './match/find.ts'
import { rankMatches } from './rank/rank.ts'
import type { Ranked } from './rank/score.ts'
import { listCopies } from './show/copies.ts'
import { countFacets } from './show/facets.ts'
import { listHeadings } from './show/headings.ts'
import { makeSnippets } from './show/snippet.ts'

/** Everything but the time it took, which whoever calls measures. */
export async function search(
  view: IndexView,
  request: SearchRequest,
): Promise<Omit<SearchResult, 'tookMs'>> {
  const found = await find(view, request)
  const ranked = await rankMatches(view, found, request)
  const page = ranked.slice(request.offset, request.offset + request.limit)
  const hits = await Promise.all(page.map((place) => createHit(view, found, place, request)))
  return {
    query: request.query,
    total: countArticles(found.matches),
    hits,
    ...(request.facets && { facets: await countFacets(view, found.matches) }),
    ...(found.relaxed && { relaxed: found.relaxed }),
    ...(found.warnings.length > 0 && { warnings: found.warnings }),
  }
}

async function createHit(
  view: IndexView,
  found: Found,
  place: Ranked,
  request: SearchRequest,
): Promise<Hit> {
  const record = await view.segments[place.segment]?.segment.articles.record(place.article)
  if (record === undefined) throw new RangeError(`no segment ${place.segment}`)
  const { needles } = found.prepared
  const { id, title, url, source, date, paths, fetchDate, status, truncated, repaired } = record
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
    snippets: request.withoutSnippets
      ? []
      : makeSnippets(bodyOf(record), needles, listHeadings(record.blocks, title)),
    ...(duplicates.length > 0 && { duplicates }),
    ...(request.explain && { explanation: explainHit(view, found, place) }),
  }
}
