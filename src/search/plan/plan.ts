/** A query made ready: every word cut into terms, every term with its postings in each segment. prepare.ts makes it. */

import type { QueryWarning } from '../../query/query.ts'
import type { ArticleSet } from '../lists/article-sets.ts'
import type { ScoredTerm } from '../lists/scored-term.ts'
import type { Needle } from '../literal/marks.ts'

export type Plan =
  | { readonly kind: 'and'; readonly children: readonly Plan[] }
  | { readonly kind: 'or'; readonly children: readonly Plan[] }
  | { readonly kind: 'not'; readonly child: Plan }
  | TermPlan
  /** A condition that adds nothing to the score; one set a segment. */
  | { readonly kind: 'filter'; readonly sets: readonly ArticleSet[] }

/** Something that was limited or widened; `text` stands so in the query. */
export interface Notice extends Omit<QueryWarning, 'position'> {
  readonly text: string
}

export interface TermPlan {
  readonly kind: 'term'
  readonly term: ScoredTerm
}

export interface Prepared {
  readonly plan: Plan & { readonly kind: 'and' }
  /** What to mark in titles and bodies. */
  readonly needles: readonly Needle[]
  /** The words asked for anywhere in an article, each once. */
  readonly words: readonly Needle[]
  /** Words inside those words: they add to the score, and match nothing. */
  readonly parts: readonly ScoredTerm[]
  /** Of articles with all the words those that hold them side by side, one set a segment; undefined: the index cannot tell. */
  readonly phraseArticles: readonly ArticleSet[] | undefined
  /** The most words in one that was typed as one: nobody asked for them one by one. 0 for keywords and for operators. */
  readonly wordsInLongestRun: number
  /** A sentence, most likely a question: several words and characters as one, and nothing in quotes. */
  readonly isSentence: boolean
  readonly notices: readonly Notice[]
}
