/** Reads a value of the front matter as one line, without the quotes that only a writer of YAML would set. */

/** @param value as written, its lines joined by '\n' */
export function plainValue(value: string): string {
  if (value === '') return ''
  const written = value.replace(/\uFEFF/g, '').replace(/^[>|][+-]?[ \t]*\n/, '')
  return oneLine(unquoted(written.trim())).toWellFormed()
}

function oneLine(text: string): string {
  return MORE_THAN_SPACES.test(text) ? text.replace(/\s+/g, ' ').trim() : text.trim()
}

const MORE_THAN_SPACES = /[^\S ]| {2}/

const SINGLE_QUOTED = /^'(?:[^']|'')*'$/
/** Only escapes that YAML knows: "C:\dir" is a title. */
const DOUBLE_QUOTED =
  /^"(?:[^"\\]|\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|[0abtnvfreN_LP "/\\\n]))*"$/

function unquoted(value: string): string {
  if (value.length < 2) return value
  if (SINGLE_QUOTED.test(value)) return value.slice(1, -1).replaceAll("''", "'")
  return DOUBLE_QUOTED.test(value) ? unescaped(value.slice(1, -1)) : value
}

const ESCAPE = /\\(?:x(.{2})|u(.{4})|U(.{8})|\n[ \t]*|(.))/g

function unescaped(text: string): string {
  return text.replace(ESCAPE, (_, two?: string, four?: string, eight?: string, one?: string) => {
    const digits = two ?? four ?? eight
    if (digits !== undefined) return character(Number.parseInt(digits, 16))
    if (one === undefined) return ''
    // The others stand for blanks and control characters; none of these belongs in a title.
    return /["/\\]/.test(one) ? one : ' '
  })
}

/** Also half a surrogate pair: the other half is the next escape. */
function character(codePoint: number): string {
  return codePoint > 0x10ffff ? '\uFFFD' : String.fromCodePoint(codePoint)
}
