/** Titles of pages whose fields name none, and texts on one line. */

import { pageLines } from '../markdown/page-lines.ts'

/** Control characters are blanks; U+FEFF, which nobody sees, is nothing. */
export function oneLine(value: string): string {
  if (PLAIN.test(value)) return value.trim()
  return value
    .replace(/\uFEFF/g, '')
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()
    .toWellFormed()
}

/** Nothing but ASCII that is seen, blanks, and characters far from those that oneLine looks for. */
const PLAIN = /^[ -~\u3001-\u9fff\uff01-\uff5e]*$/

/** Headings further down are not the title. UTF-16 units. */
const HEADING_WITHIN = 65_536
const MAXIMUM_CHARACTERS = 501

/** The first heading, without markup; '' for none. */
export function firstHeading(markdown: string): string {
  const lines = pageLines(markdown.slice(0, HEADING_WITHIN))
  const text = lines.find(({ kind }) => kind === 'heading')?.text ?? ''
  return oneLine([...text].slice(0, MAXIMUM_CHARACTERS).join(''))
}

const ENDING = /\.(?:md|markdown|mkdn?|mdown|mdx|txt|text|org|rst|x?html?)$/i
const DAY = /^\d{4}([-_.]?)\d{2}\1\d{2}[-_. ]+(?=\S)/

/** The file's name without its ending and the day before it. */
export function nameOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1)
  return oneLine(name.replace(ENDING, '').replace(DAY, '')) || name
}
