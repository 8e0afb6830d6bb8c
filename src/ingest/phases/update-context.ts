/** Every step of a run is given this. */

import type { IndexFolder } from '../../index/files/byte-source.ts'
import type { FileNames } from '../disk/index-files.ts'
import type { IndexProgress } from '../options.ts'
import type { WorkerPool } from '../threads/worker-pool.ts'

export interface UpdateContext {
  readonly folder: IndexFolder
  /** Absolute path. */
  readonly corpus: string
  readonly userDictionary: string | undefined
  /** SHA-256 of the user dictionary as hex digits; '' without one. */
  readonly dictionary: string
  /** The rules of the owner's synonyms: see manifest.ts. */
  readonly synonyms: readonly string[]
  readonly pool: WorkerPool
  /** Are all segments merged into one? */
  readonly optimize: boolean
  readonly names: FileNames
  readonly report: (progress: IndexProgress) => void
}
