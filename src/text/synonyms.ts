/**
 * The owner's synonyms, in the format of Solr and Elasticsearch: `a, b, c` are one thing, so that each finds the others; with
 * `a, b => c` a and b find c, too, and c does not find them. `#` begins a comment, `\,` is a comma.
 */

import { SouwenError } from '../errors.ts'
import { normalizeText } from './normalize/normalize.ts'

const MOST_RULES = 10_000

/**
 * Reads a file of synonyms. Returns its rules, a line each, normalised, without comments and empty lines. Throws
 * SouwenError('bad-request') for a line that is none.
 * @param path for messages
 */
export function readSynonyms(content: string, path: string): readonly string[] {
  const rules: string[] = []
  for (const [index, line] of content
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .entries()) {
    const written = line.trim()
    if (written === '' || written.startsWith('#')) continue
    const rule = normalizeText(written)
    const problem = problemOf(parseRule(rule))
    if (problem !== undefined) throw malformed(`${path}:${index + 1}`, problem)
    rules.push(rule)
  }
  if (rules.length > MOST_RULES)
    throw malformed(path, `has ${rules.length} rules, and at most ${MOST_RULES} are looked at`)
  return rules
}

/** The sides of a rule; a line without an arrow has one. */
type Sides = readonly (readonly string[])[]

function parseRule(rule: string): Sides {
  return rule
    .split('=>')
    .map((side) =>
      side.split(/(?<!\\),/).map((word) => word.replaceAll('\\,', ',').replace(/\s+/g, ' ').trim()),
    )
}

function problemOf(sides: Sides): string | undefined {
  const [words = []] = sides
  if (sides.length > 2) return 'has more than one "=>"'
  if (sides.some((side) => side.some((word) => !/[\p{L}\p{N}]/u.test(word))))
    return 'has no word between two commas or beside the arrow'
  return sides.length === 1 && words.length < 2 ? 'has one word alone' : undefined
}

function malformed(place: string, problem: string): SouwenError {
  return new SouwenError(
    'bad-request',
    `synonyms ${place}: ${problem}; a line is "a, b, c" or "a, b => c"`,
  )
}

export interface Synonyms {
  /** Returns what is looked for beside a text, which is normalised. */
  readonly othersOf: (text: string) => readonly string[]
  /** The greatest number of parts that blanks part in what has others. */
  readonly mostParts: number
}

/** @param rules as `readSynonyms` returns them */
export function synonymsOf(rules: readonly string[]): Synonyms {
  const others = new Map<string, Set<string>>()
  for (const [words = [], meant = words] of rules.map(parseRule)) {
    for (const word of words) {
      const known = others.get(word) ?? new Set()
      for (const other of meant) if (other !== word) known.add(other)
      others.set(word, known)
    }
  }
  const parts = Array.from(others.keys(), (word) => word.split(' ').length)
  return {
    othersOf: (text) => [...(others.get(text) ?? [])],
    mostParts: parts.reduce((most, count) => Math.max(most, count), 0),
  }
}
