/** Errors meant for a person: what was wrong, where, and what to do. The edge turns `code` into an exit code or a status. */

export type ErrorCode =
  | 'corpus-missing'
  | 'corpus-changed'
  | 'index-missing'
  | 'index-damaged'
  | 'index-foreign'
  | 'index-newer'
  | 'index-older'
  | 'index-locked'
  | 'index-unwritable'
  | 'dictionary-changed'
  | 'segmenter-missing'
  | 'bad-request'

export class SouwenError extends Error {
  readonly code: ErrorCode
  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'SouwenError'
    this.code = code
  }
}

/** Tells by the name, not by the class: the bundled command line and the modules that it loads have a class each. */
export function isExpectedError(error: unknown): error is SouwenError {
  return error instanceof Error && error.name === 'SouwenError'
}
