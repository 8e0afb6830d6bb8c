/** Finds a text in the lines that were taken off the articles' pages: furniture, comments, what a failed page says. */

import { markPairPostings } from '../../index/postings/mark-postings.ts'
import { OVERLAP_UNITS } from '../../index/store/line-windows.ts'
import type { TermEntry } from '../../index/terms/terms.ts'
import { normalizeText } from '../../text/normalize/normalize.ts'
import { isWordAt } from '../../text/terms/script-runs.ts'
import type { ArticleSet } from '../lists/article-sets.ts'
import type { SegmentView } from '../lists/index-view.ts'
import { mergeArticles } from '../lists/merged-postings.ts'
import { byteFinder } from './byte-search.ts'
import { standsAlone } from './marks.ts'

/** How a text has to stand in a line: anywhere, as a whole word, or where a word begins. */
export type Standing = 'anywhere' | 'alone' | 'at a beginning'

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
  if (texts.length === 0) return []
  const all = texts.map(({ text, standing }) => createWanted(text.trim(), standing))
  const lines = await segment.segment.removedLines()
  await lines.scan(new Uint8Array(0), (line, entry) => {
    for (const { holds, entries } of all) if (holds(line)) entries.push(entry())
    return true
  })
  return Promise.all(
    all.map(async ({ text, entries }) => {
      const articles = await mergeArticles(segment, lines, entries, markPairPostings)
      return text.length <= OVERLAP_UNITS ? articles : verify(segment, text, articles)
    }),
  )
}

interface Wanted {
  readonly text: string
  /** Tells whether the text stands in a window of a line as it has to. */
  readonly holds: (line: Uint8Array) => boolean
  /** The windows that were found so far. */
  readonly entries: TermEntry[]
}

function createWanted(text: string, standing: Standing): Wanted {
  if (text === '') return { text, holds: () => false, entries: [] }
  const cut = text.slice(0, OVERLAP_UNITS)
  const part = cut.isWellFormed() ? cut : cut.slice(0, -1)
  const find = byteFinder(part)
  const holds =
    standing === 'anywhere' || !hasWordEdge(part)
      ? (line: Uint8Array) => find(line, 0, line.length) >= 0
      : (line: Uint8Array) =>
          find(line, 0, line.length) >= 0 && standsIn(decoder.decode(line), part, standing)
  return { text, holds, entries: [] }
}

const decoder = new TextDecoder()

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
