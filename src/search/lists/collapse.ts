/** Of articles that are one text, one is shown: of those that match, the first of their group. Pure. */

import type { ArticlePlace } from '../../index/generation/article-place.ts'
import type { DuplicateGroup, DuplicateRows } from '../../index/generation/duplicates.ts'
import { type ArticleSet, subtract } from './article-sets.ts'

export interface DuplicateTable {
  /** The group of an article with its copies, itself included; undefined: it has none. */
  groupOf(place: ArticlePlace): DuplicateGroup | undefined
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
export function createDuplicateTable(
  rows: DuplicateRows,
  articles: readonly number[],
): DuplicateTable {
  const memberships = readMemberships(rows, articles)
  const firsts = new Int32Array((rows[rows.length - 1] ?? NO_GROUP) + 1).fill(NO_RANK)
  return {
    groupOf: ({ segment, article }) => readGroup(rows, memberships[segment]?.groups[article]),
    collapse(matches, preferred = []) {
      if (rows.length === 0) return matches
      const grouped = listMembers(matches, memberships)
      const wanted = listMembers(preferred, memberships)
      for (const { group, rank } of grouped) firsts[group] = Math.min(firsts[group] ?? 0, rank)
      for (const { group } of wanted) firsts[group] = NO_RANK
      for (const { group, rank } of wanted) firsts[group] = Math.min(firsts[group] ?? 0, rank)
      const behind = grouped.filter(({ group, rank }) => rank !== firsts[group])
      for (const { group } of [...grouped, ...wanted]) firsts[group] = NO_RANK
      return matches.map((set, segment) => dropMembers(set, segment, behind))
    },
  }
}

const NO_MEMBERSHIPS: Memberships = { groups: new Int32Array(0), ranks: new Int32Array(0) }

function readMemberships(rows: DuplicateRows, articles: readonly number[]): readonly Memberships[] {
  const memberships = articles.map((count) => ({
    groups: new Int32Array(count).fill(NO_GROUP),
    ranks: new Int32Array(count),
  }))
  let [group, rank] = [NO_GROUP, 0]
  for (let row = 0; row < rows.length; row += 3) {
    const number = rows[row + 2] ?? 0
    rank = number === group ? rank + 1 : 0
    group = number
    const membership = memberships[rows[row] ?? 0]
    if (membership === undefined) continue
    const article = rows[row + 1] ?? 0
    membership.groups[article] = number
    membership.ranks[article] = rank
  }
  return memberships
}

function readGroup(rows: DuplicateRows, group = NO_GROUP): DuplicateGroup | undefined {
  if (group === NO_GROUP) return undefined
  const members: ArticlePlace[] = []
  for (let row = 0; row < rows.length; row += 3) {
    if (rows[row + 2] === group)
      members.push({ segment: rows[row] ?? 0, article: rows[row + 1] ?? 0 })
  }
  return members
}

interface GroupMember extends ArticlePlace {
  readonly group: number
  readonly rank: number
}

/** Those of the articles that have copies, in order: few, so an object for each costs little. */
function listMembers(
  sets: readonly ArticleSet[],
  memberships: readonly Memberships[],
): readonly GroupMember[] {
  const members: GroupMember[] = []
  for (const [segment, set] of sets.entries()) {
    const { groups, ranks } = memberships[segment] ?? NO_MEMBERSHIPS
    for (let i = 0; i < set.length; i++) {
      const article = set[i] ?? 0
      const group = groups[article] ?? NO_GROUP
      if (group !== NO_GROUP) members.push({ segment, article, group, rank: ranks[article] ?? 0 })
    }
  }
  return members
}

function dropMembers(
  set: ArticleSet,
  segment: number,
  members: readonly GroupMember[],
): ArticleSet {
  const gone = members.flatMap((member) => (member.segment === segment ? member.article : []))
  return subtract(set, Uint32Array.from(gone))
}
