/**
 * Makes text from articles safe to show on a page. hono/jsx escapes what could become markup; this replaces characters that
 * reverse the text around them, and those that HTML does not allow.
 */

import { CONTROLS, replaceControls } from '../../src/text/control-characters.ts'

const controls = new RegExp(`[${CONTROLS}]`, 'g')

/** Returns one line, exactly as long as `text`: `neutralize('一\n二')` is `'一 二'`, an override becomes `'\ufffd'`. */
export function neutralize(text: string): string {
  return replaceControls(text, controls)
}

/** Neutralizes several lines, whose line breaks and tabs stay. A CR LF becomes one line break, so the result may be shorter. */
export function neutralizeLines(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .split(/([\n\t])/)
    .map((piece) => (piece === '\n' || piece === '\t' ? piece : neutralize(piece)))
    .join('')
}

/** Returns one line of at most `maxUnits` UTF-16 units, cut between characters. Titles can be megabytes long. */
export function shorten(text: string, maxUnits: number): string {
  if (text.length <= maxUnits) return neutralize(text)
  const cut = text.slice(0, maxUnits - 1)
  const whole = /[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut
  return `${neutralize(whole)}…`
}
