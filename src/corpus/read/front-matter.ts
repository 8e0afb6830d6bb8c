/**
 * Fields at the start of a file. The plain lines that feed readers write between two `---`, titles unquoted, are read line by line
 * and tolerantly: a strict YAML parser refuses every eleventh such file and reads some of the others wrong. Everything else is
 * read as the YAML, TOML or JSON that it is, and line by line where the language's grammar refuses it.
 */

import { meaningOf } from './field-names.ts'
import { type Entries, type Fields, fieldsOf, NO_FIELDS } from './fields.ts'
import { headerLines } from './header-lines.ts'
import { looseEntries } from './loose-lines.ts'
import { jsonEntries, tomlEntries, yamlEntries } from './structured.ts'
import { plainValue } from './yaml-value.ts'

export interface FrontMatter {
  readonly fields: Fields
  /** Everything under the front matter; the whole text where there is none. */
  readonly markdown: string
}

const KEYS = ['title', 'url', 'source', 'date', 'fetch_date'] as const

type Key = (typeof KEYS)[number]
type PlainFields = Readonly<Record<Key, string>>

const EMPTY: PlainFields = { title: '', url: '', source: '', date: '', fetch_date: '' }

/** A front matter that does not end within these is none. UTF-16 units. */
export const MAXIMUM_FRONT_MATTER = 16_384

const OPENING = /^\uFEFF?\s*---[ \t]*\n/
const FENCE = /(?<=^|\n)---[ \t]*(?=\n|$)/g
const ADDRESS = /^url:[ \t]*http/im

/** @param text with lines ended by '\n' */
export function readFrontMatter(text: string): FrontMatter {
  return fencedByHyphens(text) ?? tomlFront(text) ?? jsonFront(text) ?? withoutFence(text)
}

function fencedByHyphens(text: string): FrontMatter | undefined {
  const start = openingLength(text)
  const lines = text.slice(start, start + MAXIMUM_FRONT_MATTER)
  const closing = start === 0 ? undefined : closingOf(lines)
  const fields = closing && fieldsIn(lines.slice(0, closing.start), closing.parsed)
  return fields && frontMatter(fields, text, start + closing.end)
}

function frontMatter(fields: Fields, text: string, end: number): FrontMatter {
  return { fields, markdown: text.slice(end).replace(/^\n/, '') }
}

/** The fields from the beginning of a text, if they are the whole text's wherever the rest was cut off. */
export function settledFields(beginning: string): Fields | undefined {
  const start = openingLength(beginning)
  const lines = beginning.slice(start)
  const first = start === 0 ? undefined : fenceFrom(lines, 0)
  if (first === undefined || first.end === lines.length) return undefined
  const front = lines.slice(0, first.start)
  const parsed = parse(front)
  return parsed.inTitle ? undefined : fieldsIn(front, parsed)
}

/** Undefined: what stands between the fences is text. */
function fieldsIn(lines: string, { fields, known, isPlain }: Parsed): Fields | undefined {
  if (known && isPlain) return { ...NO_FIELDS, ...valuesOf(fields) }
  const entries = yamlEntries(lines)
  if (entries !== undefined) return fieldsOf(entries)
  const loose = looseEntries(lines, ':')
  return known || countKnown(loose) > 1 ? fieldsOf(loose) : undefined
}

function countKnown(entries: Entries): number {
  return entries.filter(([name]) => meaningOf(name) !== undefined).length
}

const TOML = /^\uFEFF?\s*\+\+\+[ \t]*\n(.*?)(?<=\n)\+\+\+[ \t]*(?=\n|$)/s

function tomlFront(text: string): FrontMatter | undefined {
  const [all = '', lines = ''] = TOML.exec(text.slice(0, MAXIMUM_FRONT_MATTER)) ?? []
  if (all === '') return undefined
  const entries = tomlEntries(lines) ?? looseEntries(lines, '=')
  return entries.length > 0 ? frontMatter(fieldsOf(entries), text, all.length) : undefined
}

const JSON_START = /^\uFEFF?\s*\{\s*"/
const JSON_END = /\n\}[ \t]*(?=\n|$)/g

/** An object whose last bracket stands on a line of its own, as Hugo writes it. */
function jsonFront(text: string): FrontMatter | undefined {
  if (!JSON_START.test(text.slice(0, 256))) return undefined
  JSON_END.lastIndex = 0
  if (!JSON_END.test(text.slice(0, MAXIMUM_FRONT_MATTER))) return undefined
  const end = JSON_END.lastIndex
  const entries = jsonEntries(text.slice(0, end).replace(/^\uFEFF/, ''))
  return entries && countKnown(entries) > 0 ? frontMatter(fieldsOf(entries), text, end) : undefined
}

function withoutFence(text: string): FrontMatter {
  const header = headerLines(text.replace(/^\uFEFF/, ''))
  if (header === undefined) return { fields: NO_FIELDS, markdown: text }
  return { fields: fieldsOf(header.entries), markdown: text.slice(header.units) }
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
  readonly fields: PlainFields
  /** There is a field that this program knows. */
  readonly known: boolean
  /** There is no other field. */
  readonly isPlain: boolean
  /** The last line belongs to the title. */
  readonly inTitle: boolean
}

function parse(lines: string): Parsed {
  const fields: Record<Key, string> = { ...EMPTY }
  let key: Key | undefined
  let [known, capitals, isPlain] = [false, false, true]
  for (const line of lines.split('\n')) {
    const [, name = '', value = ''] = FIELD.exec(line) ?? TIGHT_FIELD.exec(line) ?? []
    const next = keyOf(name)
    if (next === undefined && (name === '' || (!capitals && /^[A-Z]/.test(name)))) {
      // A value goes on; its second line may look like a field: "PS: …".
      if (key !== undefined) fields[key] += `\n${line}`
      continue
    }
    if (next !== undefined && !known) [known, capitals] = [true, /^[A-Z]/.test(name)]
    if (next === undefined) isPlain = false
    key = next
    if (key !== undefined) fields[key] = value
  }
  return { fields, known, isPlain, inTitle: key === 'title' }
}

function keyOf(name: string): Key | undefined {
  return KEYS.find((key) => key === name.toLowerCase())
}

function valuesOf(fields: PlainFields): PlainFields {
  return {
    title: plainValue(fields.title),
    url: plainValue(fields.url),
    source: plainValue(fields.source),
    date: plainValue(fields.date),
    fetch_date: plainValue(fields.fetch_date),
  }
}
