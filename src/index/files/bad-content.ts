/**
 * What an index holds although its checksums are right: bytes that nobody who writes one writes. A file was made by hand, or two
 * that do not belong together were mixed; whatever it says of lengths and counts is not to be believed.
 */

import { SouwenError } from '../../errors.ts'

/** For where the file's name is not at hand; asWritten adds it. */
export class BadContent extends SouwenError {
  constructor(cause?: unknown) {
    super(
      'index-damaged',
      'the index holds what cannot be read; "souwen verify" names the file, "souwen index --full" rebuilds',
      { cause },
    )
  }
}

/** What `read` gives; that it fails is the content's fault. */
export function readContent<Content>(read: () => Content): Content {
  try {
    return read()
  } catch (cause) {
    throw new BadContent(cause)
  }
}
