/**
 * Reads blocks of index files, checks them, and keeps the most recently used in memory. All files of an index share one cache,
 * so that its size bounds what a long-running server holds. Blocks lie in slabs that are never given back: a block each by itself
 * comes and goes among the garbage of searches, and leaves holes that cost as much again.
 */

import type { ByteSource } from './byte-source.ts'

/** One checksum covers so many bytes, which are read and kept together. */
export const BLOCK_BYTES = 16_384

export interface CheckedBlocks {
  /** Resolves to a copy of bytes of the file's data; rejects with what `check` throws for a block that is not as written. */
  read(offset: number, length: number): Promise<Uint8Array>
  /** Reads as `read` does, but keeps no block, since the caller keeps what is read. */
  readOnce(offset: number, length: number): Promise<Uint8Array<ArrayBuffer>>
  close(): Promise<void>
}

export type CheckBlock = (block: number, bytes: Uint8Array) => void

export interface BlockCache {
  /** Bytes that it takes now. */
  byteLength(): number
  attach(source: ByteSource, dataLength: number, check: CheckBlock): CheckedBlocks
}

/** A cache of at most `maxBytes`, or of one block. */
export function createBlockCache(maxBytes: number): BlockCache {
  const slots = createSlots(Math.max(1, Math.floor(maxBytes / BLOCK_BYTES)))
  const scratch = new Uint8Array(BLOCK_BYTES)
  let files = 0
  return {
    byteLength: slots.byteLength,
    attach: (source, dataLength, check) =>
      attach({ source, dataLength, check, slots, scratch, firstKey: files++ * MOST_BLOCKS }),
  }
}

/** A file has at most so many blocks (1 TB), so that the keys of all blocks are whole numbers below 2^53. */
const MOST_BLOCKS = 2 ** 26

interface Attached {
  readonly source: ByteSource
  readonly dataLength: number
  readonly check: CheckBlock
  readonly slots: Slots
  /** Room for one block, which is overwritten by every block that is read without waiting. */
  readonly scratch: Uint8Array
  /** The key of the file's first block. */
  readonly firstKey: number
}

function attach({ source, dataLength, check, slots, scratch, firstKey }: Attached): CheckedBlocks {
  /** Reads the blocks [first, last] in one go and checks each. */
  async function load(first: number, last: number): Promise<Uint8Array> {
    const start = first * BLOCK_BYTES
    const bytes = await source.read(start, Math.min((last + 1) * BLOCK_BYTES, dataLength) - start)
    for (let block = first; block <= last; block++) check(block, blockAt(bytes, block - first))
    return bytes
  }

  /** Reads a block into a place that is used again: as garbage, blocks would take ten times what is kept. */
  function loadNow(block: number, place: Uint8Array): Uint8Array {
    const start = block * BLOCK_BYTES
    const bytes = place.subarray(0, Math.min(BLOCK_BYTES, dataLength - start))
    source.readInto?.(start, bytes)
    check(block, bytes)
    return bytes
  }

  /** Reads a block into the place where it is kept. A block that is not as written leaves its place again. */
  function loadNowAndKeep(block: number): Uint8Array {
    const key = firstKey + block
    const place = slots.take(key, Math.min(BLOCK_BYTES, dataLength - block * BLOCK_BYTES))
    try {
      return loadNow(block, place)
    } catch (error) {
      slots.leave(key)
      throw error
    }
  }

  /** Whole blocks are read to where they belong, the ends by way of `scratch`. */
  function readOnceNow(offset: number, length: number): Uint8Array<ArrayBuffer> {
    const [first, last] = blocksOf(offset, length)
    const result = new Uint8Array(length)
    const whole = Math.ceil(offset / BLOCK_BYTES)
    const end = Math.max(whole, Math.floor((offset + length) / BLOCK_BYTES))
    const start = whole * BLOCK_BYTES
    const blocks = result.subarray(start - offset, end * BLOCK_BYTES - offset)
    if (end > whole) source.readInto?.(start, blocks)
    for (let block = whole; block < end; block++) check(block, blockAt(blocks, block - whole))
    for (const block of new Set([first, last])) {
      if (block < whole || block >= end)
        copyInto(result, loadNow(block, scratch), block * BLOCK_BYTES - offset)
    }
    return result
  }

  async function loadAndKeep(first: number, last: number): Promise<Uint8Array> {
    const bytes = await load(first, last)
    for (let block = first; block <= last; block++)
      slots.keep(firstKey + block, blockAt(bytes, block - first))
    return bytes
  }

  async function read(offset: number, length: number): Promise<Uint8Array> {
    if (length === 0) return new Uint8Array(0)
    const [first, last] = blocksOf(offset, length)
    const result = new Uint8Array(length)
    for (let block = first; block <= last; block++) {
      const known = slots.get(firstKey + block) ?? (source.readInto && loadNowAndKeep(block))
      if (known !== undefined) {
        copyInto(result, known, block * BLOCK_BYTES - offset)
        continue
      }
      let end = block
      while (end < last && !slots.has(firstKey + end + 1)) end++
      copyInto(result, await loadAndKeep(block, end), block * BLOCK_BYTES - offset)
      block = end
    }
    return result
  }

  async function readOnce(offset: number, length: number): Promise<Uint8Array<ArrayBuffer>> {
    if (length === 0) return new Uint8Array(0)
    if (source.readInto) return readOnceNow(offset, length)
    const [first, last] = blocksOf(offset, length)
    const start = offset - first * BLOCK_BYTES
    return (await load(first, last)).slice(start, start + length)
  }

  return { read, readOnce, close: () => source.close() }
}

/** The first and the last block that hold some of the bytes. The last comes before the first when there are no bytes. */
function blocksOf(offset: number, length: number): readonly [number, number] {
  return [Math.floor(offset / BLOCK_BYTES), Math.floor((offset + length - 1) / BLOCK_BYTES)]
}

function blockAt(bytes: Uint8Array, number: number): Uint8Array {
  return bytes.subarray(number * BLOCK_BYTES, (number + 1) * BLOCK_BYTES)
}

/** Puts a block's bytes where they belong in the result. @param at where the block begins in the result, negative for one that begins before it */
function copyInto(result: Uint8Array, bytes: Uint8Array, at: number): void {
  const from = Math.max(0, -at)
  const to = Math.min(bytes.length, result.length - at)
  result.set(bytes.subarray(from, to), at + from)
}

interface Slots {
  /** The length of all slabs. */
  byteLength(): number
  has(key: number): boolean
  /** The block's bytes, which must be copied before anything is awaited: the slot may be another block's then. */
  get(key: number): Uint8Array | undefined
  keep(key: number, bytes: Uint8Array): void
  /** A place for the block, which must be filled before anything is awaited. */
  take(key: number, length: number): Uint8Array
  /** Gives back a place that was taken and not filled. */
  leave(key: number): void
}

/** 1 MB. */
const SLOTS_PER_SLAB = 64

/**
 * Places for blocks. When all are taken, a hand goes round and takes the first whose block was not asked for since it last
 * came by (the second-chance algorithm): as good as the least recently used, and an access sets one byte.
 */
function createSlots(count: number): Slots {
  const slabs: Uint8Array[] = []
  const slotOf = new Map<number, number>()
  const keys = new Float64Array(count)
  const lengths = new Uint16Array(count)
  const asked = new Uint8Array(count)
  /** Places that were given back. */
  const free: number[] = []
  let hand = 0

  function bytesOf(slot: number): Uint8Array {
    const slab = Math.floor(slot / SLOTS_PER_SLAB)
    const slots = Math.min(SLOTS_PER_SLAB, count - slab * SLOTS_PER_SLAB)
    slabs[slab] ??= new Uint8Array(slots * BLOCK_BYTES)
    const start = (slot % SLOTS_PER_SLAB) * BLOCK_BYTES
    return slabs[slab].subarray(start, start + BLOCK_BYTES)
  }

  function freeSlot(): number {
    const left = free.pop()
    if (left !== undefined) return left
    if (slotOf.size < count) return slotOf.size
    while (asked[hand] === 1) {
      asked[hand] = 0
      hand = (hand + 1) % count
    }
    const slot = hand
    hand = (hand + 1) % count
    slotOf.delete(keys[slot] ?? 0)
    return slot
  }

  function take(key: number, length: number): Uint8Array {
    const slot = slotOf.get(key) ?? freeSlot()
    slotOf.set(key, slot)
    keys[slot] = key
    lengths[slot] = length
    return bytesOf(slot).subarray(0, length)
  }

  return {
    byteLength: () => slabs.reduce((sum, slab) => sum + slab.byteLength, 0),
    has: (key) => slotOf.has(key),
    get(key) {
      const slot = slotOf.get(key)
      if (slot === undefined) return undefined
      asked[slot] = 1
      return bytesOf(slot).subarray(0, lengths[slot])
    },
    keep: (key, bytes) => take(key, bytes.length).set(bytes),
    take,
    leave(key) {
      const slot = slotOf.get(key)
      if (slotOf.delete(key) && slot !== undefined) free.push(slot)
    },
  }
}
