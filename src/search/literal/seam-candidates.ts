/** Finds articles that may hold two words of a text side by side, by the seam between them: see src/index/postings/pairs.ts. */

import { markPairPostings } from '../../index/postings/mark-postings.ts'
import {
  NO_UNIT,
  pairKey,
  pairOfKey,
  seamOf,
  visitSpacedWords,
} from '../../index/postings/pairs.ts'
import type { TermEntry } from '../../index/terms/terms.ts'
import type { ArticleSet } from '../lists/article-sets.ts'
import type { SegmentView } from '../lists/index-view.ts'
import { mergeArticles } from '../lists/merged-postings.ts'
import { type Lookup, lookUpMany, lookUpPair } from './lookup.ts'

/** A seam. It may be unknown how a word at the edge of the needle goes on. */
interface Seam {
  readonly key: number
  /** Bits of the key that may have any value. */
  readonly open: number
}

/** The bits of the second unit from the space, in the word before it and in the word after it: see seamOf. */
const BEFORE_LAST = 0x7f << 14
const SECOND = 0x7f

/** Looks up each seam of the normalised text. */
export function lookUpSeams(segment: SegmentView, needle: string): readonly Lookup[] {
  return listSeams(needle).map(({ key, open }) =>
    open === 0 ? lookUpPair(segment, key) : lookUpMany(() => findOpenSeam(segment, key, open)),
  )
}

function listSeams(needle: string): readonly Seam[] {
  const seams: Seam[] = []
  const unit = (at: number, isThere: boolean) => (isThere ? needle.charCodeAt(at) : NO_UNIT)
  visitSpacedWords(needle, (start, space, end) => {
    const [hasLeft, hasRight] = [space - 1 > start, space + 2 < end]
    const openLeft = start === 0 && !hasLeft ? BEFORE_LAST : 0
    const openRight = end === needle.length && !hasRight ? SECOND : 0
    const key = seamOf(
      needle.charCodeAt(space - 1),
      unit(space - 2, hasLeft),
      needle.charCodeAt(space + 1),
      unit(space + 2, hasRight),
    )
    seams.push({ key, open: openLeft | openRight })
  })
  return seams
}

/** Finds the articles of all seams that are alike but for the open bits, which are 0 in `key`. */
async function findOpenSeam(segment: SegmentView, key: number, open: number): Promise<ArticleSet> {
  const { pairs } = segment.segment
  const last = (key | open) >>> 0
  const entries: TermEntry[] = []
  await pairs.scan(pairKey(key), (term, entry) => {
    const here = pairOfKey(term)
    if (here >>> 0 > last) return false
    if ((here & ~open) === (key & ~open)) entries.push(entry())
    return true
  })
  return mergeArticles(segment, pairs, entries, markPairPostings)
}
