/**
 * Which lines of a page are the article. What came back on other pages of the site says most; where the title stands,
 * where running text begins and ends, and what the lines look like say the rest. Neighbours decide together: a lone
 * sentence inside a menu is menu, a heading that many articles have stays between two paragraphs.
 */

import type { RemovalReason } from './article.ts'
import type { Furniture } from './furniture.ts'
import { lineKey } from './line-key.ts'
import { isBare, isChrome, isLink, opensAfter, opensReferences, proseUnits } from './line-signs.ts'
import type { PageLine } from './page-lines.ts'
import { titlePlaces } from './title-places.ts'

/** Part of the article, or why it is none. */
export type Verdict = 'kept' | Exclude<RemovalReason, 'failed'>

/** What is judged, and the verdicts so far. */
interface Judgement {
  readonly lines: readonly PageLine[]
  readonly prose: readonly number[]
  readonly furniture: Furniture
  readonly keys: readonly number[]
  readonly verdicts: Verdict[]
}

/** One verdict a line. */
export function judgeLines(
  lines: readonly PageLine[],
  title: string,
  furniture: Furniture,
): readonly Verdict[] {
  const keys = lines.map((line) => lineKey(line.text))
  const judgement: Judgement = {
    lines,
    furniture,
    keys,
    prose: lines.map((line, i) => (furniture.has(keys[i] ?? 0) ? 0 : proseUnits(line))),
    verdicts: lines.map(() => 'kept'),
  }
  dropBeforeTitle(judgement, title)
  dropAfter(judgement)
  dropRepeated(judgement)
  dropMenus(judgement)
  dropRemnants(judgement)
  return judgement.verdicts
}

function mark({ verdicts }: Judgement, from: number, to: number, verdict: Verdict): void {
  for (let i = from; i < to; i++) if (verdicts[i] === 'kept') verdicts[i] = verdict
}

function sum(values: readonly number[], from: number, to: number): number {
  let total = 0
  for (let i = from; i < to; i++) total += values[i] ?? 0
  return total
}

/** Share of the page's running text that must come after the title that the article begins with. */
const TEXT_AFTER_TITLE = 0.8

/** The title comes back two or three times; the article begins after the last that has nearly all the text after it. */
function dropBeforeTitle(judgement: Judgement, title: string): void {
  const { lines, prose } = judgement
  const total = sum(prose, 0, prose.length)
  let before = 0
  let counted = 0
  let start = 0
  for (const place of titlePlaces(lines, title)) {
    before += sum(prose, counted, place)
    counted = place
    if (total - before >= total * TEXT_AFTER_TITLE) start = place + 1
  }
  mark(judgement, 0, start, 'before')
}

/** Share of the running text that may come after a heading that ends the article. */
const TEXT_AFTER_END = 0.25

/**
 * From a heading such as 相关阅读 on, if little text follows it to the end; where much follows, the links right under it.
 * Comments are text, so 发表评论 in the lower half may have as much after it as the article has.
 */
function dropAfter(judgement: Judgement): void {
  const { lines, prose, verdicts } = judgement
  const first = verdicts.indexOf('kept')
  if (first < 0) return
  const total = sum(prose, first, prose.length)
  let seen = 0
  for (let i = first; i < lines.length; i++) {
    const line = lines[i]
    if (line !== undefined && seen > 0 && opensAfter(line)) {
      const isEnd = total - seen <= total * TEXT_AFTER_END
      mark(judgement, i, isEnd ? lines.length : endOfLinks(judgement, i + 1), 'after')
    }
    seen += prose[i] ?? 0
  }
}

function endOfLinks({ lines, prose }: Judgement, from: number): number {
  let end = from
  while (end < lines.length && (prose[end] ?? 0) === 0 && lines[end]?.kind !== 'heading') end++
  return end
}

/** Lines that come back; those that are not on every page stay where running text stands right before and after. */
function dropRepeated(judgement: Judgement): void {
  const { lines, keys, furniture, verdicts } = judgement
  const repeats = keys.map((key) => key !== 0 && furniture.has(key))
  for (const [i, line] of lines.entries()) {
    if (verdicts[i] !== 'kept' || !repeats[i]) continue
    const staysInside =
      !furniture.isSteady(keys[i] ?? 0) &&
      !isLink(line) &&
      !isChrome(line) &&
      isInside(judgement, repeats, i)
    if (!staysInside) verdicts[i] = 'repeated'
  }
}

/** Lines that are looked at on both sides. */
const REACH = 3

/** Text of this page alone within reach on both sides, and no more of what repeats than of what does not. */
function isInside(
  { prose, verdicts, lines }: Judgement,
  repeats: readonly boolean[],
  i: number,
): boolean {
  const isText = (at: number) => (prose[at] ?? 0) > 0 && verdicts[at] === 'kept'
  let [before, after, repeated] = [false, false, 0]
  for (let step = 1; step <= REACH; step++) {
    before ||= isText(i - step)
    after ||= isText(i + step)
    if (repeats[i - step] || i - step < 0) repeated++
    if (repeats[i + step] || i + step >= lines.length) repeated++
  }
  return before && after && repeated <= REACH
}

/** Less running text than this: the links are what the page has to say. */
const LITTLE_TEXT = 200

/** Links and chrome before the first and after the last running text; inside an article links are the article's. */
function dropMenus(judgement: Judgement): void {
  const { lines, prose, verdicts } = judgement
  const text = prose.map((units, i) => (verdicts[i] === 'kept' ? units : 0))
  const first = text.findIndex((units) => units > 0)
  const last = text.findLastIndex((units) => units > 0)
  const digest = sum(text, 0, text.length) < LITTLE_TEXT
  let references = false
  for (const [i, line] of lines.entries()) {
    if (verdicts[i] !== 'kept') continue
    const outside = i < first || i > last
    if (isBare(line) && line.kind !== 'table') verdicts[i] = 'menu'
    else if (isChrome(line) && (outside || line.kind !== 'paragraph')) verdicts[i] = 'menu'
    else if (isLink(line) && outside && !digest && !references) verdicts[i] = 'menu'
    else if (!isLink(line)) references = i > last && opensReferences(line)
  }
}

/** Shorter lines without a sentence between dropped ones go with them. */
const REMNANT_UNITS = 24

/** What is left between dropped lines above and below the article: a date, a name, a count. */
function dropRemnants(judgement: Judgement): void {
  const { lines, prose, verdicts } = judgement
  const kept = lines.map((line, i) => ({ line, i })).filter(({ i }) => verdicts[i] === 'kept')
  const first = kept.findIndex(({ i }) => (prose[i] ?? 0) > 0)
  const last = kept.findLastIndex(({ i }) => (prose[i] ?? 0) > 0)
  if (first < 0) return
  for (const [place, { line, i }] of kept.entries()) {
    if (place >= first && place <= last) continue
    const alone = verdicts[i - 1] !== 'kept' && verdicts[i + 1] !== 'kept'
    if (alone && line.kind !== 'heading' && line.text.length <= REMNANT_UNITS) verdicts[i] = 'menu'
  }
}
