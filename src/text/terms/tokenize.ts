/**
 * Cuts texts into terms, articles and queries in the same way: words of the dictionary for Han, pairs for kana, runs and names
 * for everything else. Offsets are UTF-16 units.
 */

import { visitLooseParts, visitLooseTerms } from '../forms/loose-terms.ts'
import { normalize, originalRange } from '../normalize/normalize.ts'
import { isKatakana, isSharedKana } from '../normalize/wide.ts'
import { isJoined, visitChain, visitWhole } from './compounds.ts'
import { extendBySigns, type Run, standsAlone, type VisitSpan } from './latin-run.ts'
import { visitPieces } from './script-runs.ts'
import type { Segmenter } from './segmenter.ts'
import { type VisitTerm, visitCanonicalTerms } from './written-form-terms.ts'

export interface Token {
  readonly term: string
  /** The range of the original text. */
  readonly start: number
  readonly end: number
}

export interface QueryPiece {
  /** 'term' is a term of the index as it stands; Han is still to be cut by the index's vocabulary, kana, of one script, into pairs. */
  readonly kind: 'han' | 'kana' | 'term'
  readonly text: string
  /** The range of the normalised text. */
  readonly start: number
  readonly end: number
}

/** Returns the tokens of a text as typed, loose ones too, in order, the longer first: 全文检索, 全文, 检索. */
export function tokenize(text: string, segmenter: Segmenter): readonly Token[] {
  const normalized = normalize(text)
  const tokens: Token[] = []
  visitTerms(normalized.text, segmenter, (term, from, to) => {
    const [start, end] = originalRange(normalized, from, to)
    tokens.push({ term, start, end })
  })
  visitLooseTerms(normalized.text, (term, from, to) => {
    const [start, end] = originalRange(normalized, from, to)
    tokens.push({ term, start, end })
  })
  visitLooseParts(text, (term, start, end) => tokens.push({ term, start, end }))
  return tokens.sort((a, b) => a.start - b.start || b.end - a.end)
}

/**
 * Visits the terms of a normalised text with their ranges, then those of its canonical forms. The places of one term come in
 * order; different terms overlap.
 */
export function visitTerms(text: string, segmenter: Segmenter, visit: VisitTerm): void {
  visitSpans(text, segmenter, (start, end) => visit(text.slice(start, end), start, end), visit)
}

/** Does the same, but gives only the ranges of terms that stand in the text as they are, so that no strings are made of them. */
export function visitSpans(
  text: string,
  segmenter: Segmenter,
  visitSpan: VisitSpan,
  visitOther: VisitTerm,
): void {
  const visitWord: VisitSpan = (start, end) => {
    visitSpan(start, end)
    if (end - start > 2) segmenter.parts(text, start, end, visitSpan)
  }
  visitRuns(text, {
    plain: visitSpan,
    chain: (chain) => visitChain(text, chain, visitSpan),
    kana: (start, end) => visitPairs(start, end, visitSpan),
    han: (start, end) => segmenter.cut(text, start, end, visitWord),
  })
  visitCanonicalTerms(text, visitNames, visitOther)
}

function visitNames(text: string, visit: VisitSpan): void {
  visitRuns(text, {
    plain: visit,
    chain: (chain) => visitChain(text, chain, visit),
    kana: () => undefined,
    han: () => undefined,
  })
}

/**
 * Visits what a word of a query asks for: names as a whole, Han and kana as they stand. Hiragana and katakana are pieces apart:
 * データを asks for データ, whatever particle stands behind it.
 */
export function queryPieces(text: string): readonly QueryPiece[] {
  const pieces: QueryPiece[] = []
  const adder =
    (kind: QueryPiece['kind']): VisitSpan =>
    (start, end) =>
      pieces.push({ kind, text: text.slice(start, end), start, end })
  const addTerm = adder('term')
  visitRuns(text, {
    plain: addTerm,
    chain: (chain) => visitWhole(text, chain, addTerm),
    kana: (start, end) => visitScripts(text, start, end, adder('kana')),
    han: adder('han'),
  })
  return pieces
}

/** Visits the longest ranges of either kana. */
function visitScripts(text: string, start: number, end: number, visit: VisitSpan): void {
  let from = start
  for (let at = start + 1; at < end; at++) {
    const unit = text.charCodeAt(at)
    if (isSharedKana(unit) || isKatakana(unit) === isKatakana(text.charCodeAt(from))) continue
    visit(from, at)
    from = at
  }
  visit(from, end)
}

interface RunVisitor {
  /** A run of letters and digits by itself. */
  readonly plain: VisitSpan
  /** Runs that may make a name. */
  readonly chain: (chain: readonly Run[]) => void
  readonly kana: VisitSpan
  readonly han: VisitSpan
}

function visitRuns(text: string, visitor: RunVisitor): void {
  let chain: Run[] = []
  const closeChain = (): void => {
    if (chain.length > 0) visitor.chain(chain)
    chain = []
  }
  visitPieces(text, (kind, start, end) => {
    if (kind !== 'word') {
      closeChain()
      visitor[kind](start, end)
      return
    }
    if (chain.length === 0 && standsAlone(text, start, end)) {
      visitor.plain(start, end)
      return
    }
    const run = extendBySigns(text, start, end)
    if (!isJoined(text, chain, run)) closeChain()
    chain.push(run)
  })
  closeChain()
}

/** Visits overlapping pairs of kana, which has no dictionary here, or a character that stands alone. */
function visitPairs(start: number, end: number, visit: VisitSpan): void {
  if (end - start === 1) visit(start, end)
  for (let at = start; at + 1 < end; at++) visit(at, at + 2)
}
