/** Finds where a page's article begins and ends: after the title and the lines on who and when, before the comments. */

import type { PageLine } from '../markdown/page-lines.ts'
import { endsArticle, opensAfter } from '../signs/after-signs.ts'
import { isByline } from '../signs/bylines.ts'
import { isLink, proseUnits } from '../signs/line-signs.ts'
import { commentsPlace } from './comments.ts'
import { type Judgement, mark, sum, textBounds } from './judgement.ts'

/** Share of the page's running text that must come after the title that the article begins with. */
const TEXT_AFTER_TITLE = 0.8

/** The title comes back two or three times; the article begins after the last that has nearly all the text after it. */
export function dropBeforeTitle(judgement: Judgement): void {
  const { prose, titles } = judgement
  const total = sum(prose, 0, prose.length)
  let before = 0
  let counted = 0
  let start = 0
  for (const place of titles) {
    before += sum(prose, counted, place)
    counted = place
    if (total - before >= total * TEXT_AFTER_TITLE) start = place + 1
  }
  mark(judgement, 0, start, 'before')
}

/** Lines on the writer and the day stand at most so far above the running text. Lines. */
const BYLINES_WITHIN = 12

/** The lines above the last byline right before the running text are no article yet. */
export function dropBylines(judgement: Judgement): void {
  const { lines } = judgement
  const { first } = textBounds(judgement)
  for (let i = first - 1; i >= Math.max(0, first - BYLINES_WITHIN); i--) {
    const line = lines[i]
    if (line === undefined || !isByline(line)) continue
    mark(judgement, 0, i + 1, 'before')
    return
  }
}

/** Share of the running text that may come after a heading that ends the article. */
const TEXT_AFTER_END = 0.25

/**
 * Drops all from the readers' comments on, and all from a heading such as 相关阅读 or a note such as "Tags:" on if little text
 * follows it to the end; where much follows such a heading, only the links right under it go.
 */
export function dropAfter(judgement: Judgement): void {
  const { lines, prose, verdicts } = judgement
  const comments = commentsPlace(judgement)
  const end = comments < 0 ? lines.length : comments
  mark(judgement, end, lines.length, 'after')
  const first = verdicts.indexOf('kept')
  if (first < 0) return
  const total = sum(prose, first, end)
  let seen = 0
  for (let i = first; i < end; i++) {
    const line = lines[i]
    const opens = line !== undefined && seen > 0 && opensAfter(line)
    if (line !== undefined && seen > 0 && (opens || endsArticle(line))) {
      const isEnd = total - seen - (prose[i] ?? 0) <= total * TEXT_AFTER_END
      if (isEnd) {
        mark(judgement, i, end, 'after')
        return
      }
      if (opens) mark(judgement, i, endOfBox(judgement, i + 1), 'after')
    }
    seen += prose[i] ?? 0
  }
}

/** Longer boxes are articles again. Lines. */
const BOX_LINES = 60

/**
 * Links, or headings that are links with a word on each under them; as much under the last of them as under the others.
 */
function endOfBox({ lines }: Judgement, from: number): number {
  const limit = Math.min(lines.length, from + BOX_LINES)
  let end = from
  let [entries, under, mostUnder] = [0, 0, 0]
  for (; end < limit; end++) {
    const line = lines[end]
    if (line?.kind === 'heading') {
      if (!isLink(line)) break
      if (entries++ > 0) mostUnder = Math.max(mostUnder, under)
      under = 0
    } else if (line !== undefined && proseUnits(line) > 0) {
      under++
      const goesOn =
        entries < 2
          ? entries === 1 && hasLinkHeading(lines, end, Math.min(limit, end + ENTRY_LINES))
          : under <= mostUnder
      if (!goesOn) break
    }
  }
  return end
}

/** The entries of a box are at most so far apart. Lines. */
const ENTRY_LINES = 6

/** Says whether the first heading among the lines is a link. */
function hasLinkHeading(lines: readonly PageLine[], from: number, to: number): boolean {
  const heading = lines.slice(from, to).find(({ kind }) => kind === 'heading')
  return heading !== undefined && isLink(heading)
}
