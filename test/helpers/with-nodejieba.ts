/** Declares tests that need the native half of nodejieba. */

import { describe, test } from 'vitest'
import { buildNodejieba } from './nodejieba.ts'

interface Environment extends NodeJS.ProcessEnv {
  readonly NODEJIEBA_REQUIRED?: string
}

/** Where it cannot be built, a skipped test of that name says so; with $NODEJIEBA_REQUIRED set, a failed one. */
export async function withNodejieba(name: string, declare: () => void): Promise<void> {
  const reason = await buildNodejieba()
  if (reason === undefined) {
    describe(name, declare)
    return
  }
  const why = `${name}: SKIPPED, nodejieba cannot be built; it takes python3, make and g++: ${reason}`
  const environment: Environment = process.env
  if (environment.NODEJIEBA_REQUIRED) {
    test(name, () => {
      throw new Error(why)
    })
  } else {
    process.stderr.write(`${why}\n`)
    test.skip(why, () => {})
  }
}
