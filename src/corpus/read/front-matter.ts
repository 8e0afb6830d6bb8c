/**
 * The lines between two `---` at the start of a file. Read line by line and tolerantly: feed readers write titles unquoted,
 * so that a strict YAML parser refuses every eleventh file and reads some of the others wrong.
 */

import { plainValue } from './yaml-value.ts'

export interface FrontMatter {
  readonly fields: Fields
  /** Everything under the front matter; the whole text where there is none. */
  readonly markdown: string
}

/** Values as written, '' where a field is missing. */
export interface Fields {
  readonly title: string
  readonly url: string
  readonly source: string
  readonly date: string
  readonly fetch_date: string
}

type Key = keyof Fields

const EMPTY: Fields = { title: '', url: '', source: '', date: '', fetch_date: '' }

const KEYS = ['title', 'url', 'source', 'date', 'fetch_date'] as const

/** A front matter that does not end within these is none. UTF-16 units. */
export const MAXIMUM_FRONT_MATTER = 16_384

const OPENING = /^\uFEFF?\s*---[ \t]*\n/
const FENCE = /(?<=^|\n)---[ \t]*(?=\n|$)/g
const ADDRESS = /^url:[ \t]*http/im

/** @param text with lines ended by '\n' */
export function readFrontMatter(text: string): FrontMatter {
  const start = openingLength(text)
  const lines = text.slice(start, start + MAXIMUM_FRONT_MATTER)
  const closing = start === 0 ? undefined : closingOf(lines)
  if (closing === undefined || !closing.parsed.known) return { fields: EMPTY, markdown: text }
  return {
    fields: valuesOf(closing.parsed.fields),
    markdown: text.slice(start + closing.end).replace(/^\n/, ''),
  }
}

/** The fields from the beginning of a text, if they are the whole text's wherever the rest was cut off. */
export function settledFields(beginning: string): Fields | undefined {
  const start = openingLength(beginning)
  const lines = beginning.slice(start)
  const first = start === 0 ? undefined : fenceFrom(lines, 0)
  if (first === undefined || first.end === lines.length) return undefined
  const { fields, known, inTitle } = parse(lines.slice(0, first.start))
  return known && !inTitle ? valuesOf(fields) : undefined
}

function openingLength(text: string): number {
  return OPENING.exec(text.slice(0, 64))?.[0].length ?? 0
}

interface Fence {
  readonly start: number
  readonly end: number
}

function fenceFrom(lines: string, from: number): Fence | undefined {
  FENCE.lastIndex = from
  const found = FENCE.exec(lines)
  return found === null ? undefined : { start: found.index, end: found.index + found[0].length }
}

/** The first fence, unless it is part of a title: then the address follows it, and another fence. */
function closingOf(lines: string): (Fence & { readonly parsed: Parsed }) | undefined {
  const first = fenceFrom(lines, 0)
  if (first === undefined) return undefined
  const closing = { ...first, parsed: parse(lines.slice(0, first.start)) }
  const second = closing.parsed.inTitle ? fenceFrom(lines, first.end) : undefined
  if (second === undefined || !ADDRESS.test(lines.slice(first.end, second.start))) return closing
  return { ...second, parsed: parse(lines.slice(0, second.start)) }
}

const FIELD = /^([A-Za-z][\w-]*)[ \t]*:(?:[ \t]+(.*))?$/s
/** `url:https://…`, without the blank, for the fields that are known. */
const TIGHT_FIELD = /^(title|url|source|date|fetch_date):(.*)$/is

interface Parsed {
  /** Values as written, their lines joined by '\n'. */
  readonly fields: Fields
  /** There is a field that this program knows. */
  readonly known: boolean
  /** The last line belongs to the title. */
  readonly inTitle: boolean
}

function parse(lines: string): Parsed {
  const fields = { ...EMPTY }
  let key: Key | undefined
  let [known, capitals] = [false, false]
  for (const line of lines.split('\n')) {
    const [, name = '', value = ''] = FIELD.exec(line) ?? TIGHT_FIELD.exec(line) ?? []
    const next = keyOf(name)
    if (next === undefined && (name === '' || (!capitals && /^[A-Z]/.test(name)))) {
      // A value goes on; its second line may look like a field: "PS: …".
      if (key !== undefined) fields[key] += `\n${line}`
      continue
    }
    if (next !== undefined && !known) [known, capitals] = [true, /^[A-Z]/.test(name)]
    key = next
    if (key !== undefined) fields[key] = value
  }
  return { fields, known, inTitle: key === 'title' }
}

function keyOf(name: string): Key | undefined {
  return KEYS.find((key) => key === name.toLowerCase())
}

function valuesOf(fields: Fields): Fields {
  return {
    title: plainValue(fields.title),
    url: plainValue(fields.url),
    source: plainValue(fields.source),
    date: plainValue(fields.date),
    fetch_date: plainValue(fields.fetch_date),
  }
}
