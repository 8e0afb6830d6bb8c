/** Reading through the block cache: the same bytes as without, however small it is. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BLOCK_BYTES, createBlockCache } from '../../../src/index/files/block-cache.ts'
import { memorySource } from '../../../src/index/files/byte-source.ts'

const LENGTH = Math.floor(BLOCK_BYTES * 7.4)

/** No block is like another. */
function fileOf(seed: number): Uint8Array {
  return Uint8Array.from({ length: LENGTH }, (_, at) => (at * 31 + (at >>> 8) * 17 + seed) & 0xff)
}

const range = fc
  .tuple(fc.nat(LENGTH), fc.nat(LENGTH))
  .map(([a, b]) => ({ offset: Math.min(a, b), length: Math.abs(a - b) }))
const nearBorders = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: -2, max: 2 }), fc.nat(3))
  .map(([block, before, length]) => ({ offset: block * BLOCK_BYTES + before, length }))

const waited = (bytes: Uint8Array) => memorySource('waited for', bytes)
const atOnce = (bytes: Uint8Array) => ({
  ...memorySource('there at once', bytes),
  readInto: (offset: number, target: Uint8Array) =>
    target.set(bytes.subarray(offset, offset + target.length)),
})

describe('the block cache', () => {
  test('gives the bytes of the file, whatever was read before and at the same time', async () => {
    const reads = fc.array(
      fc.record({ file: fc.nat(1), range: fc.oneof(range, nearBorders), once: fc.boolean() }),
      { minLength: 1, maxLength: 30 },
    )
    await fc.assert(
      fc.asyncProperty(reads, fc.nat(9), async (all, blocks) => {
        const cache = createBlockCache(blocks * BLOCK_BYTES)
        const files = [fileOf(3), fileOf(90)]
        const attached = files.map((bytes, number) =>
          cache.attach(number === 0 ? waited(bytes) : atOnce(bytes), LENGTH, () => {}),
        )
        const results = await Promise.all(
          all.map(({ file, once, range: { offset, length } }) =>
            once ? attached[file]?.readOnce(offset, length) : attached[file]?.read(offset, length),
          ),
        )
        for (const [number, { file, range }] of all.entries()) {
          const expected = files[file]?.slice(range.offset, range.offset + range.length)
          expect(Buffer.compare(results[number] ?? Buffer.of(), expected ?? Buffer.of(1))).toBe(0)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('keeps no block that is not as written, and gives its place to others', async () => {
    const bytes = fileOf(7)
    const check = (block: number) => {
      if (block % 3 === 1) throw new Error(`block ${block}`)
    }
    const blocks = createBlockCache(2 * BLOCK_BYTES).attach(atOnce(bytes), LENGTH, check)
    const read = (block: number) => blocks.read(block * BLOCK_BYTES + 9, 50)
    for (const block of [0, 1, 2, 1, 3, 4, 5, 0, 7, 2, 4, 6, 0, 1, 3]) {
      if (block % 3 === 1) await expect(read(block)).rejects.toThrow(`block ${block}`)
      else {
        const start = block * BLOCK_BYTES + 9
        expect(Buffer.compare(await read(block), bytes.slice(start, start + 50))).toBe(0)
      }
    }
  })

  test('reads a block that is asked for again from memory, and one that it had no room for from the file', async () => {
    let asked: number[] = []
    const file = memorySource('file', fileOf(5))
    const read = (offset: number, length: number) => {
      asked.push(offset / BLOCK_BYTES)
      return file.read(offset, length)
    }
    const blocks = createBlockCache(3 * BLOCK_BYTES).attach({ ...file, read }, LENGTH, () => {})
    const readBlock = (block: number) => blocks.read(block * BLOCK_BYTES + 100, 20)
    for (const block of [0, 1, 2, 0, 1, 2]) await readBlock(block)
    expect(asked).toEqual([0, 1, 2])
    asked = []
    for (const block of [0, 3, 4, 5, 6]) await readBlock(block)
    expect(asked).toEqual([3, 4, 5, 6])
    await readBlock(1)
    expect(asked).toEqual([3, 4, 5, 6, 1])
  })

  test('keeps a block that is asked for again and again while others come once', async () => {
    const asked: number[] = []
    const file = memorySource('file', fileOf(5))
    const read = (offset: number, length: number) => {
      asked.push(offset / BLOCK_BYTES)
      return file.read(offset, length)
    }
    const blocks = createBlockCache(3 * BLOCK_BYTES).attach({ ...file, read }, LENGTH, () => {})
    for (const block of [0, 0, 1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 6, 0]) {
      await blocks.read(block * BLOCK_BYTES, 10)
    }
    expect(asked.filter((block) => block === 0)).toEqual([0])
  })

  test('checks every block that it reads from the file, with its number and only its own bytes', async () => {
    const bytes = fileOf(1)
    const checked: number[] = []
    const blocks = createBlockCache(0).attach(
      memorySource('file', bytes),
      LENGTH,
      (block, part) => {
        checked.push(block)
        expect(
          Buffer.compare(part, bytes.subarray(block * BLOCK_BYTES, (block + 1) * BLOCK_BYTES)),
        ).toBe(0)
      },
    )
    await blocks.read(BLOCK_BYTES - 1, 2)
    await blocks.readOnce(BLOCK_BYTES * 5, LENGTH - BLOCK_BYTES * 5)
    expect(checked).toEqual([0, 1, 5, 6, 7])
  })

  test.each([waited, atOnce])('does not keep what a check refuses', async (sourceOf) => {
    let isWhole = false
    const blocks = createBlockCache(9 * BLOCK_BYTES).attach(sourceOf(fileOf(1)), LENGTH, () => {
      if (!isWhole) throw new Error('damaged')
    })
    await expect(blocks.read(0, 5)).rejects.toThrow('damaged')
    await expect(blocks.read(0, 5)).rejects.toThrow('damaged')
    isWhole = true
    expect(await blocks.read(0, 5)).toEqual(fileOf(1).slice(0, 5))
  })
})
