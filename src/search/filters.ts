/** Conditions of a query: the articles of each segment that fulfil them, from the columns. */

import { dateNumber } from '../index/segment.ts'
import { normalizeText } from '../text/normalize.ts'
import { type ArticleSet, select } from './article-sets.ts'
import type { IndexView, SegmentView } from './index-view.ts'

/** Live articles whose source contains the text, case and script folded. */
export async function sourceSets(view: IndexView, text: string): Promise<readonly ArticleSet[]> {
  const wanted = normalizeText(text)
  return Promise.all(
    view.segments.map(async (segment) => {
      const matches = segment.segment.meta.sources.map((source) =>
        normalizeText(source).includes(wanted),
      )
      const sources = await segment.segment.column('sources')
      return liveSet(segment, (article) => matches[sources[article] ?? 0] === true)
    }),
  )
}

/** Live articles of the days; an article without a date is in no bounded range. */
export async function dateSets(
  view: IndexView,
  from: string,
  to: string,
): Promise<readonly ArticleSet[]> {
  const first = from === '' ? 0 : dateNumber(from)
  const last = to === '' ? 99_999_999 : dateNumber(to)
  return Promise.all(
    view.segments.map(async (segment) => {
      const dates = await segment.segment.column('dates')
      return liveSet(segment, (article) => {
        const date = dates[article] ?? 0
        return date >= first && date <= last && date > 0
      })
    }),
  )
}

function liveSet(segment: SegmentView, has: (article: number) => boolean): ArticleSet {
  return select(
    segment.segment.meta.articles,
    (article) => !segment.deleted.has(article) && has(article),
  )
}
