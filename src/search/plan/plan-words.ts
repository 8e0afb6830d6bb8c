/** Plans a word of a query as terms: a name as a whole, Han as the words it is cut into, a day by what it means. */

import { type Numeral, writeNumerals } from '../../text/forms/numerals.ts'
import { normalizeText } from '../../text/normalize/normalize.ts'
import { isStopWord } from '../../text/stop-words.ts'
import { isJapaneseParticle } from '../../text/terms/japanese-particles.ts'
import { queryPieces } from '../../text/terms/tokenize.ts'
import { findWrittenForms, replaceByCanonical } from '../../text/terms/written-forms.ts'
import type { IndexView } from '../lists/index-view.ts'
import { planForms } from './plan-forms.ts'
import { planKana } from './plan-kana.ts'
import { planRun } from './plan-run.ts'
import { planSynonyms } from './plan-synonyms.ts'
import { planPhrase, planTerm, type TermRequest } from './plan-term.ts'
import { andOf, joinPlanned, joinWords, optional, orOf, type Planned } from './planned.ts'

export async function planWord(
  view: IndexView,
  text: string,
  asked: TermRequest,
): Promise<Planned> {
  const written = normalizeText(text)
  const parts: Planned[] = []
  let from = 0
  for (const { start, end, canonical } of findWrittenForms(written).filter(
    ({ kind }) => kind === 'date',
  )) {
    parts.push(...(await planPieces(view, written.slice(from, start), asked)))
    const asWritten = await planPieces(view, written.slice(start, end), asked)
    const asMeant = await planTerm(view, canonical, asked, true)
    parts.push(joinPlanned([asMeant, joinPlanned(asWritten, andOf)], orOf))
    from = end
  }
  parts.push(...(await planPieces(view, written.slice(from), asked)))
  if (parts.length === 0) return planPhrase(view, text, asked)
  const typed = await addDigits(view, written, joinWords(parts), asked)
  return widened(view, written, typed, asked)
}

/** Widens a word of several pieces, such as 4g网络, to its synonyms; single pieces have been widened already. */
async function widened(
  view: IndexView,
  written: string,
  plan: Planned,
  asked: TermRequest,
): Promise<Planned> {
  if (view.synonyms.mostParts === 0 || queryPieces(written).length < 2) return plan
  return planSynonyms(view, written, plan, asked)
}

/** Adds articles that have the text with its Chinese numbers in digits: 20周年 for 二十周年. The words stay those that were typed. */
async function addDigits(
  view: IndexView,
  written: string,
  asTyped: Planned,
  asked: TermRequest,
): Promise<Planned> {
  const digits = asked.wanted ? writeNumerals(written, isTelling) : written
  if (digits === written) return asTyped
  const inDigits = joinWords(await planPieces(view, digits, asked))
  return joinPlanned([asTyped, { ...inDigits, words: [], notices: [] }], orOf)
}

const TEN_THOUSAND_DIGITS = 5

/** Says whether a number tells something beside what follows it: 20 and 大 stand in any article, where 二十大 does not. */
function isTelling({ end, digits }: Numeral, text: string): boolean {
  return (
    digits.length >= TEN_THOUSAND_DIGITS ||
    /^(?:\p{Script=Han}{2}|[^\p{L}]|$)/u.test(text.slice(end))
  )
}

/** Plans the pieces of a word, each once: a piece that is typed again asks for nothing more. */
async function planPieces(
  view: IndexView,
  written: string,
  asked: TermRequest,
): Promise<readonly Planned[]> {
  const pieces = queryPieces(
    replaceByCanonical(
      written,
      findWrittenForms(written).filter(({ kind }) => kind !== 'date'),
    ),
  )
  const plans: Planned[] = []
  const kept = pieces.filter((piece) => !isJapaneseParticle(piece))
  const named = new Map((kept.length > 0 ? kept : pieces).map((piece) => [piece.text, piece]))
  for (const { kind, text } of named.values()) {
    if (kind === 'han') plans.push(await planRun(view, text, asked))
    else {
      const plan = kind === 'kana' ? planKana : planName
      plans.push(await planSynonyms(view, text, await plan(view, text, asked), asked))
    }
  }
  return plans
}

/** Plans a run of letters and digits. */
async function planName(view: IndexView, text: string, asked: TermRequest): Promise<Planned> {
  const word = await planTerm(view, text, asked, true)
  return isStopWord(text, asked.typed, asked.isEnglish)
    ? optional(word)
    : planForms(view, word, asked)
}
