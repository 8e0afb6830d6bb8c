/** Watches what a run does to the disk, call by call; the calls themselves are node's own. */

import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

const WRITERS = [
  'openSync',
  'writeSync',
  'fsyncSync',
  'renameSync',
  'rmSync',
  'writeFileSync',
] as const

/** Runs, and calls `watch` each time something has been done to the disk. */
export async function watchingWrites(
  run: () => Promise<unknown>,
  watch: () => void,
): Promise<void> {
  const originals = WRITERS.map((name) => ({ name, original: fs[name] }))
  let watching = false
  for (const { name, original } of originals) {
    const watched = (...args: unknown[]) => {
      // What is passed on is what came.
      const result = (original as (...all: unknown[]) => unknown)(...args)
      if (watching) return result
      watching = true
      watch()
      watching = false
      return result
    }
    Object.assign(fs, { [name]: watched })
  }
  syncBuiltinESMExports()
  try {
    await run()
  } finally {
    for (const { name, original } of originals) Object.assign(fs, { [name]: original })
    syncBuiltinESMExports()
  }
}
