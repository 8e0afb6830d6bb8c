/**
 * A query as a tree. The parser makes it, `print` writes it back, search evaluates it. Texts are as typed:
 * folding of case, width and script happens where the words are looked up.
 */

import type { Status } from '../corpus/article.ts'
import type { Language } from '../text/language.ts'

/**
 * The field that a word or phrase has to stand in; where it is absent, title or body will do. `page` adds the lines that were taken
 * off the page as furniture.
 */
export type TextField = 'title' | 'page'

/** `is:` asks for the result of fetching the page, for pages that the fetcher cut, or for pages whose misread text was repaired. */
export type Trait = Status | 'truncated' | 'repaired'

export type QueryNode =
  | AllOf
  | { readonly kind: 'or'; readonly children: readonly QueryNode[] }
  | { readonly kind: 'not'; readonly child: QueryNode }
  | { readonly kind: 'word'; readonly text: string; readonly field?: TextField }
  | { readonly kind: 'phrase'; readonly text: string; readonly field?: TextField }
  /** Words that begin with the text. */
  | { readonly kind: 'prefix'; readonly text: string; readonly field?: TextField }
  | Condition

/**
 * What stands side by side: an article that lacks some of the words may still answer. With `strict` it may not: an explicit AND
 * joins the children, or `+` stands before a single one. A strict group never holds another group of `and`, and a group that is
 * not strict holds only strict ones.
 */
export interface AllOf {
  readonly kind: 'and'
  readonly strict?: true
  readonly children: readonly QueryNode[]
}

/** A condition that an article has to meet, beside the words in it. */
export type Condition =
  /** Articles whose address contains the text; with `ids`, which no query can say, the articles at this address, whatever else is in it. */
  | { readonly kind: 'url'; readonly text: string; readonly ids?: readonly string[] }
  /** Articles whose source contains the text; with `exact`, which no query can say, whose source is the text. */
  | { readonly kind: 'source'; readonly text: string; readonly exact?: boolean }
  /** Articles one of whose authors contains the text, or that have the tag or one below it (`sea` has `sea/north`). */
  | { readonly kind: 'author' | 'tag'; readonly text: string }
  /** Articles with a field of this name in their front matter that contains the text. */
  | { readonly kind: 'meta'; readonly name: string; readonly text: string }
  /** Articles of this host and of those below it: example.com includes www.example.com. */
  | { readonly kind: 'site'; readonly host: string }
  /** Articles dated, or fetched, from `from` to `to`, both days included, `YYYY-MM-DD`; '' leaves that end open. */
  | { readonly kind: 'date' | 'fetched'; readonly from: string; readonly to: string }
  | { readonly kind: 'is'; readonly trait: Trait }
  | { readonly kind: 'language'; readonly language: Language }

/**
 * The way in which part of a query was taken: `plain` as plain words though it looks like syntax, `dropped` not at all, `limited`
 * only in part, `widened` as more than was typed, `absent` as the words of an address that no article has, `unknown` as a word that no article has.
 */
export type WarningKind = 'plain' | 'dropped' | 'limited' | 'widened' | 'absent' | 'unknown'

/** Something in the query that was read otherwise than it may have been meant. */
export interface QueryWarning {
  readonly kind: WarningKind
  readonly message: string
  /** Offset in UTF-16 units of the query as typed. */
  readonly position: number
  /** The words that a widened part looks for as well, normalised. */
  readonly words?: readonly string[]
}

export interface Query {
  /** Never strict; it has no children where nothing was asked. */
  readonly root: AllOf
  readonly warnings: readonly QueryWarning[]
}
