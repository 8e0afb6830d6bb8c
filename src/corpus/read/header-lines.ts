/**
 * Fields without a fence around them: lines at the top of a file, as Pelican and older Hexo have them, or a block under its
 * heading, as exporters write it: `> 公众号: …`, `- URL: …`, `**作者**：…`, `[#]: author: …`.
 */

import { dayIn } from './days.ts'
import { type FieldName, meaningOf } from './field-names.ts'
import type { Entries } from './fields.ts'
import { plainValue } from './yaml-value.ts'

export interface HeaderLines {
  readonly entries: Entries
  /** UTF-16 units at the top of the text that are nothing but fields. */
  readonly units: number
}

/** Fields stand within these. UTF-16 units. */
const HEADER_WITHIN = 8192
const MAXIMUM_LINES = 60

const FIELD =
  /^[ \t]*(?:\[#\]:|#\+|:|(?:[>*+-][ \t]*)*)[ \t]*(?:\*\*|__)?([\p{L}][\p{L}\p{N} _-]{0,30}?)(?:\*\*|__)?[ \t]*[:：](?:\*\*|__)?(?!\/\/)[ \t]*(\S.*)?$/u
/** Several fields may share a line. */
const BETWEEN_FIELDS = /[ \t]+[|｜>·][ \t]+|[ \t]{3,}|\u3000+/
/** Headings, their underlines and pictures may stand above the first field. */
const HEADING = /^[ \t]*(?:#{1,6}[ \t]|[=-]{2,}[ \t]*$|!\[)/
const UNDERLINE = /^[=-]{2,}[ \t]*$/

export function headerLines(text: string): HeaderLines | undefined {
  const lines = text.slice(0, HEADER_WITHIN).split('\n', MAXIMUM_LINES)
  return linesAtTop(lines) ?? blockUnderHeading(lines)
}

/** Reads fields from the first line to a blank line or a rule; undefined unless one of them is a title. */
function linesAtTop(lines: readonly string[]): HeaderLines | undefined {
  const entries: (readonly [string, string])[] = []
  let units = 0
  for (const line of lines) {
    const end = /^---+[ \t]*$/.test(line)
    if (end || line.trim() === '') {
      const isWhole = entries.some(([name]) => meaningOf(name)?.field === 'title')
      if (!isWhole || (entries.length < 2 && !end)) return undefined
      return { entries, units: units + (end ? line.length + 1 : 0) }
    }
    const [, name, value = ''] = /^([\p{L}][\p{L}\p{N}_-]{0,30})[:：][ \t]*(.*)$/u.exec(line) ?? []
    if (name === undefined || (entries.length === 0 && meaningOf(name) === undefined))
      return undefined
    entries.push([name, plainValue(value)])
    units += line.length + 1
  }
  return undefined
}

function blockUnderHeading(lines: readonly string[]): HeaderLines | undefined {
  const entries: (readonly [string, string])[] = []
  for (const [i, line] of lines.entries()) {
    const isBegun = entries.length > 0
    if (isBetween(line, isBegun) || (!isBegun && UNDERLINE.test(lines[i + 1] ?? ''))) continue
    const found = fieldsIn(line)
    if (found.length === 0) break
    entries.push(...found)
  }
  const fields = new Set(entries.map(([name]) => meaningOf(name)?.field))
  fields.delete(undefined)
  return fields.size > 1 || entries.some(isTelling) ? { entries, units: 0 } : undefined
}

/** Empty lines, and above the first field headings and pictures. */
function isBetween(line: string, hasFields: boolean): boolean {
  return /^[\s>]*$/.test(line) || (!hasFields && HEADING.test(line))
}

function fieldsIn(line: string): readonly (readonly [string, string])[] {
  const parts = line.split(BETWEEN_FIELDS).filter((part) => part.trim() !== '')
  const found = parts.flatMap(fieldIn)
  return found.length === parts.length ? found : fieldIn(line)
}

/** The field that a text is, or none. */
function fieldIn(text: string): readonly (readonly [string, string])[] {
  const [, name, value] = FIELD.exec(text) ?? []
  if (name === undefined || value === undefined) return []
  const field = meaningOf(name)?.field
  if (text.trimStart().startsWith('[#]:'))
    return [[ofTranslators(name), writtenValue(field, value)]]
  return field === undefined ? [] : [[name, writtenValue(field, value)]]
}

/** Those who translate name the person that publishes. */
function ofTranslators(name: string): string {
  return name === 'publisher' ? 'publishing person' : name
}

function writtenValue(field: FieldName | undefined, value: string): string {
  const address = field === 'url' ? /https?:\/\/[^\s)>\]"]+/.exec(value)?.[0] : undefined
  return address ?? plainValue(value.replace(/^\((.*)\)$/, '$1').replaceAll('**', ''))
}

/** One line alone is a field only if its value says so: `时间：下午三点` is a sentence of a notice. */
function isTelling([name, value]: readonly [string, string]): boolean {
  const field = meaningOf(name)?.field
  if (field === 'date' || field === 'fetched') return dayIn(value) !== ''
  return field === 'url' ? /^https?:/.test(value) : field === 'author' && value.length <= 40
}
