/** Describes what went wrong as problem details (RFC 9457), and chooses the status of errors. */

import { isExpectedError, type SouwenError } from '../../src/errors.ts'
import { ParameterProblem } from './parameter-problem.ts'
import { RequestProblem, type RequestProblemStatus } from './request-problem.ts'

export type ProblemStatus = RequestProblemStatus | 400 | 500

export interface Problem {
  readonly type: 'about:blank'
  readonly title: string
  readonly status: ProblemStatus
  readonly detail: string
  /** The name of the parameter that was wrong. */
  readonly parameter?: string
}

const titles: Readonly<Record<ProblemStatus, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  413: 'Content Too Large',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
}

/** Tells nothing of an unforeseen error, whose message may hold paths, texts or worse. */
export function describeProblem(error: unknown): Problem {
  if (error instanceof ParameterProblem) {
    return { ...createProblem(400, error.message), parameter: error.parameter }
  }
  if (error instanceof RequestProblem) return createProblem(error.status, error.message)
  const status = isExpectedError(error) ? chooseStatus(error) : 500
  if (!(error instanceof Error) || status === 500) {
    return createProblem(500, 'Something went wrong; the log of the server says more.')
  }
  return createProblem(status, error.message)
}

function createProblem(status: ProblemStatus, detail: string): Problem {
  return { type: 'about:blank', title: titles[status], status, detail }
}

function chooseStatus(error: SouwenError): ProblemStatus {
  if (isIndexProblem(error)) return 503
  return error.code === 'bad-request' ? 400 : 500
}

const indexCodes = [
  'index-missing',
  'index-foreign',
  'index-damaged',
  'index-newer',
  'index-older',
] as const

export interface IndexProblem extends SouwenError {
  readonly code: (typeof indexCodes)[number]
}

/** Whether the index cannot be used just now, whatever is asked of it. */
export function isIndexProblem(error: unknown): error is IndexProblem {
  return isExpectedError(error) && indexCodes.some((code) => code === error.code)
}
