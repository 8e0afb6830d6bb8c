/** From a page to its article: furniture parted off, the fetch judged, the rest as blocks. */

import type { Article, Block, Page, RemovedLine } from '../article.ts'
import { type PageLine, pageLines } from '../markdown/page-lines.ts'
import { holdsRepeatedText, holdsText, isCutMenu, mayHoldRepeatedText } from './article-text.ts'
import { failedStatus, noticeStatus } from './fetch-status.ts'
import { type Furniture, furnitureOf, REPEATED, STEADY } from './furniture.ts'
import { judgeLines } from './judge-lines.ts'
import { seePage, type Verdict } from './judgement.ts'
import { isLink } from './line-signs.ts'

/** @param learned the furniture of each of the page's sites, as learnSite gives it */
export function cleanPage(page: Page, learned: readonly Uint32Array[]): Article {
  const { markdown, ...fields } = page
  const lines = pageLines(markdown)
  const furniture = furnitureOf(learned)
  const truncated = isTruncated(markdown)
  const verdicts = articleVerdicts(lines, { title: page.title, truncated }, furniture)
  const kept = keptLines(lines, verdicts ?? [])
  const status =
    kept.length > 0
      ? (noticeStatus(page.title, textOf(kept)) ?? 'article')
      : failedStatus(saying(lines, furniture))
  return {
    ...fields,
    status,
    truncated,
    blocks: status === 'article' ? blocksOf(kept) : [],
    removed:
      status === 'article'
        ? removedLines(lines, verdicts ?? [])
        : lines.map(({ text }) => ({ reason: 'failed', text, blocksBefore: 0 })),
  }
}

/** One verdict a line; undefined when the page holds no article. */
function articleVerdicts(
  lines: readonly PageLine[],
  { title, truncated }: Pick<Article, 'title' | 'truncated'>,
  furniture: Furniture,
): readonly Verdict[] | undefined {
  const page = seePage(lines, title, furniture)
  const strict = judgeLines(page, REPEATED)
  const kept = keptLines(lines, strict)
  if (truncated && isCutMenu(page.titles, kept)) return undefined
  if (holdsText(kept)) return strict
  if (!mayHoldRepeatedText(lines)) return undefined
  // An announcement that a site gives out again and again is still what these pages have to say.
  const loose = judgeLines(page, STEADY)
  return holdsRepeatedText(keptLines(lines, loose)) ? loose : undefined
}

function keptLines(lines: readonly PageLine[], verdicts: readonly Verdict[]): readonly PageLine[] {
  return lines.filter((_, i) => verdicts[i] === 'kept')
}

function removedLines(
  lines: readonly PageLine[],
  verdicts: readonly Verdict[],
): readonly RemovedLine[] {
  const removed: RemovedLine[] = []
  let blocksBefore = 0
  let block: number | undefined
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]
    if (line === undefined) continue
    const reason = verdicts[i] ?? 'menu'
    if (reason !== 'kept') removed.push({ reason, text: line.text, blocksBefore })
    else if (line.block !== block) {
      block = line.block
      blocksBefore++
    }
  }
  return removed
}

/** Longer pages say something about captchas somewhere in their menus. */
const SAYING_UNITS = 1500

/** What a page without an article says: all of it, or, if that is much, what is not on every page of the site. */
function saying(lines: readonly PageLine[], furniture: Furniture): string {
  const all = textOf(lines)
  if (all.length <= SAYING_UNITS) return all
  const own = lines.filter((line) => !isLink(line) && furniture.recurrenceOf(line.key) !== STEADY)
  return textOf(own).slice(0, SAYING_UNITS)
}

function textOf(lines: readonly PageLine[]): string {
  return lines.map((line) => line.text).join('\n')
}

/** The fetcher's marks, at the end of a long page. */
const CUT = ['...', '…']
/** Shorter pages end in three dots because their authors did. */
const CUT_UNITS = 2000

function isTruncated(markdown: string): boolean {
  const text = markdown.trimEnd()
  return text.length >= CUT_UNITS && CUT.some((mark) => text.endsWith(mark))
}

function blocksOf(kept: readonly PageLine[]): readonly Block[] {
  const blocks: { kind: Block['kind']; text: string; number: number }[] = []
  for (const { block: number, kind, text } of kept) {
    const last = blocks.at(-1)
    if (last?.number === number) last.text += `\n${text}`
    else blocks.push({ kind, text, number })
  }
  return blocks.map(({ kind, text }) => ({ kind, text }))
}
