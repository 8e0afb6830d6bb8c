/** Writes a line for each part of a score: what it adds, its name, and how it was counted. */

import type {
  FieldCount,
  HitExplanation,
  ScorePart,
  TermPart,
} from '../../search/answers/result.ts'
import { formatCount, formatCounted, formatTable } from './format.ts'
import { neutralize } from './neutralize.ts'

/** Makes a table of the parts with their sum below. It is not wrapped, so that its columns stay columns. */
export function formatExplanation(
  score: number,
  { parts, lacking }: HitExplanation,
): readonly string[] {
  const rows = parts.map((part) => [formatAmount(part.amount), namePart(part), describePart(part)])
  const sum = [formatAmount(score), 'score', '']
  const lines = formatTable([...rows, sum], ['right', 'left', 'left']).map((line) => `    ${line}`)
  if (lacking.length === 0) return lines
  return [...lines, `    without ${neutralize(lacking.join(', '))}`]
}

/** Shows the first digits that tell something, since the scores of failed fetches are small. */
function formatAmount(amount: number): string {
  return amount === 0 || Math.abs(amount) >= 0.001 ? amount.toFixed(4) : amount.toPrecision(2)
}

function namePart(part: ScorePart): string {
  return part.kind === 'term' ? neutralize(part.text) : part.kind.replace('-', ' ')
}

function describePart(part: ScorePart): string {
  if (part.kind === 'term') return describeTerm(part)
  if (part.kind === 'phrase') return `× ${part.share} of the words: the text holds what was typed`
  if (part.kind === 'nearness') return `× ${part.share} of the words that stand together`
  if (part.kind === 'title') return `× ${part.share} of the words in the title`
  if (part.kind === 'characters') return `× ${part.share} of the words' characters`
  if (part.kind === 'exact-title') return 'the title is what was asked for'
  return `× ${part.factor} of all above`
}

function describeTerm({ documentFrequency, idf, share, title, body }: TermPart): string {
  const shared = share === 1 ? '' : ` × ${Number(share.toFixed(4))}`
  const weight = `in ${formatCounted(documentFrequency, 'article')}, idf ${idf.toFixed(2)}${shared}`
  return [weight, describeField('title', title), describeField('body', body)]
    .filter(Boolean)
    .join(' · ')
}

/** 'body 3 in 120 words, 214 on average, × 1', or '' for a field without the term. */
function describeField(name: string, field: FieldCount): string {
  if (field.frequency === 0) return ''
  const { frequency, length, averageLength, weight } = field
  const words = `${formatCount(length)} words, ${formatCount(averageLength)} on average`
  return `${name} ${frequency} in ${words}, × ${weight}`
}
