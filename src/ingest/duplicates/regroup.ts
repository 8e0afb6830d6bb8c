/**
 * Groups again only the articles that changed ones can reach, and keeps the other groups of the generation before: one new
 * article costs a look at every sketch, not the grouping of all.
 */

import { idHalvesAt, idOf } from '../../index/columns/ids.ts'
import { ByteWriter } from '../../index/files/bytes.ts'
import {
  type DuplicateRows,
  PAIR_BYTES,
  type VerdictRows,
  type Verdicts,
  verdictsOf,
} from '../../index/generation/duplicates.ts'
import { IdTable } from '../catalog/id-table.ts'
import { type ArticleColumns, PlacedArticle, rowsWithIds } from './article-columns.ts'
import { areRelated } from './find-duplicates.ts'
import { isCrowded } from './sketch-table.ts'

/** Each affected article costs a look at every sketch; with more of them, grouping everything anew is cheaper. */
const MOST_REACHED = 400

/**
 * Live articles whose group may be another because the given articles came, changed or went. Undefined when there are too
 * many of them to be worth it.
 * @param now the segments of the generation
 * @param gone segments of the generation before that are not in this one
 */
export function affectedArticles(
  changed: IdTable,
  now: readonly ArticleColumns[],
  gone: readonly ArticleColumns[],
): readonly PlacedArticle[] | undefined {
  if (changed.size > MOST_REACHED) return undefined
  // Its state before matters as well: its neighbours of that time have lost it.
  const queue = [...now, ...gone].flatMap((columns) => articlesWithIds(columns, changed))
  const isLive = ({ columns, article }: PlacedArticle) =>
    now.includes(columns) && !columns.deleted.has(article)
  const reached = new Map(queue.filter(isLive).map((article) => [article.id, article]))
  const before = queue.filter((article) => !isLive(article))
  for (const article of queue) {
    if (queue.length > MOST_REACHED) return undefined
    const neighbours = now.flatMap((columns) => findNeighbours(columns, article))
    if (isOfMany(article, [...neighbours, ...before])) return undefined
    for (const other of neighbours) {
      if (reached.has(other.id) || !areRelated(article, other)) continue
      reached.set(other.id, other)
      queue.push(other)
    }
  }
  return [...reached.values()]
}

function articlesWithIds(columns: ArticleColumns, ids: IdTable): readonly PlacedArticle[] {
  return rowsWithIds(columns.ids, ids).map((row) => new PlacedArticle(columns, row))
}

/** Which ones are looked at among so many depends on articles that are not related to it. */
function isOfMany({ sketch }: PlacedArticle, others: readonly PlacedArticle[]): boolean {
  if (sketch === undefined) return false
  return isCrowded(sketch, others.map((other) => other.sketch).filter(isDefined))
}

/** All that may be related to it. */
function findNeighbours(columns: ArticleColumns, article: PlacedArticle): readonly PlacedArticle[] {
  const byText = article.sketch === undefined ? [] : columns.sketches.withBandOf(article.sketch)
  return [...new Set([...byText, ...rowsWithTitle(columns, article)])]
    .filter((row) => !columns.deleted.has(row))
    .map((row) => new PlacedArticle(columns, row))
}

function rowsWithTitle(
  { titles, longTitles }: ArticleColumns,
  article: PlacedArticle,
): readonly number[] {
  const title = article.columns.titles[article.article]
  const longTitle = article.columns.longTitles[article.article]
  const found: number[] = []
  if (longTitle === 0) return found
  for (let row = 0; row < titles.length; row++)
    if (titles[row] === title && longTitles[row] === longTitle) found.push(row)
  return found
}

/**
 * The groups of the generation before without those that hold one of the given articles, where their members stand now.
 * @param before the segments of that generation, in its order
 */
export function groupsWithout(
  ids: IdTable,
  rows: DuplicateRows,
  before: readonly ArticleColumns[],
  now: readonly ArticleColumns[],
): readonly (readonly PlacedArticle[])[] {
  const isOne = ({ columns, article }: PlacedArticle) =>
    ids.has(...idHalvesAt(columns.ids, article))
  const kept = decodeGroups(rows, before).filter((group) => !group.some(isOne))
  const moved = kept.flat().filter(({ columns }) => !now.includes(columns))
  if (moved.length === 0) return kept
  const places = liveArticlesById(IdTable.of(moved.map(({ id }) => id)), now)
  const find = (member: PlacedArticle) =>
    now.includes(member.columns) ? member : places.get(member.id)
  return kept.map((group) => group.map(find).filter(isDefined))
}

function decodeGroups(
  rows: DuplicateRows,
  segments: readonly ArticleColumns[],
): readonly (readonly PlacedArticle[])[] {
  const groups: PlacedArticle[][] = []
  for (let at = 0; at < rows.length; at += 3) {
    const columns = segments[rows[at] ?? 0]
    if (columns === undefined) continue
    const [member, group] = [new PlacedArticle(columns, rows[at + 1] ?? 0), rows[at + 2] ?? 0]
    const members = groups[group]
    if (members === undefined) groups[group] = [member]
    else members.push(member)
  }
  return groups
}

/** Maps the id of each live article to its place. */
function liveArticlesById(
  ids: IdTable,
  now: readonly ArticleColumns[],
): ReadonlyMap<string, PlacedArticle> {
  const places = new Map<string, PlacedArticle>()
  for (const columns of now) {
    for (const row of rowsWithIds(columns.ids, ids))
      if (!columns.deleted.has(row))
        places.set(idOf(columns.ids, row), new PlacedArticle(columns, row))
  }
  return places
}

function isDefined<Value>(value: Value | undefined): value is Value {
  return value !== undefined
}

/** Splits the verdicts into those on pairs with one of the given articles (`theirs`) and all others. */
export function partVerdicts(
  ids: IdTable,
  rows: VerdictRows,
): { readonly others: VerdictRows; readonly theirs: Verdicts } {
  const others = new ByteWriter(rows.length)
  const theirs = new ByteWriter()
  const numbers = new DataView(rows.buffer, rows.byteOffset, rows.byteLength)
  const isOne = (at: number) => ids.has(numbers.getUint32(at), numbers.getUint32(at + 4))
  for (let at = 0; at < rows.length; at += VERDICT_BYTES) {
    const are = isOne(at) || isOne(at + PAIR_BYTES / 2) ? theirs : others
    are.append(rows.subarray(at, at + VERDICT_BYTES))
  }
  return { others: others.written, theirs: verdictsOf(theirs.written) }
}

const VERDICT_BYTES = PAIR_BYTES + 1
