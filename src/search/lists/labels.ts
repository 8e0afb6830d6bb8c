/** Reads the labels of a segment, such as its tags, with the articles that have them. */

import { integerAt } from '../../element-at.ts'
import { createPostings, decodePairPostings } from '../../index/postings/postings.ts'
import type { Segment } from '../../index/segment/segment.ts'
import { type Label, type LabelKind, labelOf, labelsStart } from '../../index/terms/labels.ts'
import type { TermEntry } from '../../index/terms/terms.ts'

export type { LabelKind }

export interface FoundLabel {
  readonly label: Label
  readonly entry: TermEntry
}

/** Resolves to the labels of a kind that pass, in order. Deleted articles may have them, too. */
export async function findLabels(
  segment: Segment,
  kind: LabelKind,
  passes: (label: Label) => boolean,
): Promise<readonly FoundLabel[]> {
  const labels = await segment.labels()
  const found: FoundLabel[] = []
  await labels.scan(new TextEncoder().encode(labelsStart(kind)), (term, entry) => {
    const label = labelOf(new TextDecoder().decode(term), kind)
    if (label !== undefined && passes(label)) found.push({ label, entry: entry() })
    return label !== undefined
  })
  return found
}

/** Calls `visit` for each article that has the label. */
export async function visitLabelled(
  segment: Segment,
  { entry }: FoundLabel,
  visit: (article: number) => void,
): Promise<void> {
  const labels = await segment.labels()
  const postings = createPostings(entry.documentFrequency)
  decodePairPostings(await labels.postings(entry), entry.documentFrequency, postings)
  for (let i = 0; i < postings.count; i++) visit(integerAt(postings.articles, i))
}
