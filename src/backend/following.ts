/** A back end that moves on to each new generation: for a server that stays up while "souwen index" runs. */

import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { SouwenError } from '../errors.ts'
import { nodeFolder } from '../index/disk/node-folder.ts'
import { MANIFEST_NAME } from '../index/files/manifest.ts'
import { segmentKeeper } from '../index/segment/kept-segments.ts'
import { createMemory } from '../memory/memory.ts'
import type { SearchBackend } from './backend.ts'
import { openEmbedded } from './embedded.ts'
import { lexiconKeeper } from './kept-lexicon.ts'

/** A generation, open or about to be. */
interface Open {
  readonly version: string
  readonly backend: Promise<SearchBackend>
  /** Calls that were given it and have not ended, those that wait for it to open included. */
  users: number
  /** A newer generation has taken its place: it is closed when the last of its users ends. */
  superseded: boolean
}

/** Every call is answered from the generation that is newest when it begins. Throws as openEmbedded, at each call. */
export function followFolder(path: string, memory = createMemory()): SearchBackend {
  let current: Open | undefined
  const lexicons = lexiconKeeper()
  let segments = segmentKeeper(memory)

  /** A generation shows in the manifest's inode, size and time: each is a new file, renamed into place. */
  async function version(): Promise<string> {
    try {
      const { ino, size, mtimeMs } = await stat(join(path, MANIFEST_NAME))
      return `${ino} ${size} ${mtimeMs}`
    } catch {
      return 'none'
    }
  }

  /** Counts the caller in before anyone else runs, so that nothing it will use is closed. */
  function take(newest: string): Open {
    if (current?.version === newest) {
      current.users++
      return current
    }
    const before = current
    const backend = openEmbedded(nodeFolder(path), lexicons, segments)
    current = { version: newest, backend, users: 1, superseded: false }
    // The old generation is retired only now, so that the segments that both have stay open.
    const replace = () => before && retire(before)
    backend.then(replace, replace)
    return current
  }

  async function use<Result>(call: (backend: SearchBackend) => Promise<Result>): Promise<Result> {
    const open = take(await version())
    try {
      return await call(await open.backend)
    } catch (error) {
      if ((await failedToOpen(open)) || isDamage(error)) forget(open)
      throw error
    } finally {
      open.users--
      closeIfDone(open)
    }
  }

  /** The next call opens it again: its files may have been put right by then, or not open any more. */
  function forget(open: Open): void {
    if (current !== open) return
    retire(open)
    current = undefined
    segments = segmentKeeper(memory)
  }

  return {
    search: (request) => use((backend) => backend.search(request)),
    explain: (request, idOrPath) => use((backend) => backend.explain(request, idOrPath)),
    suggest: (request) => use((backend) => backend.suggest(request)),
    article: (idOrPath) => use((backend) => backend.article(idOrPath)),
    file: (idOrPath) => use((backend) => backend.file(idOrPath)),
    related: (id, count) => use((backend) => backend.related(id, count)),
    marks: (query, texts, signal) => use((backend) => backend.marks(query, texts, signal)),
    examples: () => use((backend) => backend.examples()),
    version: () => use((backend) => backend.version()),
    stats: () => use((backend) => backend.stats()),
    failed: () => use((backend) => backend.failed()),
    async close() {
      if (current !== undefined) retire(current)
      current = undefined
    },
  }
}

function retire(open: Open): void {
  open.superseded = true
  closeIfDone(open)
}

function closeIfDone({ superseded, users, backend }: Open): void {
  if (!superseded || users > 0) return
  backend.then((opened) => opened.close()).catch(() => {})
}

function isDamage(error: unknown): boolean {
  return error instanceof SouwenError && error.code === 'index-damaged'
}

function failedToOpen({ backend }: Open): Promise<boolean> {
  return backend.then(
    () => false,
    () => true,
  )
}
