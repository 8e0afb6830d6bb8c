/**
 * Makes characters from articles harmless on a page. Escaping keeps them from becoming markup (hono/jsx does it); this keeps
 * them from reversing what is read, and from being sent as characters that HTML does not allow.
 */

/** Control characters (C0, DEL, C1), separators, embeddings, overrides and isolates of direction, annotations. */
const dangerous = /[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u206f\ufff9-\ufffb]/g

const space = /^[\t\n\v\f\r\u0085\u2028\u2029]$/

/** One line, exactly as long as `text`: `harmless('一\n二')` is `'一 二'`, an override becomes `'\ufffd'`. */
export function harmless(text: string): string {
  return text
    .toWellFormed()
    .replace(dangerous, (character) => (space.test(character) ? ' ' : '\ufffd'))
}

/** The same for text of several lines; line breaks and tabs stay. */
export function harmlessLines(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(dangerous, (character) =>
      character === '\n' || character === '\t' ? character : harmless(character),
    )
}

/** One harmless line of at most `maxCharacters` UTF-16 units, never half a character: titles can be megabytes long. */
export function shorten(text: string, maxCharacters: number): string {
  if (text.length <= maxCharacters) return harmless(text)
  const cut = text.slice(0, maxCharacters - 1)
  const whole = /[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut
  return `${harmless(whole)}…`
}
