/** Front matter in a language that has a grammar: YAML, TOML, JSON. */

import { parse as parseToml, TomlDate } from 'smol-toml'
import { parseDocument } from 'yaml'
import type { Entries, Value } from './fields.ts'

/** Undefined: the text is none that the language knows, or holds no names with values. */
export type ReadEntries = (text: string) => Entries | undefined

/** Scalars stay as they are written: dates, `0123` and `no`. */
export const yamlEntries: ReadEntries = guarded((text) => {
  const document = parseDocument(text, {
    schema: 'failsafe',
    uniqueKeys: false,
    logLevel: 'silent',
  })
  if (document.errors.length > 0) return undefined
  return document.toJS({ mapAsMap: true, maxAliasCount: 100 })
})

export const tomlEntries: ReadEntries = guarded((text) => parseToml(text))

export const jsonEntries: ReadEntries = guarded((text) => JSON.parse(text))

/** The libraries throw for what they reject, and for nesting deeper than the stack. */
function guarded(parse: (text: string) => unknown): ReadEntries {
  return (text) => {
    try {
      return entriesOf(parse(text))
    } catch {
      return undefined
    }
  }
}

/** A name in front matter looks like this; `正文，没有字段: …` is a sentence. */
const NAME = /^[\p{L}_$][\p{L}\p{N}_ .:/$-]{0,63}$/u

function entriesOf(value: unknown): Entries | undefined {
  const entries = value === '' || value === null ? [] : pairsOf(value)
  if (entries === undefined || entries.some(([name]) => !NAME.test(name))) return undefined
  return entries.map(([name, inner]) => [name, valuesOf(inner)])
}

function pairsOf(value: unknown): readonly [string, unknown][] | undefined {
  if (value instanceof Map) return Array.from(value, ([name, inner]) => [String(name), inner])
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  return Object.entries(value)
}

function valuesOf(value: unknown): Value {
  if (Array.isArray(value)) return value.flatMap((inner) => scalarOf(inner) ?? [])
  return scalarOf(value) ?? []
}

/** Returns a scalar as text; an object gives its name, as in `author: { name: … }`. */
function scalarOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint')
    return String(value)
  if (value instanceof TomlDate) return value.toISOString()
  if (Array.isArray(value)) return value.map((inner) => scalarOf(inner) ?? '').join('/')
  const name = (pairsOf(value) ?? []).find(([key]) => /^(?:name|title|label)$/i.test(key))?.[1]
  return typeof name === 'string' ? name : undefined
}
