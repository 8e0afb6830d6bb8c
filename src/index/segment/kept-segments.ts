/**
 * Keeps segments open for several generations. Most new generations come from a small update, and share the segments of the one
 * before with their columns and blocks.
 */

import { createMemory, type Memory } from '../../memory/memory.ts'
import { createBlockCache } from '../files/block-cache.ts'
import type { ByteSource, IndexFolder } from '../files/byte-source.ts'
import { TRAILER_BYTES } from '../files/container.ts'
import { openSegmentOf, type Segment } from './segment.ts'

export interface SegmentKeeper {
  /** The budget of what is kept of its segments. */
  readonly memory: Memory
  /** Opens the segment of that name as it lies in the folder now. Its file is closed when everybody who opened it has closed it. */
  open(folder: IndexFolder, name: string): Promise<Segment>
}

interface Kept {
  readonly mark: string
  readonly segment: Promise<Segment>
  users: number
}

export function segmentKeeper(memory = createMemory()): SegmentKeeper {
  const cache = createBlockCache(memory.budgetOf('blocks'))
  memory.count('blocks', cache.byteLength)
  const all = new Map<string, Kept>()

  function release(name: string, kept: Kept): void {
    if (--kept.users > 0) return
    if (all.get(name) === kept) all.delete(name)
    // A segment that failed to open has closed its file.
    kept.segment.then((segment) => segment.close()).catch(() => {})
  }

  function keep(mark: string, source: ByteSource, folder: IndexFolder): Kept {
    const kept = { mark, segment: openSegmentOf(source, folder, cache, memory), users: 0 }
    all.set(source.name, kept)
    return kept
  }

  return {
    memory,
    async open(folder, name) {
      const source = await folder.open(name)
      const mark = await markOf(source).catch(async (error: unknown) => {
        await source.close()
        throw error
      })
      const known = all.get(name)
      const isKnown = known?.mark === mark
      const kept = isKnown ? known : keep(mark, source, folder)
      kept.users++
      if (isKnown) await source.close()
      let isOpen = true
      async function close(): Promise<void> {
        if (isOpen) release(name, kept)
        isOpen = false
      }
      try {
        return { ...(await kept.segment), close }
      } catch (error) {
        await close()
        throw error
      }
    },
  }
}

/** A text that tells a file from all others, also from one of the same name in an index that was built anew: its last bytes sum up all of it. */
export async function markOf({ name, byteLength, read }: ByteSource): Promise<string> {
  const length = Math.min(byteLength, TRAILER_BYTES)
  return `${name} ${byteLength} ${await read(byteLength - length, length)}`
}
