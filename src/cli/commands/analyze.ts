/** `souwen analyze TEXT` prints the words that the index would hold for a text, and where they stand in it. */

import { analyze as tokensOf } from '../../engine.ts'
import { type ExitCode, exitCodes } from '../print/exit-code.ts'
import { formatTable } from '../print/format.ts'
import { escapeJson, neutralize } from '../print/neutralize.ts'
import { print } from '../print/output.ts'

export interface AnalyzeOptions {
  readonly dictionary?: string
  readonly json?: boolean
}

export async function analyze(
  words: readonly string[],
  options: AnalyzeOptions,
): Promise<ExitCode> {
  const { dictionary, json } = options
  const tokens = await tokensOf(
    words.join(' '),
    dictionary === undefined ? {} : { userDictionary: dictionary },
  )
  print(json ? `${escapeJson(tokens)}\n` : formatTokens(tokens))
  return tokens.length > 0 ? exitCodes.ok : exitCodes.nothing
}

function formatTokens(tokens: Awaited<ReturnType<typeof tokensOf>>): string {
  const rows = tokens.map(({ term, start, end }) => [String(start), String(end), neutralize(term)])
  const lines = formatTable([['start', 'end', 'term'], ...rows], ['right', 'right', 'left'])
  return lines.map((line) => `${line}\n`).join('')
}
