/** Titles in a column: a hash of what makes two titles the same, so that an article is found by its whole title. */

import { hash32 } from '../../hash.ts'
import { titleKey } from '../../text/title-key.ts'
import { checksum } from '../files/container.ts'

/** CRC-32 of the title's key; articles with the same hash still have to be compared. */
export function titleHash(title: string): number {
  return hashOfKey(titleKey(title))
}

function hashOfKey(key: string): number {
  return checksum(new TextEncoder().encode(key))
}

/** Shorter ones are 首页, 登录, Untitled. */
const LEAST_LETTERS = 8

export interface TitleHashes {
  readonly titleHash: number
  /**
   * Together with the other it tells equal titles without a look at them: of a million, hardly two differ and have both. 0
   * for a title too short to tell anything.
   */
  readonly longTitle: number
}

/** What the columns of a segment hold of a title. */
export function titleHashes(title: string): TitleHashes {
  const key = titleKey(title)
  const longTitle = key.length < LEAST_LETTERS ? 0 : hash32(key) || 1
  return { titleHash: hashOfKey(key), longTitle }
}
