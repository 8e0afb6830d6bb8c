/** Finds a text in the lines that were taken off the articles' pages: furniture, comments, what a failed page says. */

import { decodePairPostings } from '../../index/postings/postings.ts'
import { OVERLAP_UNITS } from '../../index/store/line-windows.ts'
import type { TermEntry } from '../../index/terms/terms.ts'
import { normalizeText } from '../../text/normalize/normalize.ts'
import { isWordAt } from '../../text/terms/script-runs.ts'
import { type ArticleSet, NO_ARTICLES } from '../lists/article-sets.ts'
import type { SegmentView } from '../lists/index-view.ts'
import { mergeArticles } from '../lists/merged-postings.ts'
import { byteFinder } from './byte-search.ts'
import { standsAlone } from './marks.ts'

/** How a text has to stand in a line: anywhere, as a whole word, or where a word begins. */
export type Standing = 'anywhere' | 'alone' | 'at a beginning'

/**
 * The live articles of a segment one of whose removed lines holds the text. A text that reaches over the end of a line stands in no line.
 * @param text normalised
 */
export async function findInRemovedLines(
  segment: SegmentView,
  text: string,
  standing: Standing = 'anywhere',
): Promise<ArticleSet> {
  const wanted = text.trim()
  if (wanted === '') return NO_ARTICLES
  const lines = await segment.segment.removedLines()
  const entries = await findWindows(lines, wanted.slice(0, OVERLAP_UNITS), standing)
  const articles = await mergeArticles(segment, lines, entries, decodePairPostings)
  return wanted.length <= OVERLAP_UNITS ? articles : verify(segment, wanted, articles)
}

type Lines = Awaited<ReturnType<SegmentView['segment']['removedLines']>>

async function findWindows(
  lines: Lines,
  text: string,
  standing: Standing,
): Promise<readonly TermEntry[]> {
  const part = new TextEncoder().encode(text.isWellFormed() ? text : text.slice(0, -1))
  if (standing === 'anywhere' || !hasWordEdge(text)) return lines.containing(part)
  const find = byteFinder(text)
  const decoder = new TextDecoder()
  const entries: TermEntry[] = []
  await lines.scan(new Uint8Array(0), (bytes, entry) => {
    if (find(bytes, 0, bytes.length) >= 0 && standsIn(decoder.decode(bytes), text, standing))
      entries.push(entry())
    return true
  })
  return entries
}

/** Does the text begin or end with a letter of a script that puts spaces between words? Only then it can be part of a word. */
function hasWordEdge(text: string): boolean {
  return isWordAt(text, 0) || isWordAt(text, text.length - 1)
}

function standsIn(line: string, text: string, standing: Standing): boolean {
  for (let at = line.indexOf(text); at >= 0; at = line.indexOf(text, at + 1)) {
    const end = standing === 'alone' ? at + text.length : line.length
    if (standsAlone(line, at, end)) return true
  }
  return false
}

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
