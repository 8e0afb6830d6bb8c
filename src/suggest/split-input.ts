/** Splits what has been typed so far into the part that stays and the word to complete. */

import { normalizeText } from '../text/normalize/normalize.ts'

export interface Typed {
  /** The input, as typed, up to the word that is being typed: `apache `, `-`, `title:`. */
  readonly before: string
  /** The word being typed, normalised. */
  readonly word: string
  /** It is the value of `source:`. */
  readonly isSource: boolean
  /** All of it, normalised: how a title may begin. */
  readonly whole: string
}

/** The run without spaces, quotes and brackets at the end, its hyphen and field, and its last piece of one script. */
const LAST_WORD =
  /(?:^|(?<=[\s"“”「」『』()（）]))([-－]?(?:(?:title|标题|標題)[:：])?)(?:((?:source|来源|來源)[:：]))?([^\s"“”「」『』()（）]*)$/iu

/** `typedOf('Apache 漏')` is about 漏, behind `Apache `. */
export function typedOf(text: string): Typed {
  const [, sign = '', source, rest = ''] = LAST_WORD.exec(text) ?? []
  const word = source === undefined ? lastPiece(rest) : rest
  return {
    before: text.slice(0, text.length - (source ?? '').length - word.length),
    word: normalizeText(word),
    isSource: source !== undefined,
    whole: sign === '' && source === undefined ? normalizeText(text).trimStart() : '',
  }
}

/** Han and other scripts are words of their own: 漏 of apache漏. */
function lastPiece(text: string): string {
  return /(?:\p{Script=Han}+|[^\p{Script=Han}]+)$/u.exec(text)?.[0] ?? ''
}
