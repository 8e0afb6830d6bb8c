/** Of articles that are one text, one is shown: of those that match, the first of their group. Pure. */

import type { DuplicateGroup, DuplicateRows, Member } from '../index/duplicates.ts'
import type { ArticleSet } from './article-sets.ts'

export interface DuplicateTable {
  /** The group of an article with its copies, itself included; undefined: it has none. */
  groupOf(place: Member): DuplicateGroup | undefined
  /**
   * The matches without those of which a copy that stands before them in their group matches too. A set a segment.
   * @param preferred some of the matches: where one of a group is among them, one of them is left
   */
  collapse(matches: readonly ArticleSet[], preferred?: readonly ArticleSet[]): readonly ArticleSet[]
}

const NO_GROUP = -1
/** Above that of any member. */
const NO_RANK = 0x7fffffff

/** Of each article of a segment. */
interface Memberships {
  readonly groups: Int32Array
  readonly ranks: Int32Array
}

/** @param articles how many there are in each segment */
export function duplicateTable(rows: DuplicateRows, articles: readonly number[]): DuplicateTable {
  const memberships = membershipsOf(rows, articles)
  const groups = (rows[rows.length - 1] ?? NO_GROUP) + 1
  return {
    groupOf: ({ segment, article }) => groupIn(rows, memberships[segment]?.groups[article]),
    collapse(matches, preferred = []) {
      if (rows.length === 0) return matches
      const first = firstRanks(matches, memberships, groups)
      const wanted = firstRanks(preferred, memberships, groups)
      for (const [group, rank] of wanted.entries()) if (rank !== NO_RANK) first[group] = rank
      return matches.map((set, segment) => firstOnes(set, memberships[segment], first))
    },
  }
}

function membershipsOf(rows: DuplicateRows, articles: readonly number[]): readonly Memberships[] {
  const memberships = articles.map((count) => ({
    groups: new Int32Array(count).fill(NO_GROUP),
    ranks: new Int32Array(count),
  }))
  let [group, rank] = [NO_GROUP, 0]
  for (let row = 0; row < rows.length; row += 3) {
    const [segment = 0, article = 0, number = 0] = [rows[row], rows[row + 1], rows[row + 2]]
    rank = number === group ? rank + 1 : 0
    group = number
    const membership = memberships[segment]
    if (membership === undefined) continue
    membership.groups[article] = number
    membership.ranks[article] = rank
  }
  return memberships
}

function groupIn(rows: DuplicateRows, group = NO_GROUP): DuplicateGroup | undefined {
  if (group === NO_GROUP) return undefined
  const members: Member[] = []
  for (let row = 0; row < rows.length; row += 3) {
    if (rows[row + 2] === group)
      members.push({ segment: rows[row] ?? 0, article: rows[row + 1] ?? 0 })
  }
  return members
}

/** By group, the lowest rank among the matches. */
function firstRanks(
  matches: readonly ArticleSet[],
  memberships: readonly Memberships[],
  groups: number,
): Int32Array {
  const first = new Int32Array(groups).fill(NO_RANK)
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
