/** Writes a search result for a person: bold titles, dim origins, indented snippets with their marks in colour. */

import { formatCode, formatPassage, splitLines } from '../../search/answers/passage-text.ts'
import type { Hit, MarkedText, SearchResult, Snippet } from '../../search/answers/result.ts'
import { formatExplanation } from './explanation-text.ts'
import { formatCount, formatCounted } from './format.ts'
import { neutralize } from './neutralize.ts'
import { createPalette, type Paint, type Terminal } from './terminal.ts'
import { type Line, wrapText } from './wrap.ts'

const indent = '    '
const partialBegin = '--- Some of the words are missing from here on:'

export function formatResult(result: SearchResult, terminal: Terminal): string {
  const complete = result.hits.filter(({ lacks }) => lacks === undefined)
  const partial = result.hits.slice(complete.length)
  const blocks = [
    formatSuggestion(result, terminal),
    formatInPage(result, terminal),
    ...complete.map((hit) => formatHit(hit, terminal)),
    partial.length > 0 ? paintLines(partialBegin, terminal.width, keepPlain) : [],
    ...partial.map((hit) => formatHit(hit, terminal)),
    formatTotal(result, terminal),
  ]
  return blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n')
}

function formatHit(hit: Hit, { width, colours }: Terminal): string[] {
  const { bold, dim, mark } = createPalette(colours)
  const labels = [hit.authors.join(', '), hit.tags.map((tag) => `#${tag}`).join(' ')]
  const origin = [hit.date, hit.source, ...labels, hit.id, hit.path]
    .filter((part) => part !== '')
    .join(' · ')
  return [
    ...formatMarked(chooseTitle(hit), width, bold, mark),
    ...paintLines(origin, width, dim),
    ...(hit.lacks ? paintLines(`without: ${hit.lacks.join(', ')}`, width, dim) : []),
    ...hit.snippets.flatMap((snippet) => formatSnippet(snippet, width, mark)),
    ...formatCopies(hit, width, dim),
    ...(hit.explanation ? formatExplanation(hit.score, hit.explanation) : []),
  ]
}

/** So many copies are named; the rest are counted. */
const NAMED = 3

function formatCopies({ duplicates = [] }: Hit, width: number, paint: Paint): string[] {
  if (duplicates.length === 0) return []
  const named = duplicates.slice(0, NAMED).map(({ source, date, id }) => {
    return `${neutralize(source) || '(no source)'} ${date} ${id}`
  })
  const more = duplicates.length - named.length
  const text = `also: ${named.join(', ')}${more > 0 ? ` and ${more} more (--all)` : ''}`
  return wrapText(text, width - indent.length).map(
    ({ start, end }) => indent + paint(text.slice(start, end)),
  )
}

/** Returns the title without the spaces around it, or the path where there is none. */
function chooseTitle({ title, titleMarks, path }: Hit): MarkedText {
  const text = title.trim()
  if (text === '') return { text: path, marks: [] }
  const before = title.indexOf(text)
  return { text, marks: titleMarks.map(([start, end]) => [start - before, end - before] as const) }
}

function paintLines(text: string, width: number, paint: Paint): string[] {
  return formatMarked({ text, marks: [] }, width, paint, keepPlain)
}

function formatSnippet({ heading, ...snippet }: Snippet, width: number, mark: Paint): string[] {
  const lines = (marked: MarkedText) => formatMarked(marked, width - indent.length, keepPlain, mark)
  const above = heading === undefined ? [] : lines(addHeadingSign(heading))
  const origin = snippet.isRemoved ? ['[taken off the page]'] : []
  const passage = snippet.isCode ? splitLines(formatCode(snippet)) : [formatPassage(snippet)]
  return [...above, ...origin, ...passage.flatMap(lines)].map((line) => indent + line)
}

const headingSign = '# '

function addHeadingSign({ text, marks }: MarkedText): MarkedText {
  const shift = headingSign.length
  return {
    text: headingSign + text,
    marks: marks.map(([start, end]) => [start + shift, end + shift] as const),
  }
}

function formatMarked(
  { text, marks }: MarkedText,
  width: number,
  paint: Paint,
  mark: Paint,
): string[] {
  const safe: MarkedText = { text: neutralize(text), marks }
  return wrapText(safe.text, width).map((line) => paintMarks(safe, line, paint, mark))
}

/** Paints one line of a text. A mark that goes on in the next line is painted in both. */
function paintMarks({ text, marks }: MarkedText, line: Line, paint: Paint, mark: Paint): string {
  let painted = ''
  let done = line.start
  for (const [start, end] of marks) {
    const from = clamp(start, done, line.end)
    const to = clamp(end, from, line.end)
    painted += paint(text.slice(done, from)) + mark(text.slice(from, to))
    done = to
  }
  return painted + paint(text.slice(done, line.end))
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high)
}

function formatSuggestion({ suggestion }: SearchResult, { width }: Terminal): string[] {
  return suggestion === undefined ? [] : paintLines(`Did you mean: ${suggestion}`, width, keepPlain)
}

function formatInPage({ inPage }: SearchResult, { width }: Terminal): string[] {
  if (inPage === undefined) return []
  const pages = `${formatCounted(inPage.total, 'page')} ${inPage.total === 1 ? 'has' : 'have'}`
  return paintLines(
    `${pages} this in what was taken off. Ask: souwen search ${quoteForShell(inPage.query)}`,
    width,
    keepPlain,
  )
}

/** Quotes a text for a POSIX shell, to which single quotes leave nothing but themselves. */
function quoteForShell(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}

function formatTotal(result: SearchResult, { width, colours }: Terminal): string[] {
  const { total, partial = 0 } = result
  const shown = result.hits.length
  const parts = shown < total + partial && partial > 0 ? [`${shown} shown`] : []
  const ofAll = shown < total && partial === 0 ? `${shown} of ` : ''
  const haveAll = ` ${total === 1 ? 'has' : 'have'} all words, ${formatCount(partial)} ${partial === 1 ? 'lacks' : 'lack'} some`
  parts.push(`${ofAll}${formatCounted(total, 'article')}${partial > 0 ? haveAll : ''}`)
  parts.push(`${result.tookMs.toFixed(1)} ms`)
  return paintLines(parts.join(' · '), width, createPalette(colours).dim)
}

function keepPlain(text: string): string {
  return text
}
