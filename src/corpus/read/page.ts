/** A file of the corpus as a `Page`: its bytes decoded, its fields read or made up from what else is known of it. */

import type { Page } from '../article.ts'
import { withoutEntities } from '../markdown/entities.ts'
import { repairLines } from '../repair/repair.ts'
import { dayIn, dayInFolders, dayInName } from './days.ts'
import { decode, decodeHead, HEAD_BYTES } from './decode.ts'
import type { Fields } from './fields.ts'
import { isSavedPage, readContent } from './file-kinds.ts'
import { settledFields } from './front-matter.ts'
import { firstHeading, nameOf, oneLine } from './titles.ts'

/** The head identifies a page and names its site. */
export type Head = Pick<Page, 'path' | 'title' | 'url' | 'source' | 'date' | 'fetchDate'>

export { HEAD_BYTES }

/** Throws an Error that says why the bytes are no text, or have too many lines. */
export function readPage(bytes: Uint8Array, path: string): Page {
  const { text, encoding } = decode(bytes)
  requireFewLines(text)
  const { fields, markdown: written, navigation } = readContent(text, path)
  requireFewLines(written)
  const turnedBack = repairLines(written)
  const markdown = turnedBack?.text ?? written
  return {
    ...headOf(fields, path, () => markdown),
    authors: fields.authors.map(oneLine),
    tags: fields.tags.map(oneLine),
    meta: Object.fromEntries(fields.meta),
    markdown,
    encoding,
    repaired: turnedBack?.codec ?? '',
    repairedLines: turnedBack === undefined ? '' : changedLines(written, markdown),
    navigation,
  }
}

/** Each line of a page takes some 200 bytes of memory while it is looked at: fifteen million would be all of a small machine's. */
export const MAX_LINES = 1_000_000

function requireFewLines(text: string): void {
  if (text.length < MAX_LINES) return
  let lines = 1
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++
  if (lines > MAX_LINES)
    throw new Error(`${lines} lines are more than the ${MAX_LINES} read of a file`)
}

/** Compares two texts with the same number of lines and returns the lines of the second that differ from the first. */
function changedLines(before: string, after: string): string {
  const lines = before.split('\n')
  return after
    .split('\n')
    .filter((line, i) => line !== lines[i])
    .join('\n\n')
}

/**
 * The same fields as readPage gives, from the first HEAD_BYTES bytes of a file where these are enough.
 * @param first the first HEAD_BYTES bytes, or all of a shorter file
 * @param whole reads the whole file; called only when `first` does not settle it
 */
export function readHead(first: Uint8Array, path: string, whole: () => Uint8Array): Head {
  const text = isSavedPage(path) ? undefined : decodeHead(first)
  const fields = text === undefined ? undefined : settledFields(text)
  if (fields !== undefined && oneLine(withoutEntities(fields.title)) !== '')
    return headOf(fields, path, () => '')
  const page = readPage(whole(), path)
  const { markdown, encoding, repaired, repairedLines, navigation, authors, tags, meta, ...head } =
    page
  return head
}

function headOf(fields: Fields, path: string, markdown: () => string): Head {
  const fetchDate = oneLine(fields.fetch_date)
  return {
    path,
    title: oneLine(withoutEntities(fields.title)) || firstHeading(markdown()) || nameOf(path),
    url: oneLine(fields.url),
    source: oneLine(fields.source),
    date: dayIn(fields.date) || dayInName(path) || dayIn(fetchDate) || dayInFolders(path),
    fetchDate,
  }
}
