/** Says as data what was wrong with a parameter. The API writes it in English, the page in the reader's language. */

import { SouwenError } from '../../src/errors.ts'

export type ParameterReason =
  | { readonly kind: 'missing' }
  | { readonly kind: 'repeated' }
  | { readonly kind: 'unknown'; readonly known: readonly string[] }
  | { readonly kind: 'integer'; readonly minimum: number; readonly maximum: number }
  | { readonly kind: 'choice'; readonly choices: readonly string[] }
  | { readonly kind: 'date' }
  | { readonly kind: 'length'; readonly maximum: number }
  | { readonly kind: 'depth'; readonly maximum: number }

/** The problem of a request with a wrong parameter. The reply is 400 and names the parameter. */
export class ParameterProblem extends SouwenError {
  readonly parameter: string
  readonly reason: ParameterReason
  constructor(parameter: string, reason: ParameterReason) {
    super('bad-request', `${parameter}: ${describeReason(reason)}`)
    this.name = 'ParameterProblem'
    this.parameter = parameter
    this.reason = reason
  }
}

function describeReason(reason: ParameterReason): string {
  switch (reason.kind) {
    case 'missing':
      return 'is missing'
    case 'repeated':
      return 'is given more than once'
    case 'unknown':
      return reason.known.length === 0
        ? 'is unknown; no parameters are known here'
        : `is unknown; known are ${reason.known.join(', ')}`
    case 'integer':
      return `must be an integer from ${reason.minimum} to ${reason.maximum}`
    case 'choice':
      return `must be one of ${reason.choices.join(', ')}`
    case 'date':
      return 'must be a real date, such as 2025, 2025-03, 2025-03-09, 2025/3/9, 20250309, last Wednesday, or the like in Chinese'
    case 'length':
      return `must have at most ${reason.maximum} characters`
    case 'depth':
      return `results end at ${reason.maximum}; narrow the search with source, from or to`
  }
}
