/**
 * What was asked, as a tree. The parser makes it, `print` writes it back, search evaluates it. Texts are as typed:
 * folding of case, width and script happens where the words are looked up.
 */

/** Where a word or phrase has to stand; absent: title or body. */
export type TextField = 'title'

export type QueryNode =
  | { readonly kind: 'and'; readonly children: readonly QueryNode[] }
  | { readonly kind: 'or'; readonly children: readonly QueryNode[] }
  | { readonly kind: 'not'; readonly child: QueryNode }
  | { readonly kind: 'word'; readonly text: string; readonly field?: TextField }
  | { readonly kind: 'phrase'; readonly text: string; readonly field?: TextField }
  /** Articles whose source contains the text. */
  | { readonly kind: 'source'; readonly text: string }
  /** Articles dated from `from` to `to`, both days included, `YYYY-MM-DD`; '' leaves that end open. */
  | { readonly kind: 'date'; readonly from: string; readonly to: string }

/** Something in the query that was read otherwise than it may have been meant. */
export interface QueryWarning {
  readonly message: string
  /** Offset in UTF-16 units of the query as typed. */
  readonly position: number
}

export interface Query {
  /** Always an `and`; no children: nothing was asked. */
  readonly root: QueryNode & { readonly kind: 'and' }
  readonly warnings: readonly QueryWarning[]
}
