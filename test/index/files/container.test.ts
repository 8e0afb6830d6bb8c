import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BLOCK_BYTES, createBlockCache } from '../../../src/index/files/block-cache.ts'
import { memorySource } from '../../../src/index/files/byte-source.ts'
import { openContainer } from '../../../src/index/files/container.ts'
import { fileBytes } from '../../helpers/memory-folder.ts'

const open = (bytes: Uint8Array, cacheBytes = 1 << 20) =>
  openContainer(memorySource('segment-1', bytes), createBlockCache(cacheBytes))

const twoSections = (first: Uint8Array, second: Uint8Array) =>
  fileBytes((container) => {
    container.section('first')
    container.append(first)
    container.section('second')
    container.append(second)
    container.finish()
  })

const pattern = (length: number) =>
  Uint8Array.from({ length }, (_, i) => (i * 31 + (i >> 8)) & 0xff)

describe('sections', () => {
  test('any range of any section reads back, whatever the block borders and the cache', async () => {
    const first = pattern(BLOCK_BYTES * 2 + 77)
    const second = pattern(BLOCK_BYTES + 5)
    const bytes = await twoSections(first, second)
    for (const cacheBytes of [0, BLOCK_BYTES * 2, 1 << 20]) {
      const container = await open(bytes, cacheBytes)
      const ranges = fc.tuple(fc.boolean(), fc.nat(second.length), fc.nat(BLOCK_BYTES * 2))
      await fc.assert(
        fc.asyncProperty(ranges, async ([inFirst, start, wanted]) => {
          const data = inFirst ? first : second
          const length = Math.min(wanted, data.length - start)
          const read = await container.section(inFirst ? 'first' : 'second').read(start, length)
          expect(Buffer.compare(read, data.subarray(start, start + length))).toBe(0)
        }),
        { numRuns: 60 },
      )
    }
  })

  test('bytes beyond a section are refused', async () => {
    const container = await open(await twoSections(pattern(10), pattern(10)))
    await expect(container.section('first').read(5, 6)).rejects.toThrow('no bytes 5+6')
  })

  test('a section that is not there is named', async () => {
    const container = await open(await twoSections(pattern(1), pattern(1)))
    expect(() => container.section('third')).toThrow('segment-1: has no section "third"')
  })
})

describe('damage', () => {
  test('any flipped bit is found by verify, or at opening', async () => {
    const bytes = await twoSections(pattern(BLOCK_BYTES + 100), pattern(50))
    await fc.assert(
      fc.asyncProperty(
        fc.nat(bytes.length - 1),
        fc.integer({ min: 0, max: 7 }),
        async (at, bit) => {
          const broken = bytes.slice()
          broken[at] = (broken[at] ?? 0) ^ (1 << bit)
          const verified = open(broken).then((container) => container.verify())
          await expect(verified).rejects.toMatchObject({ name: 'SouwenError' })
        },
      ),
      { numRuns: 300 },
    )
  })

  test('a file cut anywhere does not open', async () => {
    const bytes = await twoSections(pattern(BLOCK_BYTES + 100), pattern(50))
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), async (length) => {
        await expect(open(bytes.slice(0, length))).rejects.toMatchObject({ code: 'index-damaged' })
      }),
    )
  })

  test('a file of a newer format is refused with its version', async () => {
    const bytes = await twoSections(pattern(1), pattern(1))
    bytes[6] = 9
    await expect(open(bytes)).rejects.toMatchObject({
      code: 'index-newer',
      message: expect.stringContaining('format 9'),
    })
  })
})
