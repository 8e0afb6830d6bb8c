/**
 * Finds the markup of a page that depends on another place of it: links that name their address further down, tags that are
 * closed.
 */

export interface WholePage {
  /** Names in `[name]: address` and `[^name]: note`, spelled as `definitionName` does. */
  readonly definitions: ReadonlySet<string>
  /** Names of HTML elements, in lower case, that have a tag which opens one, and one which closes one. */
  readonly opened: ReadonlySet<string>
  readonly closed: ReadonlySet<string>
}

const NONE: ReadonlySet<string> = new Set()

/** Most pages hold neither, and are not looked through. */
export function wholePage(markdown: string): WholePage {
  const hasTags = markdown.includes('</')
  return {
    definitions: markdown.includes(']:') ? definitionsIn(markdown) : NONE,
    opened: hasTags ? namesOf(markdown, /<([a-z][a-z0-9]{0,20})(?=[\s/>])/gi) : NONE,
    closed: hasTags ? namesOf(markdown, /<\/([a-z][a-z0-9]{0,20})(?=[\s>])/gi) : NONE,
  }
}

function namesOf(markdown: string, tag: RegExp): ReadonlySet<string> {
  return new Set(Array.from(markdown.matchAll(tag), ([, name = '']) => name.toLowerCase()))
}

const NOTE = /^[ \t>]{0,12}\[(\^[^\]\s]{1,60})\]:/gm

function definitionsIn(markdown: string): ReadonlySet<string> {
  const names = new Set<string>()
  for (const [, name = ''] of markdown.matchAll(NOTE)) names.add(definitionName(name))
  for (const [line] of markdown.matchAll(LINE_WITH_NAME)) {
    const name = definedName(line.replace(/^[ \t>]+/, ''))
    if (name !== undefined) names.add(definitionName(name))
  }
  return names
}

const LINE_WITH_NAME = /^[ \t>]{0,12}\[[^\]\n]{1,300}\]:[^\n]*$/gm

/** The name must be followed by an address, since a word in brackets and a colon stand before sentences too. */
const ADDRESS =
  /^\[([^\]\n]{1,300})\]:[ \t]*(?:<[^>\n]*>|(?:[a-z][a-z\d+.-]{1,20}:|\.{0,2}\/|#|[\w-]{1,80}[./])\S*)[ \t]*(.*)$/i
const TITLE = /^(?:"[^\n]*"|'[^\n]*'|\([^\n]*\))?\s*$/
/** Links that lead nowhere hold notes: `[#]: author: "…"`, `[//]: # (…)`. */
const REMARK = /^\[(?:#|\/\/|comment)\]:/i

/** The name that a line defines, which is all that it does; undefined: it is text. */
export function definedName(line: string): string | undefined {
  if (REMARK.test(line)) return '#'
  const [, name, title = ''] = ADDRESS.exec(line) ?? []
  return name === undefined || name.startsWith('^') || !TITLE.test(title) ? undefined : name
}

/** Case and blanks do not tell names apart. */
export function definitionName(name: string): string {
  return name.trim().replace(/\s+/g, ' ').toLowerCase()
}
