/**
 * The manifest names the files of a generation. It is the one file that is replaced, by an atomic rename, and the last
 * to be written: whoever reads it sees the old generation or the new one. JSON, with a checksum over the rest.
 */

import { SouwenError } from '../../errors.ts'
import type { IndexFolder } from './byte-source.ts'
import { checksum, FORMAT_VERSION } from './container.ts'

export const MANIFEST_NAME = 'manifest.json'

export interface SegmentEntry {
  readonly name: string
  /** All articles of the segment, deleted ones included. */
  readonly articles: number
  /** File with the bitmap of deleted articles; absent: none is deleted. */
  readonly deletions?: string
  readonly deleted: number
  readonly byteLength: number
}

export interface Manifest {
  readonly format: number
  readonly generation: number
  /** Absolute path of the folder that was indexed; its articles' paths count from there. */
  readonly corpus: string
  /** SHA-256 of the user dictionary; '' without one. Terms of another dictionary would not match. */
  readonly dictionary: string
  /** Oldest first. */
  readonly segments: readonly SegmentEntry[]
  /** File with what is known of the corpus's files; for the next run. */
  readonly catalog: string
  /** File with what can be suggested to someone who types: see suggestions.ts. */
  readonly suggestions: string
  /** Articles that came, changed or went since the suggestions were counted: see update-suggestions.ts. Absent: none. */
  readonly suggestionsBehind?: number
  /** File that says which articles are one text; absent: none are. */
  readonly duplicates?: string
  /** The number the next file gets. */
  readonly nextFile: number
}

export function printManifest(manifest: Manifest): string {
  const text = JSON.stringify(manifest)
  return `${JSON.stringify({ ...manifest, checksum: checksumOf(text) }, null, 2)}\n`
}

/** The newest manifest of a folder; undefined when there is no index. Throws SouwenError (index-damaged, index-newer, index-older). */
export async function readManifest(folder: IndexFolder): Promise<Manifest | undefined> {
  const text = await folder.readText(MANIFEST_NAME)
  return text === undefined ? undefined : parseManifest(text, `${folder.path}/${MANIFEST_NAME}`)
}

function parseManifest(text: string, name: string): Manifest {
  const { checksum: written, ...manifest } = parseJson(text, name)
  const { format } = manifest
  if (typeof format === 'number' && format > FORMAT_VERSION) {
    throw new SouwenError(
      'index-newer',
      `${name}: format ${format} is newer than this program (${FORMAT_VERSION}); update souwen or rebuild with "souwen index --full"`,
    )
  }
  if (typeof format !== 'number' || checksumOf(JSON.stringify(manifest)) !== written) {
    throw damaged(name, 'is damaged')
  }
  if (format < FORMAT_VERSION) {
    throw new SouwenError(
      'index-older',
      `${name}: format ${format} is older than this program's (${FORMAT_VERSION}), which does not read it; rebuild with "souwen index --full"`,
    )
  }
  // The checksum says that printManifest wrote it.
  return manifest as unknown as Manifest
}

function parseJson(text: string, name: string): { format?: unknown; checksum?: unknown } {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null) return { ...value }
  } catch (cause) {
    throw damaged(name, 'is damaged', cause)
  }
  throw damaged(name, 'is damaged')
}

/** A whole file of an index, but not the one that the manifest means: files of two indexes were mixed up. */
export function notNamed(name: string): SouwenError {
  return damaged(name, 'is not the file that the manifest names')
}

function damaged(name: string, what: string, cause?: unknown): SouwenError {
  return new SouwenError('index-damaged', `${name}: ${what}; rebuild with "souwen index --full"`, {
    cause,
  })
}

function checksumOf(text: string): number {
  return checksum(new TextEncoder().encode(text))
}
