/** `souwen search WORDS…` asks the index and prints the result, as JSON or for a person. */

import { openIndex } from '../../engine.ts'
import { SouwenError } from '../../errors.ts'
import type { SearchRequest, SearchResult, SortOrder } from '../../search/answers/result.ts'
import { type ExitCode, exitCodes } from '../print/exit-code.ts'
import { escapeJson, neutralize } from '../print/neutralize.ts'
import { describeOutput, print, warn } from '../print/output.ts'
import { describeTerminal } from '../print/terminal.ts'
import { tuneForOneSearch } from './tuning.ts'

/** A terminal shows more articles at once than a page, and less of each. */
const TERMINAL_COLUMNS = 120

export interface SearchOptions {
  readonly index: string
  readonly limit: number
  readonly offset: number
  readonly sort: SortOrder
  readonly source?: string
  readonly from?: string
  readonly to?: string
  readonly all?: boolean
  readonly explain?: boolean
  readonly json?: boolean
}

export async function search(words: readonly string[], options: SearchOptions): Promise<ExitCode> {
  tuneForOneSearch()
  const request = toSearchRequest(words, options)
  const backend = await openIndex(options.index)
  try {
    const result = await backend.search(request)
    await printResult(result, options.json === true)
    return result.total + (result.partial ?? 0) > 0 ? exitCodes.ok : exitCodes.nothing
  } finally {
    await backend.close()
  }
}

/** Joins the words to one query. Quotes that the shell has left in them are the query's own. */
function toSearchRequest(words: readonly string[], options: SearchOptions): SearchRequest {
  const { index: _index, json: _json, ...wanted } = options
  const query = words.join(' ')
  if (query.trim() === '')
    throw new SouwenError('bad-request', 'nothing to search for: the query is empty')
  return { query, ...wanted, ...(!options.json && { snippetColumns: TERMINAL_COLUMNS }) }
}

async function printResult(result: SearchResult, asJson: boolean): Promise<void> {
  if (asJson) {
    print(`${escapeJson(result)}\n`)
    return
  }
  for (const { message } of result.warnings ?? []) {
    warn(`souwen: ${neutralize(message)}\n`)
  }
  const { formatResult } = await import('../print/hit-text.ts')
  print(formatResult(result, describeTerminal(describeOutput(), process.env)))
}
