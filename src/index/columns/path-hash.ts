/**
 * Paths are one where they are the same text in Unicode's form NFC. A Mac gives the names of files in NFD, other systems as they
 * were made: a corpus that was copied, and a path that somebody types, may have either.
 */

import { checksum } from '../files/container.ts'

/** The hash of a path by which a segment finds its article: CRC-32 of its NFC in UTF-8. */
export function hashPath(path: string): number {
  return checksum(new TextEncoder().encode(path.normalize('NFC')))
}

export function areSamePaths(a: string, b: string): boolean {
  return a === b || a.normalize('NFC') === b.normalize('NFC')
}
