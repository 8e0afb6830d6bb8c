/** Counts matches by author and tag, as a search for the author or tag finds them. */

import { elementAt, integerAt } from '../../element-at.ts'
import type { Segment } from '../../index/segment/segment.ts'
import type { FacetCount } from '../answers/result.ts'
import { labelPasses } from '../filter/labels.ts'
import { setOf } from '../lists/article-sets.ts'
import type { PartedMatches } from '../lists/collapse.ts'
import type { IndexView } from '../lists/index-view.ts'
import { type FoundLabel, findLabels, type LabelKind, visitLabelled } from '../lists/labels.ts'

/** So many authors and tags are named. */
const NAMED_LABELS = 50

/** The texts with one label, as texts are compared. */
interface LabelTexts {
  readonly compared: string
  /** How many matches have it, by how it is written. */
  readonly written: Map<string, number>
  /** See numberTexts. */
  readonly texts: Set<number>
}

/**
 * Names the labels that most matches have; they may have several. The count of each is of the texts that a query for the label
 * finds, which has tags below it, authors with more to their name, and other ways to write it.
 */
export async function countLabels(
  view: IndexView,
  parted: PartedMatches,
  kind: 'author' | 'tag',
): Promise<readonly FacetCount[]> {
  const labels = await gatherLabels(view, parted, kind)
  const most = labels
    .toSorted((a, b) => b.texts.size - a.texts.size || (a.compared < b.compared ? -1 : 1))
    .slice(0, NAMED_LABELS)
  return most
    .map((one) => ({ value: commonestWriting(one), articles: countFound(one, labels, kind) }))
    .sort((a, b) => b.articles - a.articles || (a.value < b.value ? -1 : 1))
}

function countFound({ compared, texts }: LabelTexts, all: readonly LabelTexts[], kind: LabelKind) {
  const wider = all.filter((one) => one.compared !== compared)
  const passing = wider.filter((one) => labelPasses(kind, one.compared, compared))
  if (passing.length === 0) return texts.size
  const found = new Set(texts)
  for (const one of passing) for (const text of one.texts) found.add(text)
  return found.size
}

function commonestWriting({ written }: LabelTexts): string {
  const [first] = [...written].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  return first?.[0] ?? ''
}

async function gatherLabels(
  { segments }: IndexView,
  parted: PartedMatches,
  kind: LabelKind,
): Promise<readonly LabelTexts[]> {
  const lists = await Promise.all(
    segments.map(({ segment }) => findLabels(segment, kind, () => true)),
  )
  if (lists.every((labels) => labels.length === 0)) return []
  const articles = segments.map(({ segment }) => segment.meta.articles)
  const numbers = numberTexts(articles, parted)
  const gathered = new Map<string, LabelTexts>()
  for (const [number, { segment }] of segments.entries())
    for (const found of elementAt(lists, number))
      await gatherTexts(segment, found, elementAt(numbers, number), gathered)
  return [...gathered.values()].filter(({ texts }) => texts.size > 0)
}

/** Adds the texts that have a label in one segment. */
async function gatherTexts(
  segment: Segment,
  found: FoundLabel,
  texts: Uint32Array,
  gathered: Map<string, LabelTexts>,
): Promise<void> {
  const { compared, written } = found.label
  const label = gathered.get(compared) ?? { compared, written: new Map(), texts: new Set() }
  gathered.set(compared, label)
  let matches = label.written.get(written) ?? 0
  await visitLabelled(segment, found, (article) => {
    const text = integerAt(texts, article)
    if (text === NO_MATCH) return
    label.texts.add(text)
    matches++
  })
  if (matches > 0) label.written.set(written, matches)
}

const NO_MATCH = 0

/** Numbers the matching texts from 1, by segment and article; copies of one text have one number. */
function numberTexts(
  articles: readonly number[],
  { singles, groups }: PartedMatches,
): readonly Uint32Array[] {
  const numbers = articles.map((count) => new Uint32Array(count))
  let text = NO_MATCH
  for (const [segment, some] of numbers.entries())
    for (const article of setOf(singles, segment)) some[article] = ++text
  for (const group of groups) {
    text++
    for (const { segment, article } of group) {
      elementAt(numbers, segment)[article] = text
    }
  }
  return numbers
}
