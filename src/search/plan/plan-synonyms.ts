/** Widens what is asked for to what the owner of the index says is the same: see synonyms.ts. */

import type { QueryNode } from '../../query/query.ts'
import { normalizeText } from '../../text/normalize/normalize.ts'
import { isHanText } from '../../text/normalize/wide.ts'
import type { Synonyms } from '../../text/synonyms.ts'
import { queryPieces } from '../../text/terms/tokenize.ts'
import type { IndexView } from '../lists/index-view.ts'
import {
  dropArticles,
  mergeLists,
  type PostingList,
  readWordLists,
} from '../lists/posting-lists.ts'
import { createScoredTerm } from '../lists/scored-term.ts'
import { findCharacters } from '../literal/literal.ts'
import { findQuoted } from '../literal/quoted.ts'
import type { Notice } from './plan.ts'
import { keepInTitle, type TermRequest } from './plan-term.ts'
import { findHolders, listRequiredTerms } from './plan-terms.ts'
import { joinPlanned, orOf, type Planned, planned } from './planned.ts'

/** Share of the weight of the typed word for what means the same: the typed one comes first where both are alike. */
const SYNONYM_SHARE = 0.8

/**
 * Adds the articles that hold a synonym and not the text.
 * @param text normalised
 * @param asTyped the plan for the text itself
 */
export async function planSynonyms(
  view: IndexView,
  text: string,
  asTyped: Planned,
  asked: TermRequest,
): Promise<Planned> {
  const known = asked.wanted ? view.synonyms.othersOf(text) : []
  const others = known.slice(0, asked.mostSynonyms)
  if (others.length === 0) return asTyped
  const limited = { ...asked, mostRead: Math.floor(asked.mostRead / (1 + others.length)) }
  const found = await Promise.all(others.map((other) => readOther(view, other, limited)))
  const lists = view.segments.map((_, number) => {
    const all = mergeLists(found.flatMap((perSegment) => perSegment[number] ?? []))
    return dropArticles(all, findHolders(asTyped.plan, number))
  })
  if (lists.every(({ articles }) => articles.length === 0)) return asTyped
  const term = createScoredTerm(view, others.join('/'), lists)
  const typedWeight = listRequiredTerms(asTyped.plan).reduce((sum, { weight }) => sum + weight, 0)
  const weight = Math.min(term.weight, typedWeight) * SYNONYM_SHARE
  const needles = others.map((other) => ({ text: other, weight, wholeWord: isTerm(other) }))
  const message = `"${text}" has synonyms in this index; also looked for: ${others.join(', ')}`
  const notices: Notice[] = [{ kind: 'widened', message, text: asked.typed, words: others }]
  if (others.length < known.length) notices.push(noticeOfLimit(text, others, known, asked))
  const asMeant = planned({ kind: 'term', term: { ...term, weight } }, { needles, notices })
  return joinPlanned([asTyped, asMeant], orOf)
}

function noticeOfLimit(
  text: string,
  { length }: readonly string[],
  known: readonly string[],
  { typed }: TermRequest,
): Notice {
  const message = `"${text}" has ${known.length} synonyms; the first ${length} are looked for`
  return { kind: 'limited', message, text: typed }
}

/**
 * Counts the words from a place on that together have synonyms, as `i pod` has; 1: none, or this one by itself.
 * @param nodes what stands side by side
 */
export function countSynonymNodes(
  { othersOf, mostParts }: Synonyms,
  nodes: readonly QueryNode[],
  at: number,
): number {
  for (let count = Math.min(mostParts, nodes.length - at); count > 1; count--) {
    const text = joinedText(nodes.slice(at, at + count))
    if (text !== undefined && othersOf(text).length > 0) return count
  }
  return 1
}

/** Joins words of one field with blanks, normalised; undefined: something else is among them. */
export function joinedText(nodes: readonly QueryNode[]): string | undefined {
  const [first] = nodes
  const texts = nodes.flatMap((node) =>
    node.kind === 'word' && first?.kind === 'word' && node.field === first.field ? node.text : [],
  )
  return texts.length === nodes.length ? normalizeText(texts.join(' ')) : undefined
}

/** Finds a name as a word, and anything else as it stands; Han by its characters alone. */
async function readOther(
  view: IndexView,
  other: string,
  asked: TermRequest,
): Promise<readonly PostingList[]> {
  const { titleOnly } = asked
  if (isTerm(other)) {
    const lists = await readWordLists(view, other)
    return titleOnly ? lists.map(keepInTitle) : lists
  }
  if (!isHanText(other)) return (await findQuoted(view, other, asked)).lists
  return Promise.all(view.segments.map((segment) => findCharacters(segment, other, { titleOnly })))
}

/** Says whether a text is one term of the index as it stands. */
function isTerm(text: string): boolean {
  const [piece] = queryPieces(text)
  return piece?.kind === 'term' && piece.text === text
}
