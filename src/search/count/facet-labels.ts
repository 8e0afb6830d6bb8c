/** Counts matches by author and tag, as a search for the author or tag finds them. */

import { elementAt, integerAt } from '../../element-at.ts'
import type { FacetCount } from '../answers/result.ts'
import { labelPasses } from '../filter/labels.ts'
import { setOf } from '../lists/article-sets.ts'
import type { PartedMatches } from '../lists/collapse.ts'
import type { IndexView } from '../lists/index-view.ts'
import { findLabels, type LabelKind, visitLabelled } from '../lists/labels.ts'

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
  const gathered = new Map<string, LabelTexts>()
  const lists = await Promise.all(
    segments.map(({ segment }) => findLabels(segment, kind, () => true)),
  )
  if (lists.every((labels) => labels.length === 0)) return []
  const numbers = numberTexts(
    segments.map(({ segment }) => segment.meta.articles),
    parted,
  )
  for (const [number, { segment }] of segments.entries()) {
    const texts = elementAt(numbers, number)
    for (const found of elementAt(lists, number)) {
      const { compared, written } = found.label
      const known = gathered.get(compared)
      const label = known ?? { compared, written: new Map(), texts: new Set() }
      let matches = 0
      await visitLabelled(segment, found, (article) => {
        const text = integerAt(texts, article)
        if (text === NO_MATCH) return
        label.texts.add(text)
        matches++
      })
      if (matches === 0) continue
      label.written.set(written, (label.written.get(written) ?? 0) + matches)
      if (known === undefined) gathered.set(compared, label)
    }
  }
  return [...gathered.values()]
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
