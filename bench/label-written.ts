/**
 * `node --import tsx bench/label-written.ts FOLDER > LABELS`: draws pages of hand-written Markdown and proposes a label for
 * each, by rules of its own and not by the reader that the labels judge. What it prints is to be read and corrected by hand.
 */

import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { isSentence, lettersOf } from './corpus/written.ts'
import { seededDraw } from './statistics.ts'

const SEED = 20_261_130
const PAGES = 400
/** Letters of a page's text that a label holds at its beginning and at its end. */
const WORDS = 8

const archive = process.argv[2]
if (archive === undefined) throw new Error('the folder with the collections is missing')

const draw = seededDraw(SEED)
const left = readdirSync(archive, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.md') && !/(?:^|\/)\./.test(path))
  .sort()
for (let count = 0; count < PAGES && left.length > 0; ) {
  const [path = ''] = left.splice(draw(left.length), 1)
  const label = labelOf(path, readFileSync(join(archive, path), 'utf8'))
  if (label === undefined) continue
  console.log(JSON.stringify(label))
  count++
}

function labelOf(path: string, text: string): object | undefined {
  const title = titleOf(text)
  const lines = proseLines(text).filter((line) => line !== plain(title ?? ''))
  const first = lines.find(isSentence)
  const last = lines.findLast(isSentence)
  if (title === undefined || first === undefined || last === undefined) return undefined
  const date = /^(\d{4})(\d{2})(\d{2})\D/.exec(basename(path))
  return {
    path,
    title: plain(title),
    date: date === null ? '' : date.slice(1).join('-'),
    first: lettersOf(first).slice(0, WORDS),
    last: lettersOf(last).slice(-WORDS),
  }
}

/** The first heading, underlined or after a sign. */
function titleOf(text: string): string | undefined {
  const underlined = /^(\S[^\n]*)\n=+ *$/m.exec(text)
  const marked = /^# +([^\n]+)$/m.exec(text)
  const [heading] = [underlined, marked]
    .filter((found) => found !== null)
    .sort((a, b) => a.index - b.index)
  return heading?.[1]
}

/** Lines of running text without code, headings, tables, markup and addresses. */
function proseLines(text: string): readonly string[] {
  return text
    .replace(/\r/g, '')
    .replace(/^(```+|~~~+)[^\n]*\n[\s\S]*?^\1/gm, '')
    .replace(/<!--[\s\S]*?-->/g, '')
    .split('\n')
    .filter((line) => !/^(?: {4}|\t|\s*\||\[[^\]]*\]:|:::|#|<)/.test(line))
    .map(plain)
}

function plain(line: string): string {
  return line
    .replace(/!\[[^\]]*\](?:\([^)]*\)|\[[^\]]*\])?/g, '')
    .replace(/\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])/g, '$1')
    .replace(/https?:\/\/\S+/g, '')
    .replace(/<[^>]*>|\{#[^}]*\}|[*`]/g, '')
    .trim()
}
