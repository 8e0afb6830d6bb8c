/** `souwen suggest PREFIX` prints words, sources and titles of the archive that begin with what has been typed. */

import type { Suggestion } from '../../backend/backend.ts'
import { openIndex } from '../../engine.ts'
import { SouwenError } from '../../errors.ts'
import { type ExitCode, exitCodes } from '../print/exit-code.ts'
import { formatCount, formatTable } from '../print/format.ts'
import { escapeJson, neutralize } from '../print/neutralize.ts'
import { print } from '../print/output.ts'

export interface SuggestOptions {
  readonly index: string
  readonly limit: number
  readonly json?: boolean
}

export async function suggest(
  words: readonly string[],
  { index, limit, json }: SuggestOptions,
): Promise<ExitCode> {
  const query = words.join(' ')
  if (query.trim() === '')
    throw new SouwenError('bad-request', 'nothing to complete: the prefix is empty')
  const backend = await openIndex(index)
  try {
    const result = await backend.suggest({ query, limit })
    print(json ? `${escapeJson(result)}\n` : formatSuggestions(result.suggestions))
    return result.suggestions.length > 0 ? exitCodes.ok : exitCodes.nothing
  } finally {
    await backend.close()
  }
}

function formatSuggestions(suggestions: readonly Suggestion[]): string {
  const rows = suggestions.map(({ kind, articles, text }) => [
    kind,
    formatCount(articles),
    neutralize(text),
  ])
  return formatTable(rows, ['left', 'right', 'left'])
    .map((line) => `${line}\n`)
    .join('')
}
