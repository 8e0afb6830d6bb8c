/** How much of a query is looked up in the dearer ways; the rest is searched as plain words. Pure. */

import type { Condition, QueryNode } from '../../query/query.ts'
import { isTextNode, type TextNode } from '../../query/text-nodes.ts'
import { normalizeText } from '../../text/normalize/normalize.ts'
import { queryPieces } from '../../text/terms/tokenize.ts'
import { isInsideWord } from '../literal/candidates.ts'
import type { Notice } from './plan.ts'

/** One query expands at most so many beginnings; the others are searched as plain words. */
export const MOST_EXPANSIONS = 4
/**
 * A query may have this many single characters that are looked for in any word, which reads thousands of pairs for each;
 * further ones are found only where they are words of their own.
 */
const MOST_SINGLES = 8

/** So many texts of one query are looked for in addresses, each of which takes a walk through all of them. */
const MOST_ADDRESSES = 4
/** So many texts of one query are looked for in the lines that were taken off. */
const MOST_IN_PAGES = 4

/** So many terms of articles are read for all quoted texts of a query together: see costOfReading. */
const MOST_TERMS_READ = 400_000

/** So many quoted texts of a query are looked for to the letter. */
const MOST_QUOTED = 12
/** So many of them may be a single word or a piece of one, which takes a look at every word of the index. */
const MOST_INSIDE_WORDS = 4
/** So many of these may be a single letter: hundreds of thousands of words hold it. */
const MOST_LETTERS = 1
/** So many texts of a query are looked for in titles as characters, too. */
const MOST_IN_TITLES = 2

/** A text of the query is widened to at most so many synonyms. */
const MOST_SYNONYMS = 16
/** A long query has more texts that may have synonyms: its length in UTF-16 units times their number is at most this. */
const MOST_SYNONYM_UNITS = 512

/** A shorter word of Latin letters may be a name. */
const ENGLISH = /[a-z]{4}/i

export interface PlanLimits {
  /** The query has English words. */
  readonly isEnglish: boolean
  /** Each text of the query is widened to at most so many synonyms. */
  readonly mostSynonyms: number
  /** These quoted texts are searched as plain words. */
  readonly plain: ReadonlySet<TextNode>
  /** These words are not looked for as characters. */
  readonly notAsCharacters: ReadonlySet<TextNode>
  /** For each quoted text at most so many terms of articles are read. */
  readonly mostRead: number
  /** These parts of the query are left out. */
  readonly dropped: ReadonlySet<QueryNode>
  /** These texts are looked for in removed lines, too. */
  readonly inPages: ReadonlySet<TextNode>
  readonly notices: readonly Notice[]
  /** These beginnings are expanded. */
  readonly expanded: ReadonlySet<QueryNode>
  /** These single characters are looked for as words only. */
  readonly onlyAsWords: ReadonlySet<string>
}

export function limitPlan(root: QueryNode): PlanLimits {
  const texts = listTexts(root)
  const beginnings = texts.filter(({ kind, text }) => kind === 'prefix' && needsExpansion(text))
  const addresses = listConditions(root).filter((one) => one.kind === 'url')
  const [, dropped] = firstDistinct(addresses, MOST_ADDRESSES)
  const paged = texts.filter(({ field }) => field === 'page')
  const [inPages, onlyInArticles] = firstDistinct(paged, MOST_IN_PAGES)
  const plain = listPlain(texts)
  const quoted = new Set(
    texts.flatMap((one) => (isQuoted(one) && !plain.includes(one) ? one.text : [])),
  )
  const titled = texts.filter((one) => one.field === 'title' && one.kind !== 'phrase')
  const [, notAsCharacters] = firstDistinct(titled, MOST_IN_TITLES)
  return {
    plain: new Set(plain),
    notAsCharacters: new Set(notAsCharacters),
    isEnglish: texts.some(({ kind, text }) => kind === 'word' && ENGLISH.test(text)),
    mostSynonyms: countSynonyms(texts),
    mostRead: Math.floor(MOST_TERMS_READ / Math.max(1, quoted.size)),
    expanded: new Set(beginnings.slice(0, MOST_EXPANSIONS)),
    onlyAsWords: new Set([...new Set(texts.flatMap(listSingles))].slice(MOST_SINGLES)),
    dropped: new Set(dropped),
    inPages: new Set(inPages),
    notices: [
      ...noticeOf(
        dropped,
        `only ${MOST_ADDRESSES} addresses are looked for; this and what follows are left out`,
      ),
      ...noticeOf(
        plain,
        'too many texts are quoted; this and others alike are searched as plain words',
      ),
      ...noticeOf(
        notAsCharacters,
        `only ${MOST_IN_TITLES} texts are looked for inside the words of titles; this and what follows as words alone`,
      ),
      ...noticeOf(
        onlyInArticles,
        `only ${MOST_IN_PAGES} texts are looked for in whole pages; this and what follows in articles alone`,
      ),
    ],
  }
}

function isQuoted({ kind }: TextNode): boolean {
  return kind === 'phrase'
}

/** Lists the quoted texts that are too many, or too many of a dear kind. */
function listPlain(texts: readonly TextNode[]): readonly TextNode[] {
  const quoted = texts.filter(isQuoted)
  const inside = quoted.filter(
    (one) => one.field !== 'title' && isInsideWord(normalizeText(one.text).trim()),
  )
  const letters = inside.filter(({ text }) => normalizeText(text).trim().length === 1)
  const [, tooMany] = firstDistinct(quoted, MOST_QUOTED)
  const [, tooManyInside] = firstDistinct(inside, MOST_INSIDE_WORDS)
  const [, tooManyLetters] = firstDistinct(letters, MOST_LETTERS)
  return [...tooManyLetters, ...tooManyInside, ...tooMany]
}

/** Parts the nodes that ask for one of the first `most` texts from the others. */
function firstDistinct<Node extends { readonly kind: string; readonly text: string }>(
  nodes: readonly Node[],
  most: number,
): readonly [readonly Node[], readonly Node[]] {
  const keyOf = ({ kind, text }: Node) => `${kind} ${normalizeText(text)}`
  const first = new Set([...new Set(nodes.map(keyOf))].slice(0, most))
  return [
    nodes.filter((node) => first.has(keyOf(node))),
    nodes.filter((node) => !first.has(keyOf(node))),
  ]
}

function noticeOf(
  [first]: readonly { readonly text: string }[],
  message: string,
): readonly Notice[] {
  return first === undefined ? [] : [{ kind: 'limited', message, text: first.text }]
}

/** Lists the conditions of a query, also those that are excluded. */
export function listConditions(node: QueryNode): readonly Condition[] {
  if (isTextNode(node)) return []
  if (node.kind === 'not') return listConditions(node.child)
  return node.kind === 'and' || node.kind === 'or' ? node.children.flatMap(listConditions) : [node]
}

function countSynonyms(texts: readonly TextNode[]): number {
  const units = texts.reduce((sum, { text }) => sum + text.length, 1)
  return Math.max(1, Math.min(MOST_SYNONYMS, Math.floor(MOST_SYNONYM_UNITS / units)))
}

/** Tells whether the words that begin with a text have to be looked up: Han and kana are found inside longer words anyway. */
export function needsExpansion(text: string): boolean {
  return queryPieces(normalizeText(text)).at(-1)?.kind === 'term'
}

/** Lists the words and phrases of a query, also those that are excluded. */
export function listTexts(node: QueryNode): readonly TextNode[] {
  if (isTextNode(node)) return [node]
  if (node.kind === 'not') return listTexts(node.child)
  return node.kind === 'and' || node.kind === 'or' ? node.children.flatMap(listTexts) : []
}

function listSingles({ kind, text }: TextNode): readonly string[] {
  if (kind === 'phrase') return []
  return queryPieces(normalizeText(text))
    .filter((piece) => piece.kind === 'han' && piece.text.length === 1)
    .map((piece) => piece.text)
}
