/** Plans a word of a query as terms: a name as a whole, Han as the words it is cut into, a day by what it means. */

import { normalizeText } from '../../text/normalize/normalize.ts'
import { queryPieces } from '../../text/terms/tokenize.ts'
import { findWrittenForms, replaceByCanonical } from '../../text/terms/written-forms.ts'
import type { Plan } from './plan.ts'
import { planRun } from './plan-run.ts'
import { type PlanContext, planPhrase, planTerm, type TermRequest } from './plan-term.ts'
import { listRequiredTerms } from './plan-terms.ts'
import { planInflections } from './plan-variants.ts'

/** A text with fewer words, or fewer UTF-16 units, is a name or a keyword. */
const SENTENCE_WORDS = 3
const SENTENCE_UNITS = 6

export async function planWord(
  context: PlanContext,
  text: string,
  asked: TermRequest,
): Promise<Plan> {
  const written = normalizeText(text)
  const children: Plan[] = []
  let from = 0
  for (const { start, end, canonical } of findWrittenForms(written).filter(
    ({ kind }) => kind === 'date',
  )) {
    children.push(...(await planPieces(context, written.slice(from, start), asked)))
    const asWritten = await planPieces(context, written.slice(start, end), asked)
    const asMeant = await planTerm(context, canonical, asked, true)
    children.push({ kind: 'or', children: [asMeant, { kind: 'and', children: asWritten }] })
    from = end
  }
  children.push(...(await planPieces(context, written.slice(from), asked)))
  const words = new Set(children.flatMap(listRequiredTerms).map((term) => term.text)).size
  if (asked.wanted && !asked.titleOnly) {
    context.wordsInLongestRun = Math.max(context.wordsInLongestRun, words)
    context.hasSentence ||= words >= SENTENCE_WORDS && written.length >= SENTENCE_UNITS
  }
  if (children.length > 0) return { kind: 'and', children }
  return planPhrase(context, text, asked)
}

/** Plans the pieces of a word, each once: a piece that is typed again asks for nothing more. */
async function planPieces(
  context: PlanContext,
  written: string,
  asked: TermRequest,
): Promise<readonly Plan[]> {
  const pieces = queryPieces(
    replaceByCanonical(
      written,
      findWrittenForms(written).filter(({ kind }) => kind !== 'date'),
    ),
  )
  const plans: Plan[] = []
  for (const { kind, text } of new Map(pieces.map((piece) => [piece.text, piece])).values()) {
    if (kind === 'han') plans.push(await planRun(context, text, asked))
    else if (kind === 'kana') plans.push(await planTerm(context, text, asked, false))
    else
      plans.push(await planInflections(context, await planTerm(context, text, asked, true), asked))
  }
  return plans
}
