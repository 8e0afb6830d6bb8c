/** The reader's pages against the labels: which characters of the articles it kept, and which statuses it gave. */

import type { Status } from '../../src/corpus/article.ts'
import { lineKey } from '../../src/corpus/markdown/line-key.ts'
import { pageLines } from '../../src/corpus/markdown/page-lines.ts'
import type { Figure } from '../bars.ts'
import { type Label, labelledText, type Written } from './labels.ts'
import type { CleanedPage } from './sites.ts'

/** One labelled page. Characters are letters and digits, in UTF-16 units. */
export interface Judged {
  readonly path: string
  readonly host: string
  readonly wanted: Status
  readonly given: Status
  readonly truncatedRight: boolean
  /** Of what was kept. */
  readonly kept: number
  readonly keptRight: number
  /** Of what the label says. */
  readonly labelled: number
  readonly labelledKept: number
  /** Of the labelled lines that no other page of the site has. */
  readonly own: number
  readonly ownRemoved: number
}

/**
 * @param isOwn whether no other page of the site has the line
 */
export function judge(
  host: string,
  label: Label,
  written: Written,
  { article }: CleanedPage,
  isOwn: (key: number) => boolean,
): Judged {
  const stretches = labelledText(written, label).join('\n\n')
  const lines = pageLines(stretches).flatMap(({ text }) => text.split('\n'))
  const wanted = lettersOf(lines.join(''))
  const kept = lettersOf(article.blocks.map(({ text }) => text).join(''))
  const own = lines.filter((line) => isOwn(lineKey(line))).map(lettersOf)
  const keptPieces = piecesOf(kept)
  return {
    path: label.path,
    host,
    wanted: label.status,
    given: article.status,
    truncatedRight: label.truncated === article.truncated,
    kept: kept.length,
    keptRight: covered(kept, piecesOf(wanted)),
    labelled: wanted.length,
    labelledKept: covered(wanted, keptPieces),
    own: own.reduce((sum, line) => sum + line.length, 0),
    ownRemoved: own.reduce((sum, line) => sum + line.length - covered(line, keptPieces), 0),
  }
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}

/** Pieces of a text of this length seldom come twice by chance. */
const PIECE = 8

function piecesOf(text: string): ReadonlySet<string> {
  const pieces = new Set<string>()
  for (let at = 0; at + PIECE <= text.length; at++) pieces.add(text.slice(at, at + PIECE))
  for (let at = text.length - PIECE + 1; at < text.length; at++) pieces.add(text.slice(at))
  return pieces
}

/** Counts the units of the text that stand in one of the pieces. */
function covered(text: string, pieces: ReadonlySet<string>): number {
  let count = 0
  let end = 0
  const size = Math.min(PIECE, text.length)
  for (let at = 0; at + size <= text.length; at++) {
    const piece = text.slice(at, at + size)
    if (!(size < PIECE ? holds(pieces, piece) : pieces.has(piece))) continue
    count += at + size - Math.max(at, end)
    end = at + size
  }
  return count
}

function holds(pieces: ReadonlySet<string>, short: string): boolean {
  for (const piece of pieces) if (piece.includes(short)) return true
  return false
}

export function truthFigures(pages: readonly Judged[]): readonly Figure[] {
  const failed = pages.filter(({ wanted }) => wanted !== 'article')
  const calledFailed = pages.filter(({ given }) => given !== 'article')
  const right = pages.filter(({ wanted, given }) => wanted === given)
  const rightFailed = right.filter(({ wanted }) => wanted !== 'article')
  const articles = pages.filter(({ wanted }) => wanted === 'article')
  const calledArticle = pages.filter(({ given }) => given === 'article')
  const rightArticle = right.filter(({ wanted }) => wanted === 'article')
  return [
    share('body: precision', sum(pages, 'keptRight'), sum(pages, 'kept'), 'characters'),
    share('body: recall', sum(pages, 'labelledKept'), sum(pages, 'labelled'), 'characters'),
    {
      name: 'body: loss of lines of its own',
      value: (sum(pages, 'ownRemoved') / Math.max(1, sum(pages, 'own'))) * 100,
      unit: '%',
      atMost: 2,
      note: `${sum(pages, 'own')} characters`,
    },
    share('status article: precision', rightArticle.length, calledArticle.length, 'pages'),
    share('status article: recall', rightArticle.length, articles.length, 'pages'),
    share('failed, the right status: precision', rightFailed.length, calledFailed.length, 'pages'),
    share('failed, the right status: recall', rightFailed.length, failed.length, 'pages'),
    share(
      'cut at the limit',
      pages.filter(({ truncatedRight }) => truncatedRight).length,
      pages.length,
      'pages',
    ),
  ]
}

/** Judges the same pages as if each were the only one of its site, by layout alone. It has no bar. */
export function aloneFigures(pages: readonly Judged[]): readonly Figure[] {
  return truthFigures(pages)
    .filter(({ name }) => ALONE.includes(name))
    .map(({ name, value, unit, note = '' }) => ({ name: `${name}, alone`, value, unit, note }))
}

const ALONE = ['body: precision', 'body: recall', 'status article: precision']

type Count = 'kept' | 'keptRight' | 'labelled' | 'labelledKept' | 'own' | 'ownRemoved'

function sum(pages: readonly Judged[], count: Count): number {
  return pages.reduce((total, page) => total + page[count], 0)
}

function share(name: string, part: number, whole: number, of: string): Figure {
  const note = `${part} of ${whole} ${of}`
  return { name, value: part / Math.max(1, whole), unit: 'share', atLeast: 0.97, note }
}
