import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { nodeDeflate } from '../../../src/index/disk/deflate.ts'
import { nodeFolder } from '../../../src/index/disk/node-folder.ts'
import { checksum } from '../../../src/index/files/container.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'souwen-folder-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const damage = expect.objectContaining({ code: 'index-damaged' })
const pattern = (length: number) => Uint8Array.from({ length }, (_, i) => (i * 7) & 0xff)

/** Opens a file of these bytes. */
function openWith(bytes: Uint8Array) {
  writeFileSync(join(folder, 'segment-2'), bytes)
  return nodeFolder(folder).open('segment-2')
}

describe('what cannot be read is named, with why', () => {
  const unreadable = {
    code: 'index-damaged',
    message: expect.stringMatching(/segment-1: cannot be read \(EISDIR: [^']*\); if the disk/),
  }
  // A folder opens as a file does; only reading it fails, as on a disk that is broken at that place.
  beforeEach(() => mkdirSync(join(folder, 'segment-1')))

  test('when a part of a file is read', async () => {
    const file = await nodeFolder(folder).open('segment-1')
    await expect(file.read(0, 10)).rejects.toMatchObject(unreadable)
    await file.close()
  })

  test('when all of a file is read', async () => {
    await expect(nodeFolder(folder).readText('segment-1')).rejects.toMatchObject(unreadable)
  })
})

test('what is not there is undefined as a text, and missing as a file', async () => {
  expect(await nodeFolder(folder).readText('segment-2')).toBeUndefined()
  await expect(nodeFolder(folder).open('segment-2')).rejects.toThrow(
    `${folder}: the file segment-2 is missing; rebuild with "souwen index --full"`,
  )
})

test('a text is read as it stands in the file, letter for letter', async () => {
  writeFileSync(join(folder, 'manifest.json'), '\ufeff{"语":"搜文"}\r\n')
  expect(await nodeFolder(folder).readText('manifest.json')).toBe('\ufeff{"语":"搜文"}\r\n')
})

describe('an open file', () => {
  test('gives every range of its bytes, into memory of its own or into that of the caller', async () => {
    const bytes = pattern(1_000)
    const file = await openWith(bytes)
    expect([file.name, file.byteLength]).toEqual(['segment-2', 1_000])
    const range = fc
      .tuple(fc.nat(999), fc.nat(999))
      .map(([a, b]) => [Math.min(a, b), Math.max(a, b)])
    await fc.assert(
      fc.asyncProperty(range, async ([start = 0, end = 0]) => {
        const target = new Uint8Array(end - start)
        file.readInto?.(start, target)
        expect(Buffer.compare(target, bytes.subarray(start, end))).toBe(0)
        expect(Buffer.compare(await file.read(start, end - start), target)).toBe(0)
      }),
    )
    await file.close()
  })

  test('that has been removed, or replaced by another, is read to its end', async () => {
    const file = await openWith(pattern(50_000))
    rmSync(join(folder, 'segment-2'))
    writeFileSync(join(folder, 'segment-2'), 'another')
    expect(Buffer.compare(await file.read(0, 50_000), pattern(50_000))).toBe(0)
    await file.close()
  })

  test('that has been cut off says where', async () => {
    const file = await openWith(pattern(1_000))
    truncateSync(join(folder, 'segment-2'), 700)
    expect(await file.read(690, 10)).toHaveLength(10)
    await expect(file.read(600, 200)).rejects.toThrow(damage)
    await expect(file.read(600, 200)).rejects.toThrow('segment-2: is cut off at byte 700')
    expect(() => file.readInto?.(900, new Uint8Array(1))).toThrow('is cut off at byte 900')
    await file.close()
  })

  test('has the length that it had when it was opened', async () => {
    const file = await openWith(pattern(10))
    appendFileSync(join(folder, 'segment-2'), 'more')
    expect(file.byteLength).toBe(10)
    await file.close()
  })

  test('is closed once, however often that is asked for', async () => {
    const openFiles = () => readdirSync('/dev/fd').length
    const before = openFiles()
    const file = await openWith(pattern(10))
    const another = await nodeFolder(folder).open('segment-2')
    await file.close()
    // The number of the closed file is free for the next one, which a second call must not close.
    const next = await nodeFolder(folder).open('segment-2')
    await file.close()
    expect(await next.read(0, 10)).toEqual(pattern(10))
    await next.close()
    await another.close()
    expect(openFiles()).toBe(before)
  })

  test('has the checksum that other readers compute', async () => {
    const file = await openWith(new Uint8Array(0))
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(file.crc32?.(bytes)).toBe(checksum(bytes))
      }),
    )
    // The check value of CRC-32 in the catalogue of parametrised CRC algorithms.
    expect(file.crc32?.(new TextEncoder().encode('123456789'))).toBe(0xcbf43926)
    await file.close()
  })
})

describe('deflated bytes', () => {
  const { inflate } = nodeFolder('')

  test('come back, with a dictionary and without', async () => {
    const text = fc.string({
      unit: fc.constantFrom('开', '源', '，', 'a'),
      maxLength: 400,
      size: 'max',
    })
    await fc.assert(
      fc.asyncProperty(text, text, fc.boolean(), async (one, other, withDictionary) => {
        const [bytes, dictionary] = [
          Buffer.from(one),
          withDictionary ? Buffer.from(other) : undefined,
        ]
        const packed = nodeDeflate(bytes, dictionary)
        expect(Buffer.compare(await inflate(packed, bytes.length, dictionary), bytes)).toBe(0)
      }),
    )
  })

  test('of any length come back, also those on both sides of a chunk', async () => {
    for (const length of [0, 1, 63, 64, 4_095, 4_096, 8_191, 8_192, 8_193, 300_000]) {
      const bytes = pattern(length)
      expect(Buffer.compare(await inflate(nodeDeflate(bytes), length), bytes)).toBe(0)
    }
  })

  test('need the dictionary that they were packed with', async () => {
    const bytes = Buffer.from('供应链攻击'.repeat(9))
    const packed = nodeDeflate(bytes, bytes)
    await expect(async () => inflate(packed, bytes.length)).rejects.toThrow(damage)
  })

  test('that are longer than they are said to be are damage', async () => {
    const packed = nodeDeflate(pattern(5_000))
    await expect(async () => inflate(packed, 4_999)).rejects.toThrow(damage)
    await expect(async () => inflate(packed, 0)).rejects.toThrow(damage)
  })

  test('that could not be so long are damage before any memory is taken', async () => {
    const packed = nodeDeflate(new Uint8Array(1_000_000))
    expect(packed.length).toBeGreaterThan(1_000_000 / 1_032)
    expect(await inflate(packed, 1_000_000)).toHaveLength(1_000_000)
    await expect(async () => inflate(packed, 2 ** 40)).rejects.toThrow(damage)
    const nothing = nodeDeflate(new Uint8Array(0))
    const most = nothing.length * 1_032 + 64
    expect(await inflate(nothing, most)).toHaveLength(0)
    await expect(async () => inflate(nothing, most + 1)).rejects.toThrow(damage)
  })

  test('that are none are damage', async () => {
    await expect(async () => inflate(Uint8Array.of(0xff, 0xff, 0xff), 9)).rejects.toThrow(damage)
    await expect(async () => inflate(nodeDeflate(pattern(99)).slice(0, 9), 99)).rejects.toThrow(
      damage,
    )
  })
})
