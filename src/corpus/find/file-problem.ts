/** A file or a folder of the corpus that was left out, and why. */
export interface FileProblem {
  /** Below the corpus folder, with '/' between the parts. */
  readonly path: string
  readonly reason: string
}
