/**
 * Hand-written Markdown: how much of its running text is lost, and whether pages begin, end and are called as they are labelled.
 * Every folder in the archive is a collection.
 */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pageLines } from '../../src/corpus/markdown/page-lines.ts'
import type { Figure } from '../bars.ts'
import { type CleanedPage, cleanedFile, learnFurniture, sitesOf } from './sites.ts'

/** Sentences with fewer are headings, captions and such. */
const HAN_OF_SENTENCE = 15
const WORDS_OF_SENTENCE = 12
const SENTENCE_ENDS = /(?<=[。！？；!?;]|\. )/
/** The most running text that may be lost, in percent. */
const LOST = 0.2

/** A page of a collection that was read by hand. A label holds a few of its words, never its text. */
export interface WrittenLabel {
  /** Below the archive. */
  readonly path: string
  readonly title: string
  /** `YYYY-MM-DD`, or '' where nothing tells it. */
  readonly date: string
  /** Letters and digits that the page's running text begins and ends with. */
  readonly first: string
  readonly last: string
}

/** @param labels a file with one JSON object a line */
export async function writtenFigures(archive: string, labels: string): Promise<readonly Figure[]> {
  const labelled = new Map(readWrittenLabels(labels).map((label) => [label.path, label]))
  const figures: Figure[] = []
  const found: { readonly label: WrittenLabel; readonly cleaned: CleanedPage }[] = []
  const collections = readdirSync(archive, { withFileTypes: true }).filter((each) =>
    each.isDirectory(),
  )
  for (const { name } of collections) {
    const pages = await pagesOf(join(archive, name))
    figures.push(lossFigure(name, pages))
    for (const cleaned of pages) {
      const label = labelled.get(`${name}/${cleaned.page.path}`)
      if (label !== undefined) found.push({ label, cleaned })
    }
  }
  const share = (name: string, isRight: (label: WrittenLabel, page: CleanedPage) => boolean) => ({
    name: `written pages: ${name}`,
    value:
      found.filter(({ label, cleaned }) => isRight(label, cleaned)).length /
      Math.max(1, found.length),
    unit: 'share' as const,
    atLeast: 0.97,
    note: `${found.length} labelled pages`,
  })
  return [
    ...figures,
    share('title', ({ title }, { article }) => article.title === title),
    share('date', ({ date }, { article }) => article.date === date),
    share('first and last words', ({ first, last }, { article }) => {
      const text = lettersOf(article.blocks.map((block) => block.text).join(''))
      return text.includes(first) && text.includes(last)
    }),
  ]
}

/** Throws when a line is no label. */
export function readWrittenLabels(path: string): readonly WrittenLabel[] {
  const lines = readFileSync(path, 'utf8').split('\n')
  return lines.filter((line) => line !== '').map((line) => writtenLabelIn(JSON.parse(line)))
}

function writtenLabelIn(value: unknown): WrittenLabel {
  if (typeof value === 'object' && value !== null) {
    // A record of unknown values: each is looked at here.
    const { path, title, date, first, last } = value as Record<string, unknown>
    if (isText(path) && isText(title) && isText(date) && isText(first) && isText(last))
      return { path, title, date, first, last }
  }
  throw new Error(`no label of a written page: ${JSON.stringify(value)}`)
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

export function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '')
}

async function pagesOf(archive: string): Promise<readonly CleanedPage[]> {
  const sites = await sitesOf(archive)
  return sites.flatMap((site) => {
    const furniture = learnFurniture(archive, site)
    return site.files.flatMap((file) => cleanedFile(archive, file, furniture) ?? [])
  })
}

function lossFigure(name: string, pages: readonly CleanedPage[]): Figure {
  let [total, lost] = [0, 0]
  for (const { page, article } of pages) {
    const kept = new Set(article.blocks.flatMap(({ text }) => text.split('\n')))
    for (const { kind, text } of pageLines(page.markdown)) {
      if (kind === 'code' || kind === 'table' || text === page.title) continue
      const units = sentenceUnits(text)
      total += units
      if (!kept.has(text)) lost += units
    }
  }
  const value = (lost / Math.max(1, total)) * 100
  return {
    name: `running text lost, ${name}`,
    value,
    unit: '%',
    atMost: LOST,
    note: `${pages.length} pages`,
  }
}

/** UTF-16 units of the line's sentences. */
function sentenceUnits(line: string): number {
  return line
    .split(SENTENCE_ENDS)
    .filter(isSentence)
    .reduce((sum, { length }) => sum + length, 0)
}

export function isSentence(text: string): boolean {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0
  if (han > 0) return han >= HAN_OF_SENTENCE
  return (text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) >= WORDS_OF_SENTENCE
}
