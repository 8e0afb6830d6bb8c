/** The problem of a request that was understood and is not answered, with the status that says why. */

export type RequestProblemStatus = 401 | 403 | 404 | 413 | 429 | 503

/** The subject of the problem, where the status alone does not tell a reader. */
export type ProblemSubject = 'file'

export class RequestProblem extends Error {
  readonly status: RequestProblemStatus
  /** The headers of the reply, such as Retry-After. */
  readonly headers: Readonly<Record<string, string>>
  readonly about: ProblemSubject | undefined
  constructor(
    status: RequestProblemStatus,
    message: string,
    headers: Readonly<Record<string, string>> = {},
    about?: ProblemSubject,
  ) {
    super(message)
    this.name = 'RequestProblem'
    this.status = status
    this.headers = headers
    this.about = about
  }
}
