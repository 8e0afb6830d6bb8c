/** Reads the fields of front matter, whatever format it is written in and whatever the fields are called. */

import { withoutInlineMarkup } from '../markdown/inline.ts'
import { dayIn } from './days.ts'
import { type FieldName, meaningOf } from './field-names.ts'

/** Values as written, '' or none where a field is missing. */
export interface Fields {
  readonly title: string
  readonly url: string
  readonly source: string
  readonly date: string
  readonly fetch_date: string
  readonly authors: readonly string[]
  readonly tags: readonly string[]
  /** Every other field with a value in one piece, under its name as written. */
  readonly meta: ReadonlyMap<string, string>
}

export const NO_FIELDS: Fields = {
  title: '',
  url: '',
  source: '',
  date: '',
  fetch_date: '',
  authors: [],
  tags: [],
  meta: new Map(),
}

/** One value, or a list. */
export type Value = string | readonly string[]

/** Names and values, in the order in which they are written. */
export type Entries = readonly (readonly [name: string, value: Value])[]

interface Entry {
  readonly name: string
  readonly value: Value
  readonly rank: number
}

export function fieldsOf(entries: Entries): Fields {
  const known = new Map<FieldName, Entry[]>()
  const meta = new Map<string, string>()
  for (const [name, value] of entries) {
    const meaning = meaningOf(name)
    if (meaning === undefined) addMeta(meta, name, value)
    else
      known.set(meaning.field, [
        ...(known.get(meaning.field) ?? []),
        { name, value, rank: meaning.rank },
      ])
  }
  const all = (field: FieldName): readonly Entry[] => known.get(field) ?? []
  const ranked = (field: FieldName) => all(field).toSorted((a, b) => a.rank - b.rank)
  const [sources, urls] = [ranked('source'), ranked('url')]
  const url = [...urls, ...sources].map(textOf).find(isAddress) ?? ''
  const date = ranked('date').find((entry) => dayIn(textOf(entry)) !== '')
  const fetched = ranked('fetched').find((entry) => textOf(entry) !== '')
  for (const entry of ranked('date')) if (entry !== date) addMeta(meta, entry.name, entry.value)
  return {
    title: firstText(ranked('title')),
    url,
    source: firstText(sources.filter((entry) => !isAddress(textOf(entry)))),
    date: textOf(date),
    fetch_date: textOf(fetched) || (url === '' ? '' : clippedDay(ranked('date'), date)),
    authors: unique(all('author').flatMap(authorsOf)),
    tags: unique(all('tag').flatMap(tagsOf)),
    meta,
  }
}

function firstText(entries: readonly Entry[]): string {
  return entries.map(textOf).find((text) => text !== '') ?? ''
}

function textOf(entry: Entry | undefined): string {
  const value = entry?.value ?? ''
  return typeof value === 'string' ? linkText(value) : value.map(linkText).join(', ')
}

/** Obsidian writes names and days as links: `[[name]]`, `[name](address)`. */
function linkText(value: string): string {
  const text = value.trim()
  return text.startsWith('[') && text.includes(']') ? withoutInlineMarkup(text).text.trim() : text
}

function isAddress(text: string): boolean {
  return /^https?:\/\/\S+$/i.test(text)
}

const CREATED = /^(?:created|date ?created|creat)/i

/** A page with an address and a day of its own was created, here, when it was saved. */
function clippedDay(dates: readonly Entry[], published: Entry | undefined): string {
  const created = dates.find((entry) => entry !== published && CREATED.test(entry.name))
  return dayIn(textOf(created)) === '' ? '' : textOf(created)
}

/** Names of several people: what parts them is not within a name. */
const BETWEEN_AUTHORS = /[、;；]|\s+(?:&|and|和|与)\s+|，/

function authorsOf({ value }: Entry): readonly string[] {
  const texts =
    typeof value === 'string' ? value.split(BETWEEN_AUTHORS).flatMap(namesBetweenCommas) : value
  return texts.map((text) =>
    linkText(text)
      .replace(/\s*\(?https?:\/\/\S+$/, '')
      .replace(/^[(@]|\)$/g, '')
      .trim(),
  )
}

/** `Alice Smith, Bob Jones` are two; `Smith, Alice` is one. */
function namesBetweenCommas(text: string): readonly string[] {
  const parts = text.split(/,\s*/)
  return parts.every((part) => /\S\s+\S|\p{sc=Han}/u.test(part.trim())) ? parts : [text]
}

/** Jekyll parts tags by blanks where there is no comma; a name for one (`tag`, `category`) has one. */
function tagsOf({ name, value }: Entry): readonly string[] {
  const texts = typeof value === 'string' ? partsOf(value, /s$|签$|類$|类$|词$/i.test(name)) : value
  return texts.map((text) => linkText(text).replace(/^#|#$/g, '').trim())
}

function partsOf(value: string, isMany: boolean): readonly string[] {
  if (/\]\s*\[\[/.test(value)) return value.split(/(?<=\]\])\s*(?=\[\[)/)
  const parts = value.split(/[,，、;；]/)
  return parts.length > 1 || !(isMany || value.includes(' #')) ? parts : value.split(/\s+/)
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts.filter((text) => text !== ''))]
}

/** Longer values are texts of their own. UTF-16 units. */
const MAXIMUM_META = 500

function addMeta(meta: Map<string, string>, name: string, value: Value): void {
  const text = typeof value === 'string' ? value.trim() : value.map(linkText).join(', ')
  if (text !== '' && text.length <= MAXIMUM_META) meta.set(name, text)
}
