/** Hashes of titles, by which an article is found by its whole title. Titles that read the same have the same hash. */

import { hash32 } from '../../hash.ts'
import { titleKey } from '../../text/title-key.ts'
import { checksum } from '../files/container.ts'

/** CRC-32 of the title's key. Titles with the same hash still have to be compared. */
export function titleHash(title: string): number {
  return hashOfKey(titleKey(title))
}

function hashOfKey(key: string): number {
  return checksum(new TextEncoder().encode(key))
}

/** Keys with fewer UTF-16 units are those of 首页, 登录 or Untitled. */
const LEAST_LETTERS = 8

export interface TitleHashes {
  readonly titleHash: number
  /**
   * Both hashes together tell equal titles without a look at them: among a million, hardly two different titles share both.
   * 0 stands for a title that is too short to tell anything.
   */
  readonly longTitle: number
}

/** The entries of a title in the columns. */
export function titleHashes(title: string): TitleHashes {
  const key = titleKey(title)
  const longTitle = key.length < LEAST_LETTERS ? 0 : hash32(key) || 1
  return { titleHash: hashOfKey(key), longTitle }
}
