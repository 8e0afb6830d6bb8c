/** Pieces of stored articles, as someone would copy them from a page into the search field. */

import { bodyOf } from '../../src/index/store/article-record.ts'
import { parse } from '../../src/query/parse.ts'
import { quoted } from '../../src/query/tokens/quotes.ts'
import type { IndexView } from '../../src/search/lists/index-view.ts'
import { normalizeText } from '../../src/text/normalize/normalize.ts'

export type PieceKind = 'han' | 'latin' | 'mixed' | 'digits' | 'unquoted han'

export const KINDS: readonly PieceKind[] = ['han', 'latin', 'mixed', 'digits', 'unquoted han']

export interface Piece {
  readonly query: string
  readonly id: string
  /** Place of the segment in the view, and of the article in it. */
  readonly segment: number
  readonly article: number
}

const LONGEST = 12
const HAN = /^\p{Script=Han}+$/u
/** Matches what a piece of each kind is made of. */
const FITS: Readonly<Record<PieceKind, (text: string) => boolean>> = {
  han: (text) => HAN.test(text),
  latin: (text) => /^[\p{Script=Latin}\p{P} ]+$/u.test(text) && /\p{Script=Latin}/u.test(text),
  mixed: (text) => /\p{Script=Han}/u.test(text) && /[^\p{Script=Han}\p{N}]/u.test(text),
  digits: (text) => /\p{N}/u.test(text),
  'unquoted han': (text) => HAN.test(text) && text.length >= 2 && text.length <= 6,
}
/** Lines of an article that are tried before another article is taken. */
const TRIES = 20

/** Draws articles until one has a piece of the kind. */
export async function drawPiece(
  view: IndexView,
  kind: PieceKind,
  random: () => number,
): Promise<Piece> {
  for (;;) {
    const [segment, article] = drawArticle(view, random)
    const live = view.segments[segment]
    if (live === undefined || live.deleted.has(article)) continue
    const record = await live.segment.articles.record(article)
    const lines = `${record.title}\n${bodyOf(record)}`.split('\n')
    for (let left = TRIES; left > 0; left--) {
      const text = drawText(lines[Math.floor(random() * lines.length)] ?? '', random)
      if (!FITS[kind](text) || !canBeTyped(text)) continue
      const query = kind === 'unquoted han' ? text : quoted(text)
      return { query, id: record.id, segment, article }
    }
  }
}

function drawArticle({ segments }: IndexView, random: () => number): readonly [number, number] {
  const counts = segments.map(({ segment }) => segment.meta.articles)
  let place = Math.floor(random() * counts.reduce((sum, count) => sum + count, 0))
  for (const [segment, count] of counts.entries()) {
    if (place < count) return [segment, place]
    place -= count
  }
  return [0, 0]
}

function drawText(line: string, random: () => number): string {
  const characters = [...line]
  const length = 1 + Math.floor(random() * LONGEST)
  const start = Math.floor(random() * Math.max(1, characters.length - length + 1))
  return characters
    .slice(start, start + length)
    .join('')
    .trim()
}

/** Leaves out blank text, text that fits into no quotation marks, and half of a character such as é (an e and a mark). */
function canBeTyped(text: string): boolean {
  const [only, ...more] = parse(quoted(text)).root.children
  const isWhole = normalizeText(`a${text}a`).includes(normalizeText(text))
  return isWhole && more.length === 0 && only?.kind === 'phrase' && only.text === text
}
