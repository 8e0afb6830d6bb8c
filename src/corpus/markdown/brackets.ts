/** Reads square brackets: links, pictures, links of a wiki, notes at the foot of a page. */

import { type Bracket, firstOfLine, type Pass, put, putLiteral, takeBack } from './inline-pass.ts'
import { destinationEnd } from './link-destination.ts'
import { definedName, definitionName } from './whole-page.ts'

/** The text of a link or picture is at most this long, so that a stray bracket does not swallow an article. */
const MAXIMUM_LINK_TEXT = 4000

/** Handles `[` or `![` at `at`; returns where to go on. */
export function openBracket(pass: Pass, at: number, image: boolean): number {
  const from = image ? at + 1 : at
  const end =
    wikiLink(pass, from, image) ?? (image ? undefined : (note(pass, at) ?? definition(pass, at)))
  if (end !== undefined) return end
  put(pass, at, from + 1)
  pass.brackets.push({ at: pass.length, from: from + 1, image })
  return from + 1
}

const WIKI_LINK = /\[\[([^[\]\n|]{1,300})(?:\|([^[\]\n]{0,300}))?\]\](?!\()/y
/** Lists of numbers and of strings, and conditions of a shell, are in two brackets too. */
const LETTER_OR_DAY = /^(?!["'\s-])(?=.*\p{L}|\d{4}-\d\d)/u

/** `[[page]]` shows the page's name, `[[page|text]]` the text; `![[page]]` stands for what is in another file. */
function wikiLink(pass: Pass, at: number, image: boolean): number | undefined {
  if (pass.written[at + 1] !== OPEN) return undefined
  WIKI_LINK.lastIndex = at
  const [all = '', target = '', label = ''] = WIKI_LINK.exec(pass.source) ?? []
  if (!LETTER_OR_DAY.test(target)) return undefined
  if (image) return at + all.length
  const start = pass.length
  putLiteral(pass, label || target.replace(/^#+/, '').replace('#', ' > '))
  pass.linked.fill(1, start, pass.length)
  return at + all.length
}

const NOTE = /\[(\^[^\]\s]{1,60})\](:?[ \t]*)/y

/** The mark of a note is not seen in the text; under the text the note is, without its mark. */
function note(pass: Pass, at: number): number | undefined {
  if (pass.page.definitions.size === 0 || pass.written[at + 1] !== CARET) return undefined
  NOTE.lastIndex = at
  const [all = '', name = '', rest = ''] = NOTE.exec(pass.source) ?? []
  if (!pass.page.definitions.has(definitionName(name))) return undefined
  const isDefinition = rest.startsWith(':') && firstOfLine(pass) === at
  return at + all.length - (isDefinition ? 0 : rest.length)
}

/** A line that only says where a link leads. */
function definition(pass: Pass, at: number): number | undefined {
  if (pass.page.definitions.size === 0 || firstOfLine(pass) !== at) return undefined
  const newline = pass.source.indexOf('\n', at)
  const end = newline < 0 ? pass.source.length : newline
  return definedName(pass.source.slice(at, end)) === undefined ? undefined : end
}

/** Handles `]`, which may end the link or picture that the nearest open bracket began. */
export function closeBracket(pass: Pass, at: number): number {
  const bracket = pass.brackets.pop()
  if (bracket === undefined || pass.length - bracket.at > MAXIMUM_LINK_TEXT)
    return put(pass, at, at + 1)
  const end = destinationEnd(pass.source, pass.written, at + 1)
  if (end >= 0) return finishLink(pass, bracket, end)
  const reference = referenceEnd(pass, bracket, at)
  return reference === undefined ? put(pass, at, at + 1) : finishLink(pass, bracket, reference)
}

function finishLink(pass: Pass, bracket: Bracket, end: number): number {
  if (bracket.image) takeBack(pass, bracket.at - 2)
  else {
    pass.dropped[bracket.at - 1] = 1
    pass.linked.fill(1, bracket.at, pass.length)
    // No link holds another, so each unit is marked at most once.
    if (pass.brackets.length > 0) pass.brackets = pass.brackets.filter((open) => open.image)
  }
  return end
}

const REFERENCE = /\[([^\]\n]{0,300})\]/y

/** Returns where `[text][name]`, `[text][]` or `[text]` ends if its name is defined; undefined if it is none of them. */
function referenceEnd({ source, page }: Pass, bracket: Bracket, at: number): number | undefined {
  if (page.definitions.size === 0) return undefined
  REFERENCE.lastIndex = at + 1
  const found = REFERENCE.exec(source)
  const text = source.slice(bracket.from, Math.min(at, bracket.from + MAXIMUM_NAME))
  if (!page.definitions.has(definitionName(found?.[1] || text))) return undefined
  return found === null ? at + 1 : REFERENCE.lastIndex
}

const MAXIMUM_NAME = 300

const OPEN = 0x5b
const CARET = 0x5e
