/** A request that was understood and is not answered, with the status that says why. */

export type RefusalStatus = 401 | 403 | 404 | 413 | 429 | 503

/** What a refusal is about where its status alone does not tell readers. */
export type RefusalSubject = 'file'

export class Refusal extends Error {
  readonly status: RefusalStatus
  /** Headers of the reply, such as Retry-After. */
  readonly headers: Readonly<Record<string, string>>
  readonly about: RefusalSubject | undefined
  constructor(
    status: RefusalStatus,
    message: string,
    headers: Readonly<Record<string, string>> = {},
    about?: RefusalSubject,
  ) {
    super(message)
    this.name = 'Refusal'
    this.status = status
    this.headers = headers
    this.about = about
  }
}
