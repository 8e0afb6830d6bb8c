/** `souwen verify` checks that the index on disk is whole. */

import { type Verification, verifyIndex } from '../../engine.ts'
import { type ExitCode, exitCodes } from '../print/exit-code.ts'
import { formatCount } from '../print/format.ts'
import { escapeJson, neutralize } from '../print/neutralize.ts'
import { print } from '../print/output.ts'

export interface VerifyOptions {
  readonly index: string
  readonly json?: boolean
}

export async function verify({ index, json }: VerifyOptions): Promise<ExitCode> {
  const verification = await verifyIndex(index)
  print(json ? `${escapeJson(verification)}\n` : formatVerification(verification))
  return verification.faults.length === 0 ? exitCodes.ok : exitCodes.nothing
}

function formatVerification({ generation, articles, files, faults }: Verification): string {
  const what = `generation ${generation}, ${formatCount(articles)} articles in ${formatCount(files)} files`
  if (faults.length === 0) return `${what}: whole\n`
  const lines = faults.map(({ file, reason }) => neutralize(`  ${file}: ${reason}`))
  return [`${what}: damaged`, ...lines, 'rebuild with "souwen index --full"', ''].join('\n')
}
