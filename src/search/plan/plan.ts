/** A prepared query: every word is cut into terms, every term has its postings in each segment. prepare.ts makes it. */

import type { Condition, QueryWarning } from '../../query/query.ts'
import type { ArticleSet } from '../lists/article-sets.ts'
import type { ScoredTerm } from '../lists/scored-term.ts'
import type { SegmentSets } from '../lists/segment-sets.ts'
import type { Needle } from '../literal/marks.ts'
import type { SettledTexts } from '../literal/quoted.ts'

export type Plan =
  | { readonly kind: 'and'; readonly children: readonly Plan[] }
  | { readonly kind: 'or'; readonly children: readonly Plan[] }
  | { readonly kind: 'not'; readonly child: Plan }
  /** A particle or a question word: it adds to the score, but beside other words no article has to have it. */
  | { readonly kind: 'optional'; readonly child: Plan }
  | TermPlan
  | FilterPlan

/** Says what was limited or widened. `text` is a part of the query as it was typed. */
export interface Notice extends Omit<QueryWarning, 'position'> {
  readonly text: string
}

export interface TermPlan {
  readonly kind: 'term'
  readonly term: ScoredTerm
}

/** A condition adds nothing to the score. */
export interface FilterPlan {
  readonly kind: 'filter'
  /** One set for each segment. */
  readonly sets: readonly ArticleSet[]
}

/** A word of the query, or what stands for it: its other forms, or the run that it is part of as characters. */
export interface PlanUnit {
  /** The word, normalised. */
  readonly text: string
  readonly plan: Plan
}

/** A unit with where it comes from: a part of the query as it was typed. */
export interface TypedUnit extends PlanUnit {
  readonly typed: string
}

/** What was read for all parts of a query together. */
export interface Readings {
  /** The articles that meet each condition. */
  readonly conditions: ReadonlyMap<Condition, SegmentSets>
  /** What the index tells of the quoted texts. */
  readonly settled: SettledTexts
}

export interface Prepared {
  readonly readings: Readings
  /** All that an article has to meet, the filters included. */
  readonly plan: Plan & { readonly kind: 'and' }
  /** The conditions that stand beside the query. */
  readonly filters: readonly FilterPlan[]
  /** What no article may lack: all but the words that stand side by side. */
  readonly fixed: readonly Plan[]
  /** Those words, which some articles may lack. */
  readonly units: readonly TypedUnit[]
  /** The texts to mark in titles and bodies. */
  readonly needles: readonly Needle[]
  /** The words that the query asks for anywhere in an article, each once. */
  readonly words: readonly Needle[]
  /** Words inside those words: they add to the score, and match nothing. */
  readonly parts: readonly ScoredTerm[]
  /** Articles that hold the words side by side if they hold all of them, one set for each segment; undefined: the index cannot tell. */
  readonly phraseArticles: readonly ArticleSet[] | undefined
  readonly notices: readonly Notice[]
}
