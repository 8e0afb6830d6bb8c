/** What went wrong, as a status and a reply for programs: problem details (RFC 9457). The only place that knows statuses. */

import { isForPeople, type SouwenError } from '../../src/errors.ts'
import { ParameterError } from './parameter-error.ts'
import { Refusal, type RefusalStatus } from './refusal.ts'

export type FailureStatus = RefusalStatus | 400 | 500

export interface Problem {
  readonly type: 'about:blank'
  readonly title: string
  readonly status: FailureStatus
  readonly detail: string
  /** The parameter that was wrong. */
  readonly parameter?: string
}

const titles: Readonly<Record<FailureStatus, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  413: 'Content Too Large',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
}

/** Nothing of an unforeseen error is told: it may hold paths, texts or worse. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ParameterError) {
    return { ...problem(400, error.message), parameter: error.parameter }
  }
  if (error instanceof Refusal) return problem(error.status, error.message)
  const status = isForPeople(error) ? statusOf(error) : 500
  if (!(error instanceof Error) || status === 500) {
    return problem(500, 'Something went wrong; the log of the server says more.')
  }
  return problem(status, error.message)
}

function problem(status: FailureStatus, detail: string): Problem {
  return { type: 'about:blank', title: titles[status], status, detail }
}

function statusOf(error: SouwenError): FailureStatus {
  switch (error.code) {
    case 'bad-request':
      return 400
    case 'index-missing':
    case 'index-damaged':
    case 'index-newer':
    case 'index-older':
      return 503
    default:
      return 500
  }
}
