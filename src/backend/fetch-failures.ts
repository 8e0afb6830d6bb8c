/** The pages whose fetch brought no article, for whoever wants to fetch them again. */

import { elementAt, integerAt } from '../element-at.ts'
import { dateText } from '../index/columns/dates.ts'
import { statusOf } from '../index/columns/statuses.ts'
import type { LiveSegment, Snapshot } from '../index/generation/snapshot.ts'
import { urlLines } from '../index/store/url-blocks.ts'
import type { FetchFailure } from './backend.ts'

/** Lists the pages by source, the newest first. */
export async function listFetchFailures(snapshot: Snapshot): Promise<readonly FetchFailure[]> {
  const failed: FetchFailure[] = []
  for (const live of snapshot.segments) failed.push(...(await failedOf(live)))
  return failed.sort(
    (a, b) => compare(a.source, b.source) || compare(b.date, a.date) || compare(a.url, b.url),
  )
}

async function failedOf({ segment, deleted }: LiveSegment): Promise<readonly FetchFailure[]> {
  const [statuses, sources, dates] = await Promise.all([
    segment.column('statuses'),
    segment.column('sources'),
    segment.column('dates'),
  ])
  const failed: FetchFailure[] = []
  for await (const block of segment.urls()) {
    // A line feed stands behind the last address, too.
    for (const [place, url] of urlLines(block).split('\n').slice(0, -1).entries()) {
      const article = block.firstArticle + place
      if (deleted.has(article)) continue
      const status = statusOf(integerAt(statuses, article))
      if (status === 'article') continue
      const source = elementAt(segment.meta.sources, integerAt(sources, article))
      failed.push({ url, status, source, date: dateText(integerAt(dates, article)) })
    }
  }
  return failed
}

function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
