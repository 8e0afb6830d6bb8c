/**
 * The data that the reader of the corpus makes of a file. The steps that make it are in the files beside this one.
 * All texts are well-formed UTF-16 strings; all dates are `YYYY-MM-DD` or '' where the file names none.
 */

/** The kinds of blocks in an article's text; the reader's eye sees the difference, so the stored article keeps it. */
export type BlockKind = 'heading' | 'paragraph' | 'list' | 'quote' | 'code' | 'table'

/** One block of text as a reader sees it: no markup, no link targets. Lines inside a block are joined by '\n'. */
export interface Block {
  readonly kind: BlockKind
  readonly text: string
}

/** The outcomes of fetching a page. Everything but `article` is found by title and source only. */
export type Status = 'article' | 'empty' | 'blocked' | 'script-only' | 'removed' | 'login' | 'error'

export const STATUSES: readonly Status[] = [
  'article',
  'empty',
  'blocked',
  'script-only',
  'removed',
  'login',
  'error',
]

/** A file of the corpus, decoded and parted into front matter and Markdown; nothing is judged yet. */
export interface Page {
  /** Path below the corpus folder, with '/' between the parts. */
  readonly path: string
  /** The front matter's title, or the first heading, or the file name without its ending. */
  readonly title: string
  readonly url: string
  readonly source: string
  /** Front matter `date`, else `fetchDate`'s day, else the day in the path (`YYYY/MM/DD`), else ''. */
  readonly date: string
  /** Front matter `fetch_date` as written (`2025-10-02T12:03:13.017231`), else ''. */
  readonly fetchDate: string
  readonly authors: readonly string[]
  /** Its tags, categories and keywords. */
  readonly tags: readonly string[]
  /** Every other field of the front matter that is one text, under its name as written. */
  readonly meta: Readonly<Record<string, string>>
  /** Everything under the front matter, repaired. */
  readonly markdown: string
  /** WHATWG name of the encoding the bytes were read in: 'utf-8', 'gb18030', 'shift_jis' and others; of a UTF-8 head over another body, the body's. */
  readonly encoding: string
  /** The encoding that lines of the Markdown had been misread in and were turned back from, as `Repaired` names it, else ''. */
  readonly repaired: string
  /** The lines of the Markdown that were turned back, with a blank line between two. */
  readonly repairedLines: string
  /** Lines of the navigation that a saved page marks as such; they are no part of the Markdown. */
  readonly navigation: readonly string[]
}

/** Why a line of a page is no part of its article. */
export type RemovalReason =
  /** It comes back on the site's pages. */
  | 'repeated'
  /** It stands before the title or the byline that the article begins with, or is one of them. */
  | 'before'
  /** It stands under the article: more articles, comments. */
  | 'after'
  /** A link of a menu or a table of contents, a sign between such links, or a word on rights and makers. */
  | 'menu'
  /** The page holds no article, and this is what it says instead. */
  | 'failed'

/** A line that is not searched, kept apart so that nothing is lost. */
export interface RemovedLine {
  readonly reason: RemovalReason
  readonly text: string
  /** The number of the article's blocks before it, one that it stood in the middle of included. */
  readonly blocksBefore: number
}

/** A page without its furniture: what gets searched, stored and shown. */
export interface Article extends Omit<Page, 'markdown' | 'repairedLines' | 'navigation'> {
  readonly status: Status
  /** The fetcher cut the page at its limit, and in the article's text. */
  readonly truncated: boolean
  /** The article's blocks in order; empty unless `status` is 'article'. */
  readonly blocks: readonly Block[]
  /** The rest of the page's lines, in order. */
  readonly removed: readonly RemovedLine[]
}

/** One fetch of an article. */
export interface Version {
  /** The path of its file, as `Page.path`. */
  readonly path: string
  readonly title: string
  readonly fetchDate: string
  /** 'unread': a newer version holds the article, so nobody looked. */
  readonly status: Status | 'unread'
}
