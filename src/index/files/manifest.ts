/**
 * The manifest names the files of a generation. It is the only file that is replaced, by an atomic rename, and it is written
 * last: a reader sees the old generation or the new one. It is JSON with a checksum over the rest.
 */

import { SouwenError } from '../../errors.ts'
import type { IndexFolder } from './byte-source.ts'
import { checksum, FORMAT_VERSION } from './container.ts'
import { damagedFile } from './damage.ts'

export const MANIFEST_NAME = 'manifest.json'

export interface SegmentEntry {
  readonly name: string
  /** All articles of the segment, deleted ones included. */
  readonly articles: number
  /** The file with the bitmap of deleted articles; absent when none is deleted. */
  readonly deletions?: string
  readonly deleted: number
  readonly byteLength: number
}

export interface Manifest {
  readonly format: number
  readonly generation: number
  /** Absolute path of the folder that was indexed. The paths of articles start there. */
  readonly corpus: string
  /** SHA-256 of the user dictionary in hex, '' without one. Terms cut with another dictionary would not match. */
  readonly dictionary: string
  /** The owner's synonyms, a rule each, normalised: `a, b => c` or `a, b, c`. They concern queries alone; absent: there are none. */
  readonly synonyms?: readonly string[]
  /** The oldest comes first. */
  readonly segments: readonly SegmentEntry[]
  /** The file that tells the next run what is known of the corpus's files. */
  readonly catalog: string
  /** The file with suggested words and sources: see suggestions.ts. */
  readonly suggestions: string
  /** Number of articles that came, changed or went since the suggestions were counted (see update-suggestions.ts); absent when none did. */
  readonly suggestionsBehind?: number
  /** The file that says which articles are one text; absent when no two are. */
  readonly duplicates?: string
  /** The number the next file gets. */
  readonly nextFile: number
}

export function printManifest(manifest: Manifest): string {
  const text = JSON.stringify(manifest)
  return `${JSON.stringify({ ...manifest, checksum: checksumOf(text) }, null, 2)}\n`
}

/**
 * Resolves to the manifest of a folder, undefined when there is no index. Rejects with SouwenError (index-foreign,
 * index-damaged, index-newer, index-older).
 */
export async function readManifest(folder: IndexFolder): Promise<Manifest | undefined> {
  const text = await folder.readText(MANIFEST_NAME)
  return text === undefined ? undefined : parseManifest(text, `${folder.path}/${MANIFEST_NAME}`)
}

function parseManifest(text: string, name: string): Manifest {
  if (!isOurs(text)) {
    throw new SouwenError(
      'index-foreign',
      `${name}: belongs to another program, and so may the files beside it; nothing was changed. Give another folder for the index, with --index`,
    )
  }
  const { checksum: written, ...manifest } = parseJson(text, name)
  const { format } = manifest
  if (typeof format === 'number' && format > FORMAT_VERSION) {
    throw new SouwenError(
      'index-newer',
      `${name}: format ${format} is newer than this program (${FORMAT_VERSION}); update souwen or rebuild with "souwen index --full"`,
    )
  }
  if (typeof format !== 'number' || checksumOf(JSON.stringify(manifest)) !== written) {
    throw damagedFile(name, 'is damaged')
  }
  if (format < FORMAT_VERSION) {
    throw new SouwenError(
      'index-older',
      `${name}: format ${format} is older than this program's (${FORMAT_VERSION}), which does not read it; rebuild with "souwen index --full"`,
    )
  }
  // The checksum proves that printManifest wrote it.
  return manifest as unknown as Manifest
}

/**
 * Tells whether a damaged manifest was one of ours, cut off by a crash or filled with zeros by the disk. If so, rebuilding
 * loses nothing.
 */
function isOurs(text: string): boolean {
  const written = text.replaceAll('\0', '').trimStart()
  if (written.startsWith(BEGINNING) || BEGINNING.startsWith(written)) return true
  return OWN_NAMES.filter((name) => written.includes(`"${name}"`)).length > 1
}

/** printManifest writes this first. */
const BEGINNING = '{\n  "format": '
/** No other program's manifest has two of them. */
const OWN_NAMES = ['format', 'generation', 'nextFile', 'checksum']

function parseJson(text: string, name: string): { format?: unknown; checksum?: unknown } {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null) return { ...value }
  } catch (cause) {
    throw damagedFile(name, 'is damaged', cause)
  }
  throw damagedFile(name, 'is damaged')
}

function checksumOf(text: string): number {
  return checksum(new TextEncoder().encode(text))
}
