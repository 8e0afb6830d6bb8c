/** Titles in a column: a hash of what makes two titles the same, so that an article is found by its whole title. */

import { titleKey } from '../text/title-key.ts'
import { checksum } from './container.ts'

/** CRC-32 of the title's key; articles with the same hash still have to be compared. */
export function titleHash(title: string): number {
  return checksum(new TextEncoder().encode(titleKey(title)))
}
