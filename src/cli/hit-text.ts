/** A search result as lines for a person: bold titles, dim origins, indented snippets with their marks in colour. */

import type { Hit, SearchResult, Snippet } from '../search/result.ts'
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
    ...paintLines(hit.title.trim() || hit.path, width, bold),
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

function paintLines(text: string, width: number, paint: Paint): string[] {
  const safe = harmless(text)
  return wrap(safe, width).map(({ start, end }) => paint(safe.slice(start, end)))
}

function snippetLines(snippet: Snippet, width: number, mark: Paint): string[] {
  const safe: Snippet = { text: harmless(snippet.text), marks: snippet.marks }
  return wrap(safe.text, width - indent.length).map((line) => indent + paintMarks(safe, line, mark))
}

/** One line of the snippet; a mark that goes on in the next line is painted in both. */
function paintMarks({ text, marks }: Snippet, line: Line, mark: Paint): string {
  let painted = ''
  let done = line.start
  for (const [start, end] of marks) {
    const from = clamp(start, done, line.end)
    const to = clamp(end, from, line.end)
    painted += text.slice(done, from) + mark(text.slice(from, to))
    done = to
  }
  return painted + text.slice(done, line.end)
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
