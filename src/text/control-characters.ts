/**
 * Replaces characters that steer a terminal or a browser instead of being read. Articles, file names and arguments may hold
 * escape sequences that rewrite a terminal, and characters that reverse the text around them.
 */

/**
 * The control characters that no output may hold, as the inside of a character class: C0, DEL and C1, line and paragraph
 * separators, embeddings, overrides and isolates of direction, and annotations.
 */
export const CONTROLS = String.raw`\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u206f\ufff9-\ufffb`

const BREAK = /^[\t\n\v\f\r\u0085\u2028\u2029]$/

/**
 * Replaces breaks and tabs by a blank, other controls and half characters by U+FFFD. The result is as long as `text`, so that
 * ranges of it keep their places.
 * @param controls a global pattern that matches one UTF-16 unit at a time
 */
export function replaceControls(text: string, controls: RegExp): string {
  return text.toWellFormed().replace(controls, (control) => (BREAK.test(control) ? ' ' : '\ufffd'))
}
