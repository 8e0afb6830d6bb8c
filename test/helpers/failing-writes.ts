/** Lets calls to the disk fail, as a full or a broken disk does; all others are node's own. */

import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

export type Writer = 'openSync' | 'writeSync' | 'fsyncSync' | 'renameSync'

/**
 * Runs with `replace` in the place of a call. Opening counts only for writing. `replace` is told how many of the calls came
 * before, and returns undefined to let the call be.
 */
export async function withWriter(
  name: Writer,
  replace: (calls: number, args: readonly unknown[]) => unknown,
  run: () => Promise<unknown>,
): Promise<void> {
  const original = fs[name]
  let calls = 0
  const replaced = (...args: unknown[]) => {
    const counts = name !== 'openSync' || isForWriting(args[1])
    // What is passed on is what came.
    return (
      (counts ? replace(calls++, args) : undefined) ??
      (original as (...all: unknown[]) => unknown)(...args)
    )
  }
  Object.assign(fs, { [name]: replaced })
  syncBuiltinESMExports()
  try {
    await run()
  } finally {
    Object.assign(fs, { [name]: original })
    syncBuiltinESMExports()
  }
}

function isForWriting(flags: unknown): boolean {
  const { O_WRONLY, O_RDWR } = fs.constants
  return typeof flags === 'number' ? (flags & (O_WRONLY | O_RDWR)) !== 0 : flags !== 'r'
}

/** The system's error of a name. */
export function systemError(code: string, syscall: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`${code}: it failed, ${syscall}`), { code, syscall })
}
