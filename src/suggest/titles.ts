/** Titles that begin as is typed, from the segments' own dictionaries of titles: nothing is loaded for them. */

import { integerAt } from '../element-at.ts'
import type { LiveSegment } from '../index/generation/snapshot.ts'
import { createPostings, decodePairPostings } from '../index/postings/postings.ts'
import type { TermDictionary, TermEntry } from '../index/terms/terms.ts'
import type { TitleCount } from './complete.ts'

/** Titles that are looked at for one beginning, in alphabetical order: of a longer one there are fewer. */
const MOST_TITLES = 2000

/** The articles of one title. */
interface Titled {
  readonly key: string
  articles: number
  /** The newest of them, by which the title is shown and ranked. */
  newest: Place
}

interface Place {
  readonly segment: LiveSegment
  readonly article: number
  readonly date: number
  readonly id: number
}

/** Those of most articles first, then the newest. `prefix` is normalised. */
export async function findTitles(
  segments: readonly LiveSegment[],
  prefix: string,
  limit: number,
): Promise<readonly TitleCount[]> {
  const titles = new Map<string, Titled>()
  for (const segment of segments) await gather(segment, prefix, titles)
  const first = [...titles.values()]
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .slice(0, MOST_TITLES)
    .sort((a, b) => b.articles - a.articles || comesLater(b.newest, a.newest))
    .slice(0, limit)
  return Promise.all(
    first.map(async ({ articles, newest: { segment, article } }) => {
      const { title } = await segment.segment.articles.record(article)
      return { title: title.trim(), articles }
    }),
  )
}

/** > 0 when `a` is dated after `b`; of one day, the one with the greater id. */
function comesLater(a: Place, b: Place): number {
  return a.date - b.date || a.id - b.id
}

async function gather(
  segment: LiveSegment,
  prefix: string,
  titles: Map<string, Titled>,
): Promise<void> {
  const dictionary = await segment.segment.titles()
  const dates = await segment.segment.column('dates')
  const ids = await segment.segment.column('ids')
  const postings = createPostings()
  for (const { key, entry } of await keysWith(dictionary, prefix)) {
    decodePairPostings(await dictionary.postings(entry), entry.documentFrequency, postings)
    for (const article of postings.articles.subarray(0, postings.count)) {
      if (segment.deletedCount > 0 && segment.deleted.has(article)) continue
      const [date, id] = [integerAt(dates, article), integerAt(ids, article * 2)]
      const place = { segment, article, date, id }
      const known = titles.get(key)
      if (known === undefined) titles.set(key, { key, articles: 1, newest: place })
      else {
        known.articles++
        if (comesLater(place, known.newest) > 0) known.newest = place
      }
    }
  }
}

interface Key {
  readonly key: string
  readonly entry: TermEntry
}

async function keysWith(dictionary: TermDictionary, prefix: string): Promise<readonly Key[]> {
  const wanted = new TextEncoder().encode(prefix)
  const decoder = new TextDecoder()
  const keys: Key[] = []
  await dictionary.scan(wanted, (term, entry) => {
    if (keys.length >= MOST_TITLES || wanted.some((byte, i) => term[i] !== byte)) return false
    keys.push({ key: decoder.decode(term), entry: entry() })
    return true
  })
  return keys
}
