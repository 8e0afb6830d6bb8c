/**
 * Tells the hiragana that joins the words of a Japanese query and names nothing: particles, the copula, endings of verbs. The words
 * of several signs are stop words of Lucene for Japanese (stopwords.txt of its module kuromoji), and particles that follow each other.
 */

import type { QueryPiece } from './tokenize.ts'

const PARTICLES: ReadonlySet<string> = new Set(
  'から まで より など だけ ほど には では とは への での との にも でも から です ます する した して しない ある いる れる られる について における による によって として のため'.split(
    ' ',
  ),
)
const FIRST_HIRAGANA = 0x3041
const LAST_HIRAGANA = 0x3096

/** Says whether a piece is a particle where it stands beside other pieces: の in 検索の方法. */
export function isJapaneseParticle({ kind, text }: QueryPiece): boolean {
  if (kind !== 'kana') return false
  const unit = text.charCodeAt(0)
  if (text.length === 1) return unit >= FIRST_HIRAGANA && unit <= LAST_HIRAGANA
  return PARTICLES.has(text)
}
