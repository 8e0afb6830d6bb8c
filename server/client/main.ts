/** Adds to the pages what needs JavaScript: results as one types, completions, keys. Without it links and forms do the same. */

import { completeQueries } from './completions.ts'
import { listenToKeys } from './keys.ts'
import { searchAsTyped } from './live-search.ts'
import { stepThroughMarks } from './marks.ts'

const form = document.querySelector<HTMLFormElement>('form[role=search]')
const input = form?.querySelector<HTMLInputElement>('input[name=q]')
const stepMark = stepThroughMarks()
listenToKeys(input ?? undefined, stepMark)
if (form && input) {
  const search = searchAsTyped(form, input)
  completeQueries(input, search)
}
