/** The other articles that are the same text as one, for whoever wants to read it elsewhere. */

import type { ArticlePlace } from '../../index/generation/article-place.ts'
import type { Duplicate } from '../answers/result.ts'
import type { IndexView } from '../lists/index-view.ts'

/** Of a text with more copies nobody reads the list. */
const MOST_LISTED = 50

export async function listCopies(
  { duplicates, segments }: Pick<IndexView, 'duplicates' | 'segments'>,
  place: ArticlePlace,
): Promise<readonly Duplicate[]> {
  const group = duplicates.groupOf(place) ?? []
  const others = group.filter(
    ({ segment, article }) => segment !== place.segment || article !== place.article,
  )
  return Promise.all(
    others.slice(0, MOST_LISTED).map(async ({ segment, article }) => {
      const record = await segments[segment]?.segment.articles.record(article)
      if (record === undefined) throw new RangeError(`no segment ${segment}`)
      const { id, source, url, date } = record
      return { id, source, url, date }
    }),
  )
}
