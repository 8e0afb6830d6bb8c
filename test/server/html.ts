/** Reads the pages' HTML strictly: every `<` must begin a tag that a template wrote, so escaped text cannot pass for one. */

/** What the tests ask for by name, besides whatever else a tag has. */
interface Attributes extends Readonly<Record<string, string>> {
  readonly href?: string
  readonly id?: string
  readonly class?: string
  readonly height?: string
  readonly points?: string
  readonly name?: string
  readonly value?: string
}

export interface Tag {
  readonly name: string
  readonly attributes: Attributes
}

const tagPattern = /<(\/?)([a-z][a-z0-9]*)((?: [a-zA-Z-]+(?:="[^"<>]*")?)*) ?\/?>/g

/** The opening tags in order. Throws where a `<` or `>` is left that belongs to no tag. */
export function tagsOf(html: string): readonly Tag[] {
  const rest = html.replace(/^<!doctype html>/, '').replace(tagPattern, '')
  const stray = /.{0,40}[<>].{0,40}/s.exec(rest)
  if (stray) throw new Error(`not from a template: ${stray[0]}`)
  return [...html.matchAll(tagPattern)]
    .filter(([, slash]) => slash === '')
    .map(([, , name = '', attributes = '']) => ({ name, attributes: attributesOf(attributes) }))
}

/** What a reader sees: no tags, no entities. */
export function textOf(html: string): string {
  return unescaped(html.replace(/<!doctype html>/, '').replace(tagPattern, ''))
}

/** Addresses of all links. */
export function linksOf(html: string): readonly string[] {
  return tagsOf(html).flatMap(({ name, attributes }) =>
    name === 'a' && attributes.href !== undefined ? [attributes.href] : [],
  )
}

function attributesOf(source: string): Readonly<Record<string, string>> {
  const pairs = source.matchAll(/ ([a-zA-Z-]+)(?:="([^"]*)")?/g)
  return Object.fromEntries([...pairs].map(([, name, value = '']) => [name, unescaped(value)]))
}

const characters: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
}

export function unescaped(text: string): string {
  return text.replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => characters[entity] ?? entity)
}
