/** Runs the program `souwen` and turns the outcome into an exit code. Nothing else ends the process. */

import { readFileSync } from 'node:fs'
import { isExpectedError } from '../errors.ts'
import { exitCodes } from './print/exit-code.ts'
import { neutralize, neutralizeLines } from './print/neutralize.ts'
import { onOutputError, warn } from './print/output.ts'

/** Ends quietly when the reader has had enough (`| head -1`). All else, such as a full disk, is an error. */
onOutputError((error) => {
  if ('code' in error && error.code === 'EPIPE') process.exit(exitCodes.ok)
  warn(`souwen: ${describeError(error)}\n`)
  process.exit(exitCodes.error)
})

import('./program.ts')
  .then(({ run }) => run(process.argv.slice(2), readVersion()))
  .then((code) => {
    process.exitCode = code
  })
  .catch((error: unknown) => {
    warn(`souwen: ${describeError(error)}\n`)
    process.exitCode = exitCodes.error
  })

/** The file stands two folders above the source and three above the built program. */
function readVersion(): string {
  const path = import.meta.url.includes('/dist/src/cli/')
    ? '../../../package.json'
    : '../../package.json'
  return JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')).version
}

/** Tells errors meant for a person, and the system's (a full disk), by their message. All others are bugs and show their stack. */
function describeError(error: unknown): string {
  if (isExpectedError(error) || isSystemError(error)) return neutralize(error.message)
  return neutralizeLines(error instanceof Error ? (error.stack ?? error.message) : String(error))
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error && 'syscall' in error
}
