/** What the program's exit code says, in one place. */

export const exitCodes = {
  /** Found something; did what was asked. */
  ok: 0,
  /** Nothing found. */
  nothing: 1,
  /** A wrong option, a missing index, files that `index` had to skip. */
  error: 2,
} as const

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]
