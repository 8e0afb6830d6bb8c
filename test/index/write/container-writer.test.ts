/** Files as they are written: sections in order, whatever the pieces; and parts of them that are kept back. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BLOCK_BYTES, createBlockCache } from '../../../src/index/files/block-cache.ts'
import { memorySource } from '../../../src/index/files/byte-source.ts'
import { MAGIC, openContainer, TRAILER_BYTES } from '../../../src/index/files/container.ts'
import { createContainerWriter } from '../../../src/index/write/container-writer.ts'
import { deferSections } from '../../../src/index/write/furniture-writer.ts'
import { fileBytes } from '../../helpers/memory-folder.ts'

const piece = fc
  .tuple(
    fc.oneof(fc.nat(40), fc.constantFrom(BLOCK_BYTES - 8, BLOCK_BYTES, BLOCK_BYTES + 1)),
    fc.nat(255),
  )
  .map(([length, byte]) => new Uint8Array(length).fill(byte))
const section = fc.array(piece, { maxLength: 5 })
const file = fc.array(section, { maxLength: 5 })

function write(sections: readonly (readonly Uint8Array[])[]): Promise<Uint8Array> {
  return fileBytes((container) => {
    for (const [number, pieces] of sections.entries()) {
      container.section(`section ${number}`)
      for (const one of pieces) container.append(one)
    }
    container.finish()
  })
}

describe('a container', () => {
  test('holds the sections as they were written, however they were cut', async () => {
    await fc.assert(
      fc.asyncProperty(file, async (sections) => {
        const bytes = await write(sections)
        const container = await openContainer(memorySource('file', bytes), createBlockCache(0))
        await container.verify()
        for (const [number, pieces] of sections.entries()) {
          const read = await container.section(`section ${number}`).readAll()
          expect(Buffer.compare(read, Buffer.concat(pieces))).toBe(0)
        }
      }),
      { numRuns: 40 },
    )
  })

  test('is the same file, whatever pieces its sections came in', async () => {
    await fc.assert(
      fc.asyncProperty(file, async (sections) => {
        const joined = sections.map((pieces) => [new Uint8Array(Buffer.concat(pieces))])
        expect(Buffer.compare(await write(sections), await write(joined))).toBe(0)
      }),
      { numRuns: 20 },
    )
  })

  test('says how long the file is', async () => {
    let length = 0
    const bytes = await fileBytes((container) => {
      container.section('a')
      container.append(new Uint8Array(BLOCK_BYTES * 2 + 5))
      length = container.finish()
    })
    expect(length).toBe(bytes.length)
    expect(length).toBeGreaterThan(MAGIC.length + BLOCK_BYTES * 2 + 5 + TRAILER_BYTES)
  })

  test('does not keep what it is given', async () => {
    const parts: Uint8Array[] = []
    const container = createContainerWriter({ write: (bytes) => parts.push(bytes.slice()) })
    const buffer = Uint8Array.of(1, 2, 3)
    container.section('a')
    container.append(buffer)
    buffer.fill(9)
    container.finish()
    const source = memorySource('file', new Uint8Array(Buffer.concat(parts)))
    const opened = await openContainer(source, createBlockCache(0))
    expect([...(await opened.section('a').readAll())]).toEqual([1, 2, 3])
  })
})

describe('a disk that is full', () => {
  const SECTIONS = [3, BLOCK_BYTES * 2 + 5, 0, 77].map((length) => [new Uint8Array(length).fill(7)])

  /** Writes the sections to a disk that takes so many writes; all that it took. */
  function writeUntilFull(writes: number): { readonly error: unknown; readonly bytes: Uint8Array } {
    const taken: Uint8Array[] = []
    const write = (bytes: Uint8Array) => {
      if (taken.length === writes) throw new Error('ENOSPC')
      taken.push(bytes.slice())
    }
    let error: unknown
    try {
      const container = createContainerWriter({ write })
      for (const [number, [bytes = new Uint8Array(0)]] of SECTIONS.entries()) {
        container.section(`section ${number}`)
        container.append(bytes)
      }
      container.finish()
    } catch (thrown) {
      error = thrown
    }
    return { error, bytes: new Uint8Array(Buffer.concat(taken)) }
  }

  test('is told to the writer, and what it took is no file of the index', async () => {
    const whole = await write(SECTIONS)
    let writes = 0
    for (; ; writes++) {
      const { error, bytes } = writeUntilFull(writes)
      expect(Buffer.compare(bytes, whole.subarray(0, bytes.length))).toBe(0)
      if (error === undefined) break
      expect(error).toMatchObject({ message: 'ENOSPC' })
      const opened = openContainer(memorySource('segment-1', bytes), createBlockCache(0))
      await expect(opened).rejects.toMatchObject({ code: 'index-damaged' })
    }
    // Two blocks and the rest of the data, then the footer and the trailer.
    expect(writes).toBe(5)
  })
})

test('sections that are kept back come out as if they had been written at once', async () => {
  await fc.assert(
    fc.asyncProperty(file, async (sections) => {
      const later = await fileBytes((container) => {
        const deferred = deferSections()
        for (const [number, pieces] of sections.entries()) {
          deferred.section(`section ${number}`)
          for (const one of pieces) {
            const buffer = one.slice()
            deferred.append(buffer)
            buffer.fill(0)
          }
        }
        deferred.writeTo(container)
        container.finish()
      })
      expect(Buffer.compare(later, await write(sections))).toBe(0)
    }),
    { numRuns: 20 },
  )
})
