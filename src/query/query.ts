/**
 * What was asked, as a tree. The parser makes it, `print` writes it back, search evaluates it. Texts are as typed:
 * folding of case, width and script happens where the words are looked up.
 */

import type { Status } from '../corpus/article.ts'
import type { Language } from '../text/language.ts'

/** Where a word or phrase has to stand; absent: title or body. */
export type TextField = 'title'

/** What `is:` asks for: what came of fetching the page, or that its fetcher cut it, or that its text was misread and turned back. */
export type Trait = Status | 'truncated' | 'repaired'

export type QueryNode =
  | { readonly kind: 'and'; readonly children: readonly QueryNode[] }
  | { readonly kind: 'or'; readonly children: readonly QueryNode[] }
  | { readonly kind: 'not'; readonly child: QueryNode }
  | { readonly kind: 'word'; readonly text: string; readonly field?: TextField }
  | { readonly kind: 'phrase'; readonly text: string; readonly field?: TextField }
  /** Words that begin with the text. */
  | { readonly kind: 'prefix'; readonly text: string; readonly field?: TextField }
  | Condition

/** What an article has to be, beside the words in it. */
export type Condition =
  /** Articles whose address contains the text. */
  | { readonly kind: 'url'; readonly text: string }
  /** The same of the source; `exact`, which no query can say: the source is the text. */
  | { readonly kind: 'source'; readonly text: string; readonly exact?: boolean }
  /** Articles of this host and of those below it: of example.com also those of www.example.com. */
  | { readonly kind: 'site'; readonly host: string }
  /** Articles dated, or fetched, from `from` to `to`, both days included, `YYYY-MM-DD`; '' leaves that end open. */
  | { readonly kind: 'date' | 'fetched'; readonly from: string; readonly to: string }
  | { readonly kind: 'is'; readonly trait: Trait }
  | { readonly kind: 'language'; readonly language: Language }

/**
 * How part of a query was taken: `plain`, as plain words where it looks like syntax; `dropped`, not at all; `limited`, only so far;
 * `widened`, as more than was typed.
 */
export type WarningKind = 'plain' | 'dropped' | 'limited' | 'widened'

/** Something in the query that was read otherwise than it may have been meant. */
export interface QueryWarning {
  readonly kind: WarningKind
  readonly message: string
  /** Offset in UTF-16 units of the query as typed. */
  readonly position: number
  /** Of what is widened: the words that are looked for as well, normalised. */
  readonly words?: readonly string[]
}

export interface Query {
  /** Always an `and`; no children: nothing was asked. */
  readonly root: QueryNode & { readonly kind: 'and' }
  readonly warnings: readonly QueryWarning[]
}
