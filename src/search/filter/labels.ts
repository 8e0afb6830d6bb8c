/** Matches conditions on authors, tags and other fields. The labels of a kind are walked through once for all its conditions. */

import type { Segment } from '../../index/segment/segment.ts'
import { type LabelKind, metaKind } from '../../index/terms/labels.ts'
import type { Condition } from '../../query/query.ts'
import { normalizeText } from '../../text/normalize/normalize.ts'
import { type ArticleSet, readBitmap } from '../lists/article-sets.ts'
import { findLabels, visitLabelled } from '../lists/labels.ts'

export type LabelCondition = Extract<Condition, { kind: 'author' | 'tag' | 'meta' }>

export function isLabelCondition(condition: Condition): condition is LabelCondition {
  return condition.kind === 'author' || condition.kind === 'tag' || condition.kind === 'meta'
}

/** A condition as it is looked for, with the articles found so far. */
interface Wanted {
  readonly kind: LabelKind
  readonly text: string
  /** Bit 0 of the first word is article 0. */
  readonly bitmap: Uint32Array
}

/** Finds one set for each condition; deleted articles are found, too. Case and script are folded. */
export async function matchLabels(
  segment: Segment,
  conditions: readonly LabelCondition[],
): Promise<readonly ArticleSet[]> {
  const { articles } = segment.meta
  const all = conditions.map((condition) => ({
    kind: kindOf(condition),
    text: normalizeText(condition.text).trim(),
    bitmap: new Uint32Array((articles + 31) >>> 5),
  }))
  for (const kind of new Set(all.map((one) => one.kind)))
    await markLabelled(
      segment,
      kind,
      all.filter((one) => one.kind === kind),
    )
  return all.map(({ bitmap }) => readBitmap(bitmap, articles))
}

function kindOf(condition: LabelCondition): LabelKind {
  return condition.kind === 'meta' ? metaKind(normalizeText(condition.name)) : condition.kind
}

async function markLabelled(
  segment: Segment,
  kind: LabelKind,
  wanted: readonly Wanted[],
): Promise<void> {
  const labels = await findLabels(segment, kind, ({ compared }) =>
    wanted.some(({ text }) => labelPasses(kind, compared, text)),
  )
  for (const label of labels) {
    const bitmaps = wanted
      .filter(({ text }) => labelPasses(kind, label.label.compared, text))
      .map(({ bitmap }) => bitmap)
    await visitLabelled(segment, label, (article) => {
      for (const bitmap of bitmaps)
        bitmap[article >>> 5] = (bitmap[article >>> 5] ?? 0) | (1 << article)
    })
  }
}

/**
 * Tells whether a label is found by what is asked for. Tags nest: `sea/north` is below `sea`. Of other labels, any part may be
 * asked for.
 */
export function labelPasses(kind: LabelKind, label: string, wanted: string): boolean {
  if (kind !== 'tag') return label.includes(wanted)
  return label === wanted || label.startsWith(`${wanted}/`)
}
