/**
 * Labels: an author, a tag or another field of an article as a term, so that articles are found and counted by them. A term is
 * the kind, the text as texts are compared, and the text as written, NUL between them.
 */

/** `meta.NAME` is a field of that name. */
export type LabelKind = 'author' | 'tag' | `meta.${string}`

export interface Label {
  /** The text as texts are compared. */
  readonly compared: string
  readonly written: string
}

const BETWEEN = '\0'

export function labelTerm(kind: LabelKind, { compared, written }: Label): string {
  return [kind, compared, written].map((part) => part.replaceAll(BETWEEN, ' ')).join(BETWEEN)
}

/** Returns the prefix that all labels of a kind share. */
export function labelsStart(kind: LabelKind): string {
  return kind + BETWEEN
}

/** Undefined: the term is no label of this kind. */
export function labelOf(term: string, kind: LabelKind): Label | undefined {
  const start = labelsStart(kind)
  if (!term.startsWith(start)) return undefined
  const [compared = '', written = ''] = term.slice(start.length).split(BETWEEN)
  return { compared, written }
}

/** @param name as names are compared: normalised */
export function metaKind(name: string): LabelKind {
  return `meta.${name}`
}
