/** The characters that HTML writes as `&amp;`, `&#8217;` or `&#x27;`. */

import { decodeHTMLStrict } from 'entities'

const ENTITY = /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});/y

/** The character that an entity at this place stands for, and where the entity ends; undefined: there is none. */
export function entityAt(text: string, at: number) {
  ENTITY.lastIndex = at
  if (!ENTITY.test(text)) return undefined
  const end = ENTITY.lastIndex
  const written = text.slice(at, end)
  const character = decodeHTMLStrict(written)
  return character === written ? undefined : { character: printable(character), end }
}

/** A text with its entities decoded, once each: `&amp;lt;` is `&lt;`. */
export function withoutEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&#?\w{1,32};/g, (entity) => entityAt(entity, 0)?.character ?? entity)
}

/** Controls are blanks, as what stands for a line's end is one. */
function printable(character: string): string {
  return /^[\p{Cc}\u2028\u2029]$/u.test(character) ? ' ' : character
}
