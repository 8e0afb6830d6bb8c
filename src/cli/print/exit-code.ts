/** Defines the program's exit codes. */

export const exitCodes = {
  /** The program found something, or did what was asked. */
  ok: 0,
  /** The program found nothing. */
  nothing: 1,
  /** An option was wrong, the index was missing, or `index` had to skip files. */
  error: 2,
} as const

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]
