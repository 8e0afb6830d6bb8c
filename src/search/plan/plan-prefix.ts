/** Plans `word*`: the words that begin so are scored as one term. */

import { normalizeText } from '../../text/normalize/normalize.ts'
import { queryPieces } from '../../text/terms/tokenize.ts'
import { createScoredTerm } from '../lists/scored-term.ts'
import { expandPrefix, MOST_WORDS } from './expand.ts'
import type { Plan } from './plan.ts'
import { keepInTitle, type PlanContext, type TermRequest } from './plan-term.ts'
import { planWord } from './plan-words.ts'

/** One query expands at most so many beginnings; the others are searched as plain words. */
const MOST_EXPANSIONS = 4
/** A sign with which a name may go on behind its beginning: cve-2025-* */
const CONNECTOR = /^[-._@/:&]/

/**
 * Plans a beginning. One that ends in Han or kana needs no expansion: these are found inside longer words anyway. In 开源gpt-*
 * only gpt- is expanded.
 */
export async function planPrefix(
  context: PlanContext,
  text: string,
  asked: TermRequest,
): Promise<Plan> {
  const normalized = normalizeText(text)
  const last = queryPieces(normalized).at(-1)
  if (last?.kind !== 'term') return planWord(context, text, asked)
  if (context.expansions >= MOST_EXPANSIONS) {
    const message = `only ${MOST_EXPANSIONS} beginnings are looked up; this is searched as a plain word`
    context.notices.push({ kind: 'limited', message, text: asked.typed })
    return planWord(context, text, asked)
  }
  context.expansions++
  const [connector = ''] = CONNECTOR.exec(normalized.slice(last.end)) ?? []
  const term = await planBeginning(context, last.text + connector, asked)
  const before = normalized.slice(0, last.start)
  if (queryPieces(before).length === 0) return term
  return { kind: 'and', children: [await planWord(context, before, asked), term] }
}

async function planBeginning(
  context: PlanContext,
  beginning: string,
  asked: TermRequest,
): Promise<Plan> {
  const { lists, limited } = await expandPrefix(context.view, beginning)
  if (limited) {
    const message = `more than ${MOST_WORDS} words begin with "${beginning}"; the commonest ${MOST_WORDS} are looked for`
    context.notices.push({ kind: 'limited', message, text: asked.typed })
  }
  const term = createScoredTerm(
    context.view,
    `${beginning}*`,
    asked.titleOnly ? lists.map(keepInTitle) : lists,
  )
  if (asked.wanted)
    context.needles.push({ text: beginning, weight: term.weight, wholeWord: false, isPrefix: true })
  return { kind: 'term', term }
}
