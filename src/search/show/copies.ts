/** Lists the other articles with the same text as one, where a reader may read it, too. */

import { elementAt } from '../../element-at.ts'
import type { ArticlePlace } from '../../index/generation/article-place.ts'
import type { Duplicate } from '../answers/result.ts'
import type { IndexView } from '../lists/index-view.ts'

/** The list ends after this many copies, since nobody reads more. */
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
      const { articles } = elementAt(segments, segment).segment
      const { id, source, url, date } = await articles.record(article)
      return { id, source, url, date }
    }),
  )
}
