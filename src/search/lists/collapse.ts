/** Leaves one article of each group of copies: the first of those that match. Pure. */

import { elementAt, integerAt } from '../../element-at.ts'
import type { ArticlePlace } from '../../index/generation/article-place.ts'
import type { DuplicateGroup, DuplicateRows } from '../../index/generation/duplicates.ts'
import { type ArticleSet, subtract } from './article-sets.ts'

/** Matches, parted by whether copies of them match as well. */
export interface PartedMatches {
  /** Matches whose copies do not match. Sets come one for each segment. */
  readonly singles: readonly ArticleSet[]
  /** Matches that are one text, two or more of each. */
  readonly groups: readonly (readonly ArticlePlace[])[]
}

export interface DuplicateTable {
  /** Returns the article's group of copies, itself included; undefined: it has no copies. */
  groupOf(place: ArticlePlace): DuplicateGroup | undefined
  /** Tells the matches that are copies of each other from the rest. Sets come one for each segment. */
  part(matches: readonly ArticleSet[]): PartedMatches
  /**
   * Drops each match that has another match before it in its group. Sets come one for each segment.
   * @param preferred some of the matches: of a group that has any of them, the first of them is left; a later list goes before an earlier one
   */
  collapse(
    matches: readonly ArticleSet[],
    preferred?: readonly (readonly ArticleSet[])[],
  ): readonly ArticleSet[]
}

/** The entry of an article without copies; group `n` is kept as `n + 1`. */
const NO_GROUP = 0

/** The group of each article of a segment, and the article's rank in it, from 0. */
interface Memberships {
  readonly groups: Uint32Array
  readonly ranks: Uint32Array
}

/** @param articles how many articles each segment has */
export function createDuplicateTable(
  rows: DuplicateRows,
  articles: readonly number[],
): DuplicateTable {
  const memberships = readMemberships(rows, articles)
  return {
    groupOf({ segment, article }) {
      const group = integerAt(elementAt(memberships, segment).groups, article)
      return group === NO_GROUP ? undefined : readGroup(rows, group - 1)
    },
    part(matches) {
      if (rows.length === 0) return { singles: matches, groups: [] }
      const members = listMembers(matches, memberships)
      const groups = joinMembers(members)
      const isCopy = new Set(groups.flat())
      const copies = members.filter((member) => isCopy.has(member))
      return { singles: matches.map((set, segment) => dropMembers(set, segment, copies)), groups }
    },
    collapse(matches, preferred = []) {
      if (rows.length === 0) return matches
      const members = listMembers(matches, memberships)
      const ranks = [matches, ...preferred].map((sets) =>
        firstRanks(listMembers(sets, memberships)),
      )
      const firsts = new Map(ranks.flatMap((ofGroups) => [...ofGroups]))
      const behind = members.filter(({ group, rank }) => rank !== firsts.get(group))
      return matches.map((set, segment) => dropMembers(set, segment, behind))
    },
  }
}

function readMemberships(rows: DuplicateRows, articles: readonly number[]): readonly Memberships[] {
  const memberships = articles.map((count) => ({
    groups: new Uint32Array(count),
    ranks: new Uint32Array(count),
  }))
  let [lastGroup, rank] = [-1, 0]
  for (let row = 0; row < rows.length; row += 3) {
    const article = integerAt(rows, row + 1)
    const group = integerAt(rows, row + 2)
    rank = group === lastGroup ? rank + 1 : 0
    lastGroup = group
    const { groups, ranks } = elementAt(memberships, integerAt(rows, row))
    groups[article] = group + 1
    ranks[article] = rank
  }
  return memberships
}

function readGroup(rows: DuplicateRows, group: number): DuplicateGroup {
  const members: ArticlePlace[] = []
  for (let row = 0; row < rows.length; row += 3) {
    if (rows[row + 2] !== group) continue
    members.push({ segment: integerAt(rows, row), article: integerAt(rows, row + 1) })
  }
  return members
}

interface GroupMember extends ArticlePlace {
  readonly group: number
  readonly rank: number
}

/** Lists the articles that have copies, in order. They are few, so that an object for each costs little. */
function listMembers(
  sets: readonly ArticleSet[],
  memberships: readonly Memberships[],
): readonly GroupMember[] {
  const members: GroupMember[] = []
  for (const [segment, set] of sets.entries()) {
    const { groups, ranks } = elementAt(memberships, segment)
    for (let i = 0; i < set.length; i++) {
      const article = integerAt(set, i)
      const group = integerAt(groups, article)
      if (group === NO_GROUP) continue
      members.push({ segment, article, group, rank: integerAt(ranks, article) })
    }
  }
  return members
}

/** Lists the members of each group that has several, in the order of the segments. */
function joinMembers(members: readonly GroupMember[]): readonly (readonly GroupMember[])[] {
  const groups = new Map<number, GroupMember[]>()
  for (const member of members) {
    const group = groups.get(member.group)
    if (group === undefined) groups.set(member.group, [member])
    else group.push(member)
  }
  return [...groups.values()].filter((group) => group.length > 1)
}

/** The least rank of each group's members. */
function firstRanks(members: readonly GroupMember[]): ReadonlyMap<number, number> {
  const ranks = new Map<number, number>()
  for (const { group, rank } of members) ranks.set(group, Math.min(rank, ranks.get(group) ?? rank))
  return ranks
}

/** @param members in the order of their articles */
function dropMembers(
  set: ArticleSet,
  segment: number,
  members: readonly GroupMember[],
): ArticleSet {
  const gone = members.flatMap((member) => (member.segment === segment ? member.article : []))
  return subtract(set, Uint32Array.from(gone))
}
