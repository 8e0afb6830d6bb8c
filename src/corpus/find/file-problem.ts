/** A file or a folder of the corpus that was left out, and why. */
export interface FileProblem {
  /** The path is relative to the corpus folder, with '/' between its parts. */
  readonly path: string
  readonly reason: string
}

/**
 * May what cannot be read now be there all the same? Rights, a disk or a network fail for a while; what is gone, or is another
 * kind of thing by now, stays so. Errors that are not the system's are about the content.
 */
export function mayPass(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error && 'syscall' in error)) return false
  return error.code !== 'ENOENT' && error.code !== 'ENOTDIR'
}
