/**
 * Which lines of a page are the article. What came back on other pages of the site says most; where the title stands,
 * where running text begins and ends, and what the lines look like say the rest. Neighbours decide together: a lone
 * sentence inside a menu is menu, a heading that many articles have stays between two paragraphs.
 */

import { isChrome, isLink } from '../signs/line-signs.ts'
import { dropAfter, dropBeforeTitle, dropBylines } from './article-edges.ts'
import { STEADY } from './furniture.ts'
import { type Judgement, mark, openJudgement, type SeenPage, type Verdict } from './judgement.ts'
import { dropContents, dropMenus, dropRemnants, dropTail } from './menus.ts'
import { hasBox } from './page-furniture.ts'
import { opensOwnSection } from './sections.ts'

/**
 * One verdict a line.
 * @param repeats of each line, whether it counts as one that comes back
 */
export function judgeLines(page: SeenPage, repeats: readonly boolean[]): readonly Verdict[] {
  const judgement = openJudgement(page, repeats)
  dropBeforeTitle(judgement)
  dropBylines(judgement)
  dropAfter(judgement)
  dropContents(judgement)
  dropRepeated(judgement)
  dropMenus(judgement)
  dropTail(judgement)
  dropRemnants(judgement)
  return judgement.verdicts
}

/** All of a page without a menu is its author's but the heading that is its title, and a box of other articles or comments. */
export function judgeOwnLines(page: SeenPage): readonly Verdict[] {
  const judgement = openJudgement(
    page,
    page.lines.map(() => false),
  )
  if (page.titles[0] === 0) mark(judgement, 0, 1, 'before')
  if (hasBox(page)) dropAfter(judgement)
  return judgement.verdicts
}

/**
 * Lines that come back; those that are not on every page stay where running text stands right before and after, and so do
 * headings with text of the page's own under them.
 */
function dropRepeated(judgement: Judgement): void {
  const { repeats, verdicts } = judgement
  for (let i = 0; i < verdicts.length; i++)
    if (verdicts[i] === 'kept' && repeats[i] && !staysInside(judgement, i)) verdicts[i] = 'repeated'
}

function staysInside(judgement: Judgement, i: number): boolean {
  const line = judgement.lines[i]
  if (line === undefined || isLink(line) || isChrome(line)) return false
  if (opensOwnSection(judgement, i)) return true
  return judgement.recurrences[i] !== STEADY && isInside(judgement, i)
}

/** Lines that are looked at on both sides. */
const REACH = 3

/** Text of this page alone within reach on both sides, and no more of what repeats than of what does not. */
function isInside({ prose, verdicts, repeats, lines }: Judgement, i: number): boolean {
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
