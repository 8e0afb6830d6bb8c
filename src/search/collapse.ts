/** Of articles that are one text, one is shown: of those that match, the first of their group. Pure. */

import type { DuplicateGroup, Member } from '../index/duplicates.ts'
import type { ArticleSet } from './article-sets.ts'

export interface DuplicateTable {
  /** The group of an article with its copies, itself included; undefined: it has none. */
  groupOf(place: Member): DuplicateGroup | undefined
  /** The matches without those of which a copy that stands before them in their group matches too. A set a segment. */
  collapse(matches: readonly ArticleSet[]): readonly ArticleSet[]
  /** What collapse leaves in the place of some of the matches. */
  standIns(some: readonly ArticleSet[], matches: readonly ArticleSet[]): readonly ArticleSet[]
}

const NO_GROUP = -1

/** Of each article of a segment. */
interface Memberships {
  readonly groups: Int32Array
  readonly ranks: Int32Array
}

/** @param articles how many there are in each segment */
export function duplicateTable(
  groups: readonly DuplicateGroup[],
  articles: readonly number[],
): DuplicateTable {
  const memberships = membershipsOf(groups, articles)
  return {
    groupOf: ({ segment, article }) => groups[memberships[segment]?.groups[article] ?? NO_GROUP],
    collapse(matches) {
      if (groups.length === 0) return matches
      const first = firstRanks(matches, memberships, groups.length)
      return matches.map((set, segment) => firstOnes(set, memberships[segment], first))
    },
    standIns(some, matches) {
      if (groups.length === 0) return some
      const first = firstRanks(matches, memberships, groups.length)
      const found = some.map((): Set<number> => new Set())
      for (const [segment, set] of some.entries()) {
        for (const article of set) {
          const group = memberships[segment]?.groups[article] ?? NO_GROUP
          const place = groups[group]?.[first[group] ?? 0] ?? { segment, article }
          found[place.segment]?.add(place.article)
        }
      }
      return found.map((articles) => Uint32Array.from(articles).sort())
    },
  }
}

function membershipsOf(
  groups: readonly DuplicateGroup[],
  articles: readonly number[],
): readonly Memberships[] {
  const memberships = articles.map((count) => ({
    groups: new Int32Array(count).fill(NO_GROUP),
    ranks: new Int32Array(count),
  }))
  for (const [number, group] of groups.entries()) {
    for (const [rank, { segment, article }] of group.entries()) {
      const membership = memberships[segment]
      if (membership === undefined) continue
      membership.groups[article] = number
      membership.ranks[article] = rank
    }
  }
  return memberships
}

/** By group, the lowest rank among the matches. */
function firstRanks(
  matches: readonly ArticleSet[],
  memberships: readonly Memberships[],
  groups: number,
): Int32Array {
  const first = new Int32Array(groups).fill(0x7fffffff)
  for (const [segment, set] of matches.entries()) {
    const membership = memberships[segment]
    for (let i = 0; i < set.length; i++) {
      const article = set[i] ?? 0
      const group = membership?.groups[article] ?? NO_GROUP
      if (group === NO_GROUP) continue
      const rank = membership?.ranks[article] ?? 0
      if (rank < (first[group] ?? 0)) first[group] = rank
    }
  }
  return first
}

function firstOnes(
  set: ArticleSet,
  membership: Memberships | undefined,
  first: Int32Array,
): ArticleSet {
  if (membership === undefined) return set
  const kept = new Uint32Array(set.length)
  let count = 0
  for (let i = 0; i < set.length; i++) {
    const article = set[i] ?? 0
    const group = membership.groups[article] ?? NO_GROUP
    if (group === NO_GROUP || membership.ranks[article] === first[group]) kept[count++] = article
  }
  return kept.subarray(0, count)
}
