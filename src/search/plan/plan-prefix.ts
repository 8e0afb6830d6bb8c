/** Plans `word*`: the words that begin so are scored as one term. */

import { normalizeText } from '../../text/normalize/normalize.ts'
import { queryPieces } from '../../text/terms/tokenize.ts'
import { expandPrefix, MOST_WORDS } from '../lists/expand.ts'
import type { IndexView } from '../lists/index-view.ts'
import { createScoredTerm } from '../lists/scored-term.ts'
import type { Notice } from './plan.ts'
import { MOST_EXPANSIONS, needsExpansion } from './plan-limits.ts'
import { keepInTitle, type TermRequest } from './plan-term.ts'
import { planWord } from './plan-words.ts'
import { andOf, joinPlanned, type Planned, planned } from './planned.ts'

/** A sign with which a name may go on behind its beginning: cve-2025-* */
const CONNECTOR = /^[-._@/:&]/

/**
 * Plans a beginning. One that ends in Han or kana needs no expansion: these are found inside longer words anyway. In 开源gpt-*
 * only gpt- is expanded.
 */
export async function planPrefix(
  view: IndexView,
  text: string,
  asked: TermRequest,
): Promise<Planned> {
  const normalized = normalizeText(text)
  const last = queryPieces(normalized).at(-1)
  if (last === undefined || !needsExpansion(text)) return planWord(view, text, asked)
  if (!asked.expands) {
    const message = `only ${MOST_EXPANSIONS} beginnings are looked up; this is searched as a plain word`
    const notice: Notice = { kind: 'limited', message, text: asked.typed }
    const word = await planWord(view, text, asked)
    return { ...word, notices: [notice, ...word.notices] }
  }
  const [connector = ''] = CONNECTOR.exec(normalized.slice(last.end)) ?? []
  const term = await planBeginning(view, last.text + connector, asked)
  const before = normalized.slice(0, last.start)
  if (queryPieces(before).length === 0) return term
  return joinPlanned([await planWord(view, before, asked), term], andOf)
}

async function planBeginning(
  view: IndexView,
  beginning: string,
  { titleOnly, wanted, typed }: TermRequest,
): Promise<Planned> {
  const { lists, limited } = await expandPrefix(view, beginning)
  const message = `more than ${MOST_WORDS} words begin with "${beginning}"; the commonest ${MOST_WORDS} are looked for`
  const term = createScoredTerm(view, `${beginning}*`, titleOnly ? lists.map(keepInTitle) : lists)
  const needle = { text: beginning, weight: term.weight, wholeWord: false, isPrefix: true }
  return planned(
    { kind: 'term', term },
    {
      needles: wanted ? [needle] : [],
      notices: limited ? [{ kind: 'limited', message, text: typed }] : [],
    },
  )
}
