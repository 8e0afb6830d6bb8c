/** The pages whose fetch brought no article, for whoever wants to fetch them again. */

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
    for (const [place, url] of urlLines(block).split('\n').entries()) {
      const article = block.firstArticle + place
      const status = statusOf(statuses[article] ?? 0)
      if (status === 'article' || article >= segment.meta.articles || deleted.has(article)) continue
      const source = segment.meta.sources[sources[article] ?? 0] ?? ''
      failed.push({ url, status, source, date: dateText(dates[article] ?? 0) })
    }
  }
  return failed
}

function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
