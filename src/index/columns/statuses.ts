/** Statuses of articles as numbers: the place in STATUSES × 2, + 1 for an article that its fetcher cut off. */

import { STATUSES, type Status } from '../../corpus/article.ts'
import { DamagedContent } from '../files/damage.ts'

/** Packed statuses are below this. */
export const STATUS_LIMIT = STATUSES.length * 2

export function packStatus(status: Status, truncated: boolean): number {
  return STATUSES.indexOf(status) * 2 + (truncated ? 1 : 0)
}

/** Throws DamagedContent when no status is packed so. */
export function statusOf(packed: number): Status {
  const status = STATUSES[statusNumber(packed)]
  if (status === undefined) throw new DamagedContent()
  return status
}

/** The status's place in STATUSES. */
export function statusNumber(packed: number): number {
  return packed >>> 1
}

export function isTruncated(packed: number): boolean {
  return (packed & 1) === 1
}

/** Whether the fetch brought no article; such a page is found by its title alone. STATUSES begins with 'article'. */
export function isWithoutArticle(packed = 0): boolean {
  return packed >= 2
}
