/** The labels of an article as terms: its authors, tags and other fields. */

import { normalizeText } from '../../text/normalize/normalize.ts'
import type { ArticleRecord } from '../store/article-record.ts'
import { type LabelKind, labelTerm, metaKind } from '../terms/labels.ts'

/** Labels are cut to this length, so that only the beginning of a longer text is searched. UTF-16 units. */
const MAXIMUM_UNITS = 80

export function labelsOf({ authors, tags, meta }: ArticleRecord): readonly string[] {
  return [
    ...authors.map((text) => termOf('author', text)),
    ...tags.map((text) => termOf('tag', text)),
    ...Object.entries(meta).map(([name, text]) => termOf(metaKind(normalizeText(name)), text)),
  ]
}

function termOf(kind: LabelKind, text: string): string {
  const [compared, written] = [beginningOf(normalizeText(text).trim()), beginningOf(text)]
  return labelTerm(kind, { compared, written })
}

/** The beginning of a text in whole characters. */
function beginningOf(text: string): string {
  return text.slice(0, MAXIMUM_UNITS).replace(/[\ud800-\udbff]$/, '')
}
