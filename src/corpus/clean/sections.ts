/** Headings of sections that come back in every bulletin of a site: they stay where text of the page's own follows them. */

import type { PageLine } from '../markdown/page-lines.ts'
import { endsArticle, opensAfter } from '../signs/after-signs.ts'
import { isAttribution, isByline } from '../signs/bylines.ts'
import { isChrome, isLink } from '../signs/line-signs.ts'
import type { Judgement } from './judgement.ts'

/** Longer lines are no headings, unless they are written as such. */
const HEADING_UNITS = 40
/** Many pages have headings that are paragraphs: 「一、本周要闻」, 「【漏洞】」, "NOTES:". */
const HEADING =
  /^(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[)）]|0x\d|第.{1,3}[章节部分篇]|\d{1,2}(?:\.\d{1,2})*[.、．]\s*\p{L}|\d{1,2}(?:\.\d{1,2})+\s+\p{L}|part \d|[【「《].+[】」》]$|[◆◇●■□▌▍►▶★☆※#]|\p{Extended_Pictographic})|[:：]$/iu

/** Lines between a heading and the text under it: another heading, the linked title of a piece of news. */
const BETWEEN = 4

/** @param i the place of a line that comes back */
export function opensOwnSection(judgement: Judgement, i: number): boolean {
  const line = judgement.lines[i]
  if (line === undefined || !isSectionHeading(line) || !ownTextFollows(judgement, i)) return false
  return line.kind === 'heading' || hasTextAbove(judgement, i)
}

/** A line above the text that is no heading says something about it, as "Date:" does. */
function hasTextAbove({ prose, verdicts }: Judgement, i: number): boolean {
  for (let above = i - 1; above >= 0; above--)
    if ((prose[above] ?? 0) > 0 && verdicts[above] === 'kept') return true
  return false
}

/** The cheap questions come first: this is asked of most lines that come back. */
function isSectionHeading(line: PageLine): boolean {
  if (!looksLikeHeading(line) || isLink(line) || isChrome(line)) return false
  return !(opensAfter(line) || endsArticle(line) || isByline(line) || isAttribution(line))
}

function looksLikeHeading({ kind, text }: PageLine): boolean {
  if (kind === 'heading') return true
  return kind !== 'code' && kind !== 'table' && text.length <= HEADING_UNITS && HEADING.test(text)
}

/** Says whether the next line that is no heading is text that only this page has. */
function ownTextFollows({ lines, prose, repeats, verdicts }: Judgement, i: number): boolean {
  for (let next = i + 1; next <= i + BETWEEN && next < lines.length; next++) {
    const line = lines[next]
    if (line === undefined || verdicts[next] !== 'kept') return false
    if ((prose[next] ?? 0) > 0) return true
    const isOwn = repeats[next] !== true
    if (isOwn && (line.kind === 'table' || line.kind === 'code')) return true
    const leadsOn = isOwn ? line.kind === 'heading' || isLink(line) : isSectionHeading(line)
    if (!leadsOn) return false
  }
  return false
}
