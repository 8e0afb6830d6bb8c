/** Makes text from articles, file names and arguments safe to print on a terminal. */

import { CONTROLS, replaceControls } from '../../text/control-characters.ts'

/** Terminals also obey the marks of direction, which a page needs for right-to-left text. */
const controls = new RegExp(String.raw`[${CONTROLS}\u061c\u200e\u200f]`, 'g')

/** Returns one line, exactly as long as `text`, so that the marks of a snippet keep their places. */
export function neutralize(text: string): string {
  return replaceControls(text, controls)
}

/** Neutralizes several lines, whose line breaks stay. */
export function neutralizeLines(text: string): string {
  return text
    .split(/\r\n|\n|\r/)
    .map(neutralize)
    .join('\n')
}

/** Writes `value` as JSON on one line. Characters that JSON allows but a terminal obeys become `\uXXXX`. */
export function escapeJson(value: unknown): string {
  return JSON.stringify(value).replace(controls, escapeUnit)
}

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
}
