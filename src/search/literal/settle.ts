/** Says of a text what the index alone can tell: which articles hold it, and which have to be read to be sure. */

import { elementAt } from '../../element-at.ts'
import { type ArticleSet, intersect, NO_ARTICLES, subtract, unite } from '../lists/article-sets.ts'
import type { SegmentView } from '../lists/index-view.ts'
import {
  EMPTY_LIST,
  keepArticles,
  mergeLists,
  onceInTitle,
  type PostingList,
  readWordList,
  withFrequencyOne,
} from '../lists/posting-lists.ts'
import { articlesContaining, findCandidates } from './candidates.ts'
import { mayBeMade } from './made-terms.ts'
import { findTitles } from './titles.ts'

export interface Settled {
  /** These hold the text. */
  readonly sure: PostingList
  /** These may hold it. */
  readonly open: ArticleSet
}

/** A text as it is looked for. */
export interface QuotedKey {
  /** Normalised, without blanks at its ends. */
  readonly text: string
  /** Look in titles alone. */
  readonly titleOnly: boolean
}

/** Settles each text as far as the index can. All are looked up at a time, so that walks through a dictionary are shared. */
export async function settleByIndex(
  segment: SegmentView,
  texts: readonly QuotedKey[],
): Promise<readonly Settled[]> {
  const titles = texts.flatMap(({ text, titleOnly }) => (titleOnly ? text : []))
  const inTitles = findTitles(segment, titles)
  return Promise.all(
    texts.map(async ({ text, titleOnly }) => {
      if (!titleOnly) return settleAnywhere(segment, text)
      const { certain, open } = elementAt(await inTitles, titles.indexOf(text))
      return { sure: onceInTitle(certain), open }
    }),
  )
}

async function settleAnywhere(segment: SegmentView, text: string): Promise<Settled> {
  const { articles, certain } = await findCandidates(segment, text)
  if (articles.length === 0) return { sure: EMPTY_LIST, open: articles }
  const words = await readWordList(segment, text)
  const asWord = keepArticles(words, mayBeMade(text) ? certain : articles)
  const doubtful = subtract(subtract(articles, certain), asWord.articles)
  const inNames = await findInNames(segment, text, doubtful)
  const others = unite(subtract(certain, asWord.articles), inNames)
  return {
    sure: mergeLists([asWord, withFrequencyOne(others)]),
    open: subtract(doubtful, inNames),
  }
}

/** Names that no indexer makes of another text. They lie whole in a term, and longer ones with them: cve-2024 in cve-2024-3094. */
const NAME = /^(?=[^a-z]*[a-z])[a-z0-9]{1,16}(?:[-_][a-z0-9]{1,16})+$/
const NAME_UNITS = 32
/** So many articles are read in the time of a walk through the dictionary. */
const FEW = 128

/** Finds those of the articles that hold the name inside a longer one. */
async function findInNames(
  segment: SegmentView,
  text: string,
  articles: ArticleSet,
): Promise<ArticleSet> {
  if (articles.length <= FEW || text.length > NAME_UNITS || !NAME.test(text)) return NO_ARTICLES
  return intersect(articles, await articlesContaining(segment, text))
}
