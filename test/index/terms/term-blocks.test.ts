/** Terms in blocks: the order of bytes, walks by cursor, and looks inside terms, beside plain lists. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createBlockCache } from '../../../src/index/files/block-cache.ts'
import { memorySource } from '../../../src/index/files/byte-source.ts'
import { openContainer } from '../../../src/index/files/container.ts'
import {
  blockIndex,
  compareBytes,
  MAX_TERM_BYTES,
  TermReader,
} from '../../../src/index/terms/term-blocks.ts'
import { openCursor } from '../../../src/index/terms/term-cursor.ts'
import { openTerms } from '../../../src/index/terms/terms.ts'
import { createTermsWriter } from '../../../src/index/write/terms-writer.ts'
import { fileBytes } from '../../helpers/memory-folder.ts'

const term = fc.uint8Array({ max: 3, maxLength: 9 })
const terms = fc
  .uniqueArray(term, { maxLength: 200, selector: String })
  .map((all) => all.sort((a, b) => Buffer.compare(a, b)))

/** Every term has as many postings as its place, a byte each. */
async function containerOf(all: readonly Uint8Array[]) {
  const bytes = await fileBytes((container) => {
    const writer = createTermsWriter(container, 'words')
    for (const [place, one] of all.entries())
      writer.add(one, place, new Uint8Array(place).fill(place))
    expect(writer.finish()).toBe(all.length)
    container.finish()
  })
  return openContainer(memorySource('file', bytes), createBlockCache(1 << 20))
}

test('bytes are in the order that Node has', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 5 }), fc.uint8Array({ maxLength: 5 }), (a, b) => {
      expect(Math.sign(compareBytes(a, b))).toBe(Buffer.compare(a, b))
    }),
  )
})

test('readers compare the terms that they stand at as their bytes', async () => {
  await fc.assert(
    fc.asyncProperty(terms, terms, async (some, others) => {
      const [a, b] = await Promise.all(
        [some, others].map(async (all) => openCursor(await containerOf(all), 'words')),
      )
      if (a === undefined || b === undefined || !(await a.load()) || !(await b.load())) return
      for (let more = true; more; more = a.step() && b.step()) {
        const order = Buffer.compare(a.at.term, b.at.term)
        expect(Math.sign(a.at.compareTo(b.at))).toBe(order)
        const copy = new TermReader()
        copy.copy(a.at)
        expect(Math.sign(copy.compareTo(b.at))).toBe(order)
      }
    }),
    { numRuns: 30 },
  )
})

test('a cursor walks every term with its postings', async () => {
  await fc.assert(
    fc.asyncProperty(terms, async (all) => {
      const cursor = await openCursor(await containerOf(all), 'words')
      for (const [place, one] of all.entries()) {
        expect(cursor.step() || (await cursor.load())).toBe(true)
        expect(Buffer.compare(cursor.at.term, one)).toBe(0)
        expect(cursor.at.documentFrequency).toBe(place)
        expect([...cursor.postings()]).toEqual(Array(place).fill(place))
      }
      expect(cursor.step() || (await cursor.load())).toBe(false)
    }),
    { numRuns: 30 },
  )
})

test('terms with a part inside are those that a plain search finds', async () => {
  const part = fc.uint8Array({ max: 3, minLength: 1, maxLength: 3 })
  await fc.assert(
    fc.asyncProperty(terms, part, async (all, wanted) => {
      const dictionary = await openTerms(await containerOf(all), 'words')
      const found = await dictionary.containing(wanted)
      const expected = all.flatMap((one, place) =>
        Buffer.from(one).includes(Buffer.from(wanted)) ? place : [],
      )
      expect(found.map(({ documentFrequency }) => documentFrequency)).toEqual(expected)
      for (const entry of found)
        expect((await dictionary.postings(entry)).length).toBe(entry.documentFrequency)
    }),
    { numRuns: 60 },
  )
})

describe('a block that no writer wrote', () => {
  const damage = expect.objectContaining({ code: 'index-damaged' })

  /** Steps through all terms. */
  function readAll(blocks: readonly number[]): readonly string[] {
    const reader = new TermReader()
    const found: string[] = []
    reader.open(Uint8Array.from(blocks), 0)
    while (reader.next()) found.push(Buffer.from(reader.term).toString())
    return found
  }

  // What is shared, how many bytes follow, these; the document frequency, the length of the postings.
  const FIRST = [0, 2, 0x61, 0x62, 1, 1]

  test('is one that shares what it has with the term before', () => {
    expect(readAll([...FIRST, 1, 1, 0x7a, 2, 9])).toEqual(['ab', 'az'])
    expect(readAll([...FIRST, 2, 0, 1, 1])).toEqual(['ab', 'ab'])
  })

  test.each([
    ['shares more than the term before has', [...FIRST, 3, 1, 0x7a, 1, 1]],
    ['has a term longer than any', [0, 0x81, 0x10, ...Array(MAX_TERM_BYTES + 1).fill(0x61), 1, 1]],
    ['has more documents than bytes of postings', [0, 1, 0x61, 2, 1]],
    ['has a number that never ends', Array(40).fill(0xff)],
  ])('%s', (_fact, blocks) => {
    expect(() => readAll(blocks)).toThrow(damage)
  })

  test('is cut off inside a term', () => {
    for (let length = 1; length < FIRST.length; length++)
      expect(() => readAll(FIRST.slice(0, length)), `${length}`).toThrow(damage)
    expect(readAll(FIRST)).toEqual(['ab'])
  })

  test('of any bytes ends, or is damage', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        try {
          const found = readAll([...bytes])
          expect(found.length).toBeLessThanOrEqual(bytes.length)
        } catch (error) {
          expect(error).toEqual(damage)
        }
      }),
      { numRuns: 1000 },
    )
  })
})

test('an index of blocks that is shorter than its count says is damage', () => {
  const damage = expect.objectContaining({ code: 'index-damaged' })
  const index = new Uint8Array(4 + 2 * 20)
  index[0] = 2
  expect(blockIndex(index).count).toBe(2)
  for (let length = 0; length < index.length; length++)
    expect(() => blockIndex(index.slice(0, length))).toThrow(damage)
})
