/** `souwen explain QUERY PATH|ID` prints where a query puts an article, and how its score comes about. */

import { openIndex } from '../../engine.ts'
import { SouwenError } from '../../errors.ts'
import type { Explanation } from '../../search/answers/result.ts'
import { type ExitCode, exitCodes } from '../print/exit-code.ts'
import { formatExplanation } from '../print/explanation-text.ts'
import { formatCount, formatCounted } from '../print/format.ts'
import { escapeJson, neutralize } from '../print/neutralize.ts'
import { describeOutput, print } from '../print/output.ts'
import { createPalette, describeTerminal } from '../print/terminal.ts'
import { findNamed, reportMissing } from './named-article.ts'

export interface ExplainOptions {
  readonly index: string
  readonly json?: boolean
}

export async function explain(
  words: readonly string[],
  options: ExplainOptions,
): Promise<ExitCode> {
  const query = words.slice(0, -1).join(' ')
  const pathOrId = words.at(-1) ?? ''
  if (query.trim() === '')
    throw new SouwenError('bad-request', 'name a query and, last, an article by its path or id')
  const backend = await openIndex(options.index)
  try {
    const explanation = await findNamed(pathOrId, (one) => backend.explain({ query }, one))
    if (explanation === undefined) return reportMissing(pathOrId, options.index)
    print(options.json ? `${escapeJson(explanation)}\n` : formatWithHead(explanation))
    return explanation.rank > 0 ? exitCodes.ok : exitCodes.nothing
  } finally {
    await backend.close()
  }
}

function formatWithHead(explanation: Explanation): string {
  const { bold, dim } = createPalette(describeTerminal(describeOutput(), process.env).colours)
  const { title, id, rank, total, score, lacking } = explanation
  const found = `place ${formatCount(rank)} of ${formatCounted(total, 'article')}`
  const about = rank > 0 ? found : `not among the ${formatCounted(total, 'article')} found`
  const without = lacking.length === 0 ? [] : [`    without ${neutralize(lacking.join(', '))}`]
  const lines = [
    bold(neutralize(title)),
    dim(`${id} · ${about}`),
    ...(rank > 0 ? formatExplanation(score, explanation) : without),
  ]
  return `${lines.join('\n')}\n`
}
