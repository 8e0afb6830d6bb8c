/**
 * Makes text from articles, file names and arguments safe to print. An archive of security articles is full of escape
 * sequences that would recolour, retitle or rewrite the reader's terminal, and of characters that reverse what is read.
 */

/** Control characters (C0, DEL, C1), line and paragraph separators, marks that change the direction of text, annotations. */
const dangerous =
  /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufff9-\ufffb]/g

const space = /^[\t\n\v\f\r\u0085\u2028\u2029]$/

/** One line that is safe on a terminal and exactly as long as `text`, so that the marks of a snippet stay where they are. */
export function harmless(text: string): string {
  return text
    .toWellFormed()
    .replace(dangerous, (character) => (space.test(character) ? ' ' : '\ufffd'))
}

/** The same for text of several lines, whose line breaks stay. */
export function harmlessLines(text: string): string {
  return text
    .split(/\r\n|\n|\r/)
    .map(harmless)
    .join('\n')
}

/** JSON on one line whose value is exactly `value`: what JSON leaves as it is but a terminal obeys becomes `\uXXXX`. */
export function harmlessJson(value: unknown): string {
  return JSON.stringify(value).replace(dangerous, escapeUnit)
}

function escapeUnit(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}
