/**
 * Are two articles one text that was published twice? Reprints differ in what the sites left around them; pages made from
 * one template, editions of a weekly and advisories of one vendor are nearly alike and are not. The thresholds were chosen
 * by reading pairs of a real archive.
 */

import { diceCoefficient, unitPairs } from '../../similarity.ts'
import { lettersOf, likeness } from '../../text/shingles.ts'

export interface ComparedText {
  /** Normalised. */
  readonly title: string
  /** The publisher at its address: see publisherOf. */
  readonly publisher: string
  /** The shingles of its normalised body. */
  readonly shingles: Uint32Array
}

/** Thresholds for one title at two publishers. Half the text in common is no chance: one of them was cut, or has more furniture left. */
const REPRINT = { jaccard: 0.5, containment: 0.8 }
/** Thresholds for similar titles with the same numbers: nearly all of the text, or all of the one in the other. */
const RETITLED = { jaccard: 0.8, containment: 0.9 }
/** Thresholds for different titles: the texts must leave no doubt. */
const RENAMED = { jaccard: 0.9, shingles: 200 }
/** A publisher repeats its templates: there one text has one title, or all but the same words. */
const AGAIN = { sameTitle: 0.8, alikeTitle: 0.95 }

/** A text inside another one of more than twice its length is a part of it: a digest, a quotation. */
const LEAST_SHARE = 0.5

/** Both articles must have bodies. */
export function isNearDuplicate(a: ComparedText, b: ComparedText): boolean {
  const { jaccard, containment } = likeness(a.shingles, b.shingles)
  const [small, large] = [a.shingles.length, b.shingles.length].sort((x, y) => x - y)
  const share = (small ?? 0) / (large || 1)
  const holds = (least: typeof REPRINT) =>
    jaccard >= least.jaccard || (share >= LEAST_SHARE && containment >= least.containment)
  const same = lettersOf(a.title) === lettersOf(b.title)
  const alike = same || (areTitlesAlike(a.title, b.title) && doNumbersAgree(a.title, b.title))
  if (a.publisher === b.publisher) {
    return alike && jaccard >= (same ? AGAIN.sameTitle : AGAIN.alikeTitle)
  }
  if (same) return holds(REPRINT)
  return (
    (alike && holds(RETITLED)) || (jaccard >= RENAMED.jaccard && (small ?? 0) >= RENAMED.shingles)
  )
}

const LEAST_DICE = 0.5

/** Titles are alike by Dice's coefficient of their character pairs, or when one contains the other. */
function areTitlesAlike(a: string, b: string): boolean {
  const [left, right] = [lettersOf(a), lettersOf(b)]
  const [small, large] = left.length < right.length ? [left, right] : [right, left]
  if (small.length < 2) return false
  if (large.includes(small)) return true
  return diceCoefficient(unitPairs(small), unitPairs(large)) >= LEAST_DICE
}

/** 第36期 is not 第41期; what one title adds to the other's numbers does no harm. */
function doNumbersAgree(left: string, right: string): boolean {
  const [a, b] = [numbersOf(left), numbersOf(right)]
  const [small, large] = a.size < b.size ? [a, b] : [b, a]
  for (const number of small) if (!large.has(number)) return false
  return true
}

function numbersOf(title: string): ReadonlySet<string> {
  return new Set(title.match(/\d+(?:\.\d+)*/g))
}
