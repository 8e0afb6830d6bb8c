/** Finds a text in the lines that were taken off the articles' pages: furniture, comments, what a failed page says. */

import { markPairPostings } from '../../index/postings/mark-postings.ts'
import { OVERLAP_UNITS } from '../../index/store/line-windows.ts'
import type { TermDictionary } from '../../index/terms/terms.ts'
import { normalizeText } from '../../text/normalize/normalize.ts'
import { isWordAt } from '../../text/terms/script-runs.ts'
import { type ArticleSet, intersect, NO_ARTICLES } from '../lists/article-sets.ts'
import type { SegmentView } from '../lists/index-view.ts'
import { mergeArticles } from '../lists/merged-postings.ts'
import { byteFinder, type FindBytes } from './byte-search.ts'
import { standsAlone } from './marks.ts'

/** How a text has to stand in a line: anywhere, as a whole word, or where a word begins. */
export type Standing = 'anywhere' | 'alone' | 'at a beginning'

/** Where more pages have all parts of a long text in their lines, they are taken to have it: it is a line of many pages. */
const MOST_READ = 128

/** A text as it is looked for in lines. */
export interface LineText {
  /** Normalised. */
  readonly text: string
  readonly standing: Standing
}

/**
 * Finds, for each of the texts, the live articles of a segment one of whose removed lines holds it. The lines are walked through
 * once for all of them. A text that reaches over the end of a line stands in no line.
 */
export async function findInRemovedLines(
  segment: SegmentView,
  texts: readonly LineText[],
): Promise<readonly ArticleSet[]> {
  const lines = await segment.segment.removedLines()
  return Promise.all(texts.map((text) => findInLines(segment, lines, text)))
}

async function findInLines(
  segment: SegmentView,
  lines: TermDictionary,
  { text, standing }: LineText,
): Promise<ArticleSet> {
  const wanted = text.trim()
  if (wanted === '') return NO_ARTICLES
  const isCut = wanted.length > OVERLAP_UNITS
  const isAnywhere = standing === 'anywhere' || isCut || !hasWordEdge(wanted)
  const sets = await Promise.all(
    listParts(wanted).map(async (part) => {
      const find = byteFinder(part)
      const accepts = (line: Uint8Array) => isAnywhere || standsIn(line, find, part, standing)
      const entries = await lines.containing(new TextEncoder().encode(part), accepts)
      return mergeArticles(segment, lines, entries, markPairPostings)
    }),
  )
  const articles = sets.reduce(intersect)
  return isCut && articles.length <= MOST_READ ? verify(segment, wanted, articles) : articles
}

/** Cuts a text into parts that lie whole in a window, in whole characters. */
function listParts(text: string): readonly string[] {
  const parts: string[] = []
  for (let start = 0; start < text.length; start += OVERLAP_UNITS) {
    const from = Math.max(0, Math.min(start, text.length - OVERLAP_UNITS))
    const part = text.slice(from, from + OVERLAP_UNITS)
    parts.push(part.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, ''))
  }
  return parts
}

const decoder = new TextDecoder()

/** Does the text begin or end with a letter of a script that puts spaces between words? Only then it can be part of a word. */
function hasWordEdge(text: string): boolean {
  return isWordAt(text, 0) || isWordAt(text, text.length - 1)
}

function standsIn(bytes: Uint8Array, find: FindBytes, text: string, standing: Standing): boolean {
  if (standsBetweenSigns(bytes, find(bytes, 0, bytes.length), text.length)) return true
  const line = decoder.decode(bytes)
  for (let at = line.indexOf(text); at >= 0; at = line.indexOf(text, at + 1)) {
    const end = standing === 'alone' ? at + text.length : line.length
    if (standsAlone(line, at, end)) return true
  }
  return false
}

/** Tells of a text of ASCII whether blanks or signs of ASCII stand on both sides of it, without decoding the line. */
function standsBetweenSigns(line: Uint8Array, at: number, length: number): boolean {
  return isEdge(line[at - 1]) && isEdge(line[at + length])
}

/** Letters and digits of ASCII are none, nor is any byte of another character. */
function isEdge(byte = SPACE): boolean {
  return byte < 0x30 || (byte > 0x39 && byte < 0x41) || (byte > 0x5a && byte < 0x61)
}

const SPACE = 0x20

/** Reads the lines themselves, for a text that is longer than what lies whole in one window. */
async function verify(
  { segment }: SegmentView,
  text: string,
  articles: ArticleSet,
): Promise<ArticleSet> {
  const found: number[] = []
  for (const article of articles) {
    const { removed } = await segment.furniture.record(article)
    if (removed.some((line) => normalizeText(line.text).includes(text))) found.push(article)
  }
  return Uint32Array.from(found)
}
