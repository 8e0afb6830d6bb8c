/**
 * Articles that share the rarest words of an article's title and beginning. Rare words say what it is about; words that one
 * article alone has, and words of half the archive, say nothing of others.
 */

import type { ArticleRecord } from '../index/article-record.ts'
import { bodyOf } from '../index/article-record.ts'
import type { IndexView } from './index-view.ts'
import { requiredTerms } from './match.ts'
import type { ScoredTerm } from './plan.ts'
import { prepare } from './prepare.ts'

/** What is looked at of the body: its beginning says what it is about. UTF-16 units. */
const LOOKED_AT = 400
const MOST_RUNS = 40
const LONGEST_RUN = 24
const RAREST = 12
/** One word in common is an accident. */
const SHARED_WORDS = 2
/** Words in more of the articles than this share are not rare. */
const RARE_SHARE = 0.05

const RUN = /[\p{L}\p{N}][\p{L}\p{N}.+#_-]*/gu

interface Place {
  readonly segment: number
  readonly article: number
}

/** The places of at most `count` articles, those that share most first. */
export async function relatedTo(
  view: IndexView,
  record: ArticleRecord,
  self: Place,
  count: number,
): Promise<readonly Place[]> {
  const terms = await rarestTerms(view, `${record.title} ${bodyOf(record).slice(0, LOOKED_AT)}`)
  const sharing = view.segments.flatMap((segment, number) =>
    sharersIn(terms, number, (article) => !segment.deleted.has(article)),
  )
  return sharing
    .filter(({ segment, article }) => segment !== self.segment || article !== self.article)
    .sort((a, b) => b.weight - a.weight || a.segment - b.segment || a.article - b.article)
    .slice(0, count)
}

async function rarestTerms(view: IndexView, text: string): Promise<readonly ScoredTerm[]> {
  const runs = [...text.matchAll(RUN)].map(([run]) => run.slice(0, LONGEST_RUN))
  const children = [...new Set(runs)]
    .slice(0, MOST_RUNS)
    .map((run) => ({ kind: 'word', text: run }) as const)
  const { plan } = await prepare(view, { kind: 'and', children })
  const byText = new Map(requiredTerms(plan).map((term) => [term.text, term]))
  const most = Math.max(SHARED_WORDS, view.articles * RARE_SHARE)
  return [...byText.values()]
    .filter((term) => term.documentFrequency > 1 && term.documentFrequency <= most)
    .sort((a, b) => a.documentFrequency - b.documentFrequency || (a.text < b.text ? -1 : 1))
    .slice(0, RAREST)
}

interface Sharer extends Place {
  readonly weight: number
}

function sharersIn(
  terms: readonly ScoredTerm[],
  segment: number,
  isLive: (article: number) => boolean,
): readonly Sharer[] {
  const found = new Map<number, { weight: number; words: number }>()
  for (const { lists, weight } of terms) {
    for (const article of lists[segment]?.articles ?? []) {
      const sum = found.get(article) ?? { weight: 0, words: 0 }
      sum.weight += weight
      sum.words++
      found.set(article, sum)
    }
  }
  return [...found]
    .filter(([article, { words }]) => words >= SHARED_WORDS && isLive(article))
    .map(([article, { weight }]) => ({ segment, article, weight }))
}
