/** Reads what stands between quotation marks. */

import { type Reader, step } from './reader.ts'
import { isClosing, isOpening, isPrefixSign, isSpace, isStraightQuote } from './signs.ts'
import { phraseToken } from './tokens.ts'

export function readPhrase(reader: Reader): void {
  const { text, at, tokens, warn, plainClosings } = reader
  if (plainClosings.has(at)) {
    step(reader, false)
    return
  }
  const closing = reader.findClosing(at, reader.beginsWord)
  if (closing < 0) {
    warn(
      'plain',
      'this quotation mark has no partner; the words beside it are searched without it',
      at,
    )
    step(reader, false)
    return
  }
  if (isInsideText(text, at, closing)) {
    warn(
      'plain',
      'quotation marks in a text are taken as text; put straight ones around what must stand as it is',
      at,
    )
    plainClosings.add(closing)
    step(reader, false)
    return
  }
  tokens.push(phraseToken(text.slice(at + 1, closing), at, warn))
  reader.at = closing + 1
  reader.beginsWord = false
}

/** Recognises the quotations of a title that is pasted: 称“史上最大”的泄露. A quotation that is asked for stands between blanks. */
function isInsideText(text: string, open: number, closing: number): boolean {
  if (isStraightQuote(text.charAt(open)) || isStraightQuote(text.charAt(closing))) return false
  const [before, after] = [text[open - 1], text[closing + 1]]
  const begins =
    isSpace(before) || (before !== undefined && (isOpening(before) || isPrefixSign(before)))
  const ends = isSpace(after) || (after !== undefined && isClosing(after))
  return !(begins && ends)
}
