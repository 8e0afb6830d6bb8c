/** Front matter that the grammar of its language refuses, read line by line: feed readers write values as they come. */

import { meaningOf } from './field-names.ts'
import type { Entries, Value } from './fields.ts'
import { plainValue } from './yaml-value.ts'

const LINE = {
  ':': /^([\p{L}_$][\p{L}\p{N}_ .-]{0,40}?)[ \t]*(?::(?=\s|$)|：)[ \t]*(.*)$/u,
  '=': /^([\p{L}_$][\p{L}\p{N}_ .-]{0,40}?)[ \t]*=[ \t]*(.*)$/u,
} as const
const ITEM = /^[ \t]*-[ \t]+(.*)$/
const FLOW = /^\[(.*)\],?$/s

interface Written {
  readonly name: string
  value: string
  readonly items: string[]
}

/** @param sign what stands between a name and its value */
export function looseEntries(text: string, sign: keyof typeof LINE): Entries {
  const written: Written[] = []
  for (const line of text.split('\n')) {
    const [, name, value = ''] = LINE[sign].exec(line) ?? []
    const last = written.at(-1)
    if (name !== undefined) written.push({ name, value, items: [] })
    else if (last !== undefined) addTo(last, line)
  }
  return written.map((one) => [one.name, writtenValue(one)])
}

function addTo(last: Written, line: string): void {
  const [, item] = ITEM.exec(line) ?? []
  if (item !== undefined && last.value === '') last.items.push(plainValue(item))
  else last.value += `\n${line}`
}

function writtenValue({ name, value, items }: Written): Value {
  if (items.length > 0) return items
  const [, inside] = FLOW.exec(value.trim()) ?? []
  const { field } = meaningOf(name) ?? {}
  const isList = inside !== undefined && (field === 'tag' || field === 'author')
  return isList ? inside.split(',').map(plainValue) : plainValue(value)
}
