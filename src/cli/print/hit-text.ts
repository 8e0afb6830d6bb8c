/** A search result as lines for a person: bold titles, dim origins, indented snippets with their marks in colour. */

import type { Hit, MarkedText, SearchResult, Snippet } from '../../search/answers/result.ts'
import { explanationLines } from './explanation-text.ts'
import { counted } from './format.ts'
import { harmless } from './harmless.ts'
import { type Paint, palette, type Terminal } from './terminal.ts'
import { type Line, wrap } from './wrap.ts'

const indent = '    '

export function resultText(result: SearchResult, terminal: Terminal): string {
  const hits = result.hits.map((hit) => hitLines(hit, terminal))
  const blocks = [
    suggestionLines(result, terminal),
    relaxedLines(result, terminal),
    ...hits,
    totalLines(result, terminal),
  ]
  return blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n')
}

function hitLines(hit: Hit, { width, colours }: Terminal): string[] {
  const { bold, dim, mark } = palette(colours)
  const origin = [hit.date, hit.source, hit.id, hit.path].filter((part) => part !== '').join(' · ')
  return [
    ...markedLines(titleOf(hit), width, bold, mark),
    ...paintLines(origin, width, dim),
    ...hit.snippets.flatMap((snippet) => snippetLines(snippet, width, mark)),
    ...copiesLines(hit, width, dim),
    ...(hit.explanation ? explanationLines(hit.score, hit.explanation) : []),
  ]
}

/** Copies that anyone wants named; the rest are counted. */
const NAMED = 3

function copiesLines({ duplicates = [] }: Hit, width: number, paint: Paint): string[] {
  if (duplicates.length === 0) return []
  const named = duplicates.slice(0, NAMED).map(({ source, date, id }) => {
    return `${harmless(source) || '(no source)'} ${date} ${id}`
  })
  const more = duplicates.length - named.length
  const text = `also: ${named.join(', ')}${more > 0 ? ` and ${more} more (--all)` : ''}`
  return wrap(text, width - indent.length).map(
    ({ start, end }) => indent + paint(text.slice(start, end)),
  )
}

/** The title without the spaces around it, or the path where there is none. */
function titleOf({ title, titleMarks, path }: Hit): MarkedText {
  const text = title.trim()
  if (text === '') return { text: path, marks: [] }
  const before = title.indexOf(text)
  return { text, marks: titleMarks.map(([start, end]) => [start - before, end - before] as const) }
}

function paintLines(text: string, width: number, paint: Paint): string[] {
  return markedLines({ text, marks: [] }, width, paint, plain)
}

function snippetLines({ heading, ...snippet }: Snippet, width: number, mark: Paint): string[] {
  const lines = (marked: MarkedText) => markedLines(marked, width - indent.length, plain, mark)
  const above = heading === undefined ? [] : lines(withSign(heading))
  return [...above, ...lines(snippet)].map((line) => indent + line)
}

const headingSign = '# '

function withSign({ text, marks }: MarkedText): MarkedText {
  const shift = headingSign.length
  return {
    text: headingSign + text,
    marks: marks.map(([start, end]) => [start + shift, end + shift] as const),
  }
}

function markedLines(
  { text, marks }: MarkedText,
  width: number,
  paint: Paint,
  mark: Paint,
): string[] {
  const safe: MarkedText = { text: harmless(text), marks }
  return wrap(safe.text, width).map((line) => paintMarks(safe, line, paint, mark))
}

/** One line of a text; a mark that goes on in the next line is painted in both. */
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

function suggestionLines({ suggestion }: SearchResult, { width }: Terminal): string[] {
  return suggestion === undefined ? [] : paintLines(`Did you mean: ${suggestion}`, width, plain)
}

function relaxedLines({ relaxed = [], total }: SearchResult, { width }: Terminal): string[] {
  if (relaxed.length === 0 || total === 0) return []
  return paintLines(
    `Hardly any article has all the words. These may be missing: ${relaxed.join(', ')}`,
    width,
    plain,
  )
}

function totalLines(result: SearchResult, { width, colours }: Terminal): string[] {
  const shown = result.hits.length < result.total ? `${result.hits.length} of ` : ''
  const milliseconds = `${result.tookMs.toFixed(1)} ms`
  return paintLines(
    `${shown}${counted(result.total, 'article')} · ${milliseconds}`,
    width,
    palette(colours).dim,
  )
}

function plain(text: string): string {
  return text
}
