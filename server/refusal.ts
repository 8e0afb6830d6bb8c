/** A request that was understood and is not answered, with the status that says why. */

export type RefusalStatus = 401 | 403 | 404 | 413 | 429 | 503

export class Refusal extends Error {
  readonly status: RefusalStatus
  /** Headers of the reply, such as Retry-After. */
  readonly headers: Readonly<Record<string, string>>
  constructor(
    status: RefusalStatus,
    message: string,
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(message)
    this.name = 'Refusal'
    this.status = status
    this.headers = headers
  }
}
