/** A back end that moves on to each new generation: for a server that stays up while "souwen index" runs. */

import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { MANIFEST_NAME } from '../index/manifest.ts'
import { nodeFolder } from '../index/node-folder.ts'
import type { SearchBackend } from './backend.ts'
import { openEmbedded } from './embedded.ts'

interface Open {
  readonly backend: SearchBackend
  /** Calls under way. */
  users: number
  /** To be closed when the last of them ends. */
  superseded: boolean
}

/** Every call is answered from the generation that is newest when it begins. Throws as openEmbedded, at each call. */
export function followFolder(path: string): SearchBackend {
  let current: { readonly version: string; readonly open: Promise<Open> } | undefined

  /** A generation shows in the manifest's inode, size and time: each is a new file, renamed into place. */
  async function version(): Promise<string> {
    try {
      const { ino, size, mtimeMs } = await stat(join(path, MANIFEST_NAME))
      return `${ino} ${size} ${mtimeMs}`
    } catch {
      return 'none'
    }
  }

  async function newest(): Promise<Open> {
    const now = await version()
    if (current?.version === now) return current.open
    const old = current
    const open = openEmbedded(nodeFolder(path)).then((backend) => ({
      backend,
      users: 0,
      superseded: false,
    }))
    current = { version: now, open }
    open.catch(() => {
      if (current?.open === open) current = undefined
    })
    if (old !== undefined)
      open
        .then(
          () => retire(old.open),
          () => retire(old.open),
        )
        .catch(() => {})
    return open
  }

  async function use<Result>(call: (backend: SearchBackend) => Promise<Result>): Promise<Result> {
    const open = await newest()
    open.users++
    try {
      return await call(open.backend)
    } finally {
      open.users--
      if (open.superseded && open.users === 0) await open.backend.close()
    }
  }

  return {
    search: (request) => use((backend) => backend.search(request)),
    article: (idOrPath) => use((backend) => backend.article(idOrPath)),
    stats: () => use((backend) => backend.stats()),
    async close() {
      if (current !== undefined) await retire(current.open)
      current = undefined
    },
  }
}

async function retire(opening: Promise<Open>): Promise<void> {
  const open = await opening
  open.superseded = true
  if (open.users === 0) await open.backend.close()
}
