/**
 * The lines between two `---` at the start of a file. Read line by line and tolerantly: feed readers write titles unquoted,
 * so that a strict YAML parser refuses every eleventh file and reads some of the others wrong.
 */

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

const KEYS = ['title', 'url', 'source', 'date', 'fetch_date'] as const

/** A front matter that does not end within these is none. UTF-16 units. */
export const MAXIMUM_FRONT_MATTER = 16_384

const OPENING = /^\uFEFF?\s*---[ \t]*\n/
const CLOSING = /(?:^|\n)---[ \t]*(?:\n|$)/
const CLOSED = /(?:^|\n)---[ \t]*\n/

/** @param text with lines ended by '\n' */
export function readFrontMatter(text: string): FrontMatter {
  const opening = OPENING.exec(text.slice(0, 64))?.[0]
  if (opening === undefined) return { fields: fieldsOf(''), markdown: text }
  const rest = text.slice(opening.length, opening.length + MAXIMUM_FRONT_MATTER)
  const closing = CLOSING.exec(rest)
  if (closing === null) return { fields: fieldsOf(''), markdown: text }
  const end = opening.length + closing.index + closing[0].length
  return { fields: fieldsOf(rest.slice(0, closing.index)), markdown: text.slice(end) }
}

/** Does the beginning of a text hold a whole front matter, wherever the rest was cut off? */
export function holdsFrontMatter(text: string): boolean {
  const opening = OPENING.exec(text.slice(0, 64))?.[0]
  return opening !== undefined && CLOSED.test(text.slice(opening.length))
}

const FIELD = /^([A-Za-z][\w-]*)[ \t]*:(?:[ \t]+(.*))?$/
/** `url:https://…`, without the blank, for the fields that are known. */
const TIGHT_FIELD = /^(title|url|source|date|fetch_date):(.*)$/i

function fieldsOf(lines: string): Fields {
  const fields = { title: '', url: '', source: '', date: '', fetch_date: '' }
  let key: Key | undefined
  for (const line of lines.split('\n')) {
    const [, name, value] = FIELD.exec(line) ?? TIGHT_FIELD.exec(line) ?? []
    if (name === undefined || (keyOf(name) === undefined && /^[A-Z]/.test(name))) {
      // A value goes on; its second line may look like a field: "PS: …".
      if (key !== undefined) fields[key] += `\n${line}`
      continue
    }
    key = keyOf(name)
    if (key !== undefined) fields[key] = value ?? ''
  }
  return {
    title: plainValue(fields.title),
    url: plainValue(fields.url),
    source: plainValue(fields.source),
    date: plainValue(fields.date),
    fetch_date: plainValue(fields.fetch_date),
  }
}

function keyOf(name: string): Key | undefined {
  return KEYS.find((key) => key === name.toLowerCase())
}

/** One line; without the quotes of a value that YAML would read as quoted, or the sign of one written under its key. */
function plainValue(value: string): string {
  const line = value
    .replace(/^[>|][+-]?[ \t]*\n/, '')
    .replace(/\s+/g, ' ')
    .trim()
  if (/^'(?:[^']|'')*'$/.test(line) && line.length > 1)
    return line.slice(1, -1).replaceAll("''", "'")
  if (/^"(?:[^"\\]|\\.)*"$/.test(line)) return unescaped(line)
  return line
}

function unescaped(quoted: string): string {
  try {
    const value: unknown = JSON.parse(quoted)
    return typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : quoted
  } catch {
    return quoted.slice(1, -1)
  }
}
