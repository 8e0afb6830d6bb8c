/** Lists the forms that a word of a query is also looked for in, weighing less. Most of them are in no index. Pure. */

import { foldAccents } from './accents.ts'
import { inflections } from './inflection.ts'
import { joinedForms } from './joined-names.ts'
import { koreanStem } from './korean.ts'

export interface OtherForms {
  /** Terms that stand in articles as they are. */
  readonly terms: readonly string[]
  /** Texts whose loose terms are looked for: see loose-terms.ts. */
  readonly loose: readonly string[]
  /** Words with spaces between them. */
  readonly spaced: readonly string[]
}

/** @param word normalised, a term of a query */
export function otherForms(word: string): OtherForms {
  const plain = foldAccents(word)
  const stem = koreanStem(word)
  const { terms: joined, spaced } = joinedForms(plain)
  const inflected = inflections(plain)
  const loose = [plain, ...inflected, ...(stem === undefined ? [] : [stem])]
  const terms = new Set([...loose, ...joined])
  terms.delete(word)
  return { terms: [...terms], loose, spaced }
}
