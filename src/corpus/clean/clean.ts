/** Makes an article of a page: parts its furniture off, judges the fetch, and gives the rest as blocks. */

import type { Article, Block, Page, RemovedLine } from '../article.ts'
import { lineKey } from '../markdown/line-key.ts'
import { type PageLine, pageLines } from '../markdown/page-lines.ts'
import { isBare, isChrome, isLink } from '../signs/line-signs.ts'
import {
  holdsRepeatedText,
  holdsSentence,
  holdsText,
  isCutMenu,
  mayHoldRepeatedText,
} from './article-text.ts'
import { failedStatus, noticeStatus } from './fetch-status.ts'
import { type Furniture, furnitureOf, OWN, STEADY } from './furniture.ts'
import { judgeLines, judgeOwnLines } from './judge-lines.ts'
import { type SeenPage, seePage, type Verdict } from './judgement.ts'
import { hasFurniture } from './page-furniture.ts'

/** @param learned the furniture of each of the page's sites, as learnSite gives it */
export function cleanPage(page: Page, learned: readonly Uint32Array[]): Article {
  const { markdown, repairedLines, navigation, ...fields } = page
  const lines = pageLines(markdown)
  const furniture = furnitureOf(learned)
  const isCut = isCutOff(markdown)
  const verdicts = articleVerdicts(seePage(lines, page.title, furniture), {
    isCut,
    isFetched: page.fetchDate !== '',
  })
  const kept = keptLines(lines, verdicts ?? [])
  const status =
    verdicts === undefined
      ? failedStatus(saying(lines, furniture))
      : (noticeStatus(page.title, kept) ?? 'article')
  const isArticle = status === 'article'
  return {
    ...fields,
    status,
    repaired: isArticle && hasAnyOf(kept, repairedLines) ? page.repaired : '',
    truncated: isArticle && isCut && verdicts?.at(-1) === 'kept',
    blocks: isArticle ? blocksOf(kept) : [],
    removed: [
      ...navigation.map((text): RemovedLine => ({ reason: 'menu', text, blocksBefore: 0 })),
      ...(isArticle
        ? removedLines(lines, verdicts ?? [])
        : lines.map(({ text }): RemovedLine => ({ reason: 'failed', text, blocksBefore: 0 }))),
    ],
  }
}

/** Says whether one of the lines is among those of the Markdown. */
function hasAnyOf(kept: readonly PageLine[], markdown: string): boolean {
  if (markdown === '') return false
  const keys = new Set(pageLines(markdown).flatMap(({ text }) => text.split('\n').map(lineKey)))
  keys.delete(0)
  return kept.some(({ text }) => text.split('\n').some((line) => keys.has(lineKey(line))))
}

/** One verdict a line; undefined when nothing of the page is its own. */
function articleVerdicts(
  page: SeenPage,
  { isCut, isFetched }: { readonly isCut: boolean; readonly isFetched: boolean },
): readonly Verdict[] | undefined {
  const { lines, recurrences } = page
  if (!hasFurniture(page, isFetched)) return ownVerdicts(page)
  const strict = judgeLines(
    page,
    recurrences.map((recurrence) => recurrence !== OWN),
  )
  const kept = keptLines(lines, strict)
  if (isCut && isCutMenu(page.titles, kept)) return undefined
  if (holdsText(kept)) return strict
  // Pages of one template have nothing of their own but what they fill into it.
  const filled = judgeLines(
    page,
    recurrences.map((recurrence, i) => recurrence !== OWN && !page.isFormAt(i)),
  )
  if (holdsSentence(keptLines(lines, filled))) return filled
  if (!mayHoldRepeatedText(lines)) return undefined
  // An announcement that a site gives out again and again is still what these pages have to say.
  const loose = judgeLines(
    page,
    recurrences.map((recurrence) => recurrence === STEADY),
  )
  return holdsRepeatedText(keptLines(lines, loose)) ? loose : undefined
}

/** Undefined: a page without furniture has nothing but its title, and words of a menu. */
function ownVerdicts(page: SeenPage): readonly Verdict[] | undefined {
  const isTitle = new Set(page.titles)
  const isOwn = (line: PageLine, i: number) => !isTitle.has(i) && !isBare(line) && !isChrome(line)
  return page.lines.some(isOwn) ? judgeOwnLines(page) : undefined
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

/** The text of a page without an article: all of it, or, if that is much, the lines that are not on every page of the site. */
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

function isCutOff(markdown: string): boolean {
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
