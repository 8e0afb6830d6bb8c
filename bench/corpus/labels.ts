/**
 * Pages that were read and labelled by hand: what came of the fetch, and where the article begins and ends. A label holds
 * a few words that are found in the page, never its text.
 */

import { readFileSync } from 'node:fs'
import { STATUSES, type Status } from '../../src/corpus/article.ts'

/** A stretch of the page's Markdown, from the first character of the first words to the last of the last words. */
export type Stretch = readonly [firstWords: string, lastWords: string]

export interface Label {
  readonly path: string
  readonly status: Status
  readonly truncated: boolean
  /** Absent: the page holds no article. */
  readonly article?: Stretch
  /** Furniture inside the article, in order. */
  readonly without?: readonly Stretch[]
}

/** Reads one JSON object a line. Throws when one is no label. */
export function readLabels(path: string): readonly Label[] {
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
  return lines.map((line) => labelIn(JSON.parse(line)))
}

function labelIn(value: unknown): Label {
  if (isLabel(value)) return value
  throw new Error(`no label: ${JSON.stringify(value)}`)
}

function isLabel(value: unknown): value is Label {
  if (typeof value !== 'object' || value === null) return false
  // A record of unknown values: each is looked at below.
  const { path, status, truncated, article, without } = value as Record<string, unknown>
  if (typeof path !== 'string' || typeof truncated !== 'boolean') return false
  if (!STATUSES.some((known) => known === status)) return false
  if ((status === 'article') !== isStretch(article)) return false
  return without === undefined || (Array.isArray(without) && without.every(isStretch))
}

function isStretch(value: unknown): value is Stretch {
  return Array.isArray(value) && value.length === 2 && value.every((one) => typeof one === 'string')
}

/** A page's Markdown as it was fetched, and with misread lines turned back. Both have the same lines. */
export interface Written {
  readonly raw: string
  readonly repaired: string
}

/** The stretches of the page that are the article's text. Throws when the label's words are not in the page. */
export function labelledText({ raw, repaired }: Written, label: Label): readonly string[] {
  const stretches = stretchesOf(raw, label)
  if (raw === repaired) return stretches.map(([start, end]) => raw.slice(start, end))
  const lines = repaired.split('\n')
  return stretches.map(([start, end]) =>
    lines.slice(lineAt(raw, start), lineAt(raw, end) + 1).join('\n'),
  )
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length - 1
}

/** Offsets in the Markdown, ascending. */
function stretchesOf(
  raw: string,
  { path, article, without = [] }: Label,
): readonly (readonly [start: number, end: number])[] {
  if (article === undefined) return []
  const find = (words: string, after: number) => {
    const place = raw.indexOf(words, after)
    if (place < 0) throw new Error(`${path}: has no ${JSON.stringify(words)} where its label says`)
    return place
  }
  const stretches: [number, number][] = []
  let start = find(article[0], 0)
  const end = find(article[1], start) + article[1].length
  for (const [first, last] of without) {
    const cut = find(first, start)
    if (raw.slice(start, cut).trim() !== '') stretches.push([start, cut - 1])
    start = find(last, cut) + last.length + 1
  }
  return [...stretches, [start, end]]
}
