/** Finds the article that a command names by its id or path. */

import { resolve } from 'node:path'
import { type ExitCode, exitCodes } from '../print/exit-code.ts'
import { neutralize } from '../print/neutralize.ts'
import { warn } from '../print/output.ts'

/** Asks for the name as it is, then as a path from the current directory, which is what the shell completes. */
export async function findNamed<Answer>(
  pathOrId: string,
  ask: (pathOrId: string) => Promise<Answer | undefined>,
): Promise<Answer | undefined> {
  return (await ask(pathOrId)) ?? (await ask(resolve(pathOrId)))
}

export function reportMissing(pathOrId: string, index: string): ExitCode {
  warn(`souwen: ${neutralize(`${index}: no article has the path or id ${pathOrId}`)}\n`)
  return exitCodes.nothing
}
