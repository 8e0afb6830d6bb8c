/** The small files of a generation: deletions, duplicates, suggestions and the manifest read back, or say what is wrong. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Bitmap } from '../../../src/index/columns/bitmap.ts'
import { createBlockCache } from '../../../src/index/files/block-cache.ts'
import { memorySource } from '../../../src/index/files/byte-source.ts'
import { FORMAT_VERSION } from '../../../src/index/files/container.ts'
import {
  type Manifest,
  printManifest,
  readManifest,
  type SegmentEntry,
} from '../../../src/index/files/manifest.ts'
import { readDeletions } from '../../../src/index/generation/deletions.ts'
import {
  type DuplicateGroup,
  readDuplicates,
  readVerdicts,
  verdictsOf,
} from '../../../src/index/generation/duplicates.ts'
import { readSuggestions } from '../../../src/index/generation/suggestions.ts'
import { writeDeletions } from '../../../src/index/write/deletions-writer.ts'
import {
  duplicateRows,
  verdictRows,
  writeDuplicates,
} from '../../../src/index/write/duplicates-writer.ts'
import { writeSuggestions } from '../../../src/index/write/suggestions-writer.ts'
import { fileBytes, memoryFolder } from '../../helpers/memory-folder.ts'

const cache = createBlockCache(0)
const damage = expect.objectContaining({ code: 'index-damaged' })

const entryOf = (articles: number, deleted: number): SegmentEntry => ({
  name: 'segment-0',
  articles,
  deleted,
  byteLength: 1,
  ...(deleted > 0 && { deletions: 'deletions-0' }),
})

describe('deletions', () => {
  const articles = 70
  const deleted = fc.uniqueArray(fc.nat(articles - 1), { minLength: 1 })

  async function folderOf(numbers: readonly number[]) {
    const bitmap = new Bitmap(articles)
    for (const article of numbers) bitmap.add(article)
    const bytes = await fileBytes((container) => writeDeletions(container, bitmap))
    return memoryFolder({ 'deletions-0': bytes })
  }

  test('read back', async () => {
    await fc.assert(
      fc.asyncProperty(deleted, async (numbers) => {
        const read = await readDeletions(
          await folderOf(numbers),
          entryOf(articles, numbers.length),
          cache,
        )
        const found = [...Array(articles).keys()].filter((article) => read.has(article))
        expect(found).toEqual(numbers.toSorted((a, b) => a - b))
      }),
    )
  })

  test('of another segment are not taken for its own', async () => {
    const folder = await folderOf([1, 2, 3])
    await expect(readDeletions(folder, entryOf(articles, 2), cache)).rejects.toThrow(damage)
  })

  test('of a segment without any need no file', async () => {
    const none = await readDeletions(memoryFolder({}), entryOf(9, 0), cache)
    expect([...Array(9).keys()].some((article) => none.has(article))).toBe(false)
  })
})

const segments = [entryOf(40, 0), entryOf(3, 0), entryOf(500, 0)]
const id = fc.stringMatching(/^[0-9a-f]{16}$/)
const verdicts = fc.dictionary(
  fc.tuple(id, id).map((pair) => pair.join('')),
  fc.boolean(),
  { noNullPrototype: true },
)

describe('duplicates', () => {
  const place = fc.nat(segments.length - 1).chain((segment) =>
    fc.record({
      segment: fc.constant(segment),
      article: fc.nat((segments[segment]?.articles ?? 1) - 1),
    }),
  )
  const groups = fc.array(fc.array(place, { minLength: 2, maxLength: 5 }), { maxLength: 9 })

  async function folderOf(
    all: readonly DuplicateGroup[],
    compared: Readonly<Record<string, boolean>>,
  ) {
    const rows = verdictRows(new Map(Object.entries(compared)))
    const bytes = await fileBytes((container) => writeDuplicates(container, all, rows))
    return memoryFolder({ 'duplicates-0': bytes })
  }

  test('read back, groups and verdicts', async () => {
    await fc.assert(
      fc.asyncProperty(groups, verdicts, async (all, compared) => {
        const folder = await folderOf(all, compared)
        const rows = await readDuplicates(folder, { duplicates: 'duplicates-0', segments }, cache)
        expect(rows).toEqual(duplicateRows(all))
        expect([...rows]).toEqual(
          all.flatMap((group, number) =>
            group.flatMap((one) => [one.segment, one.article, number]),
          ),
        )
        const read = verdictsOf(await readVerdicts(folder, 'duplicates-0'))
        expect(Object.fromEntries(read)).toEqual(compared)
      }),
      { numRuns: 50 },
    )
  })

  test.each([
    [
      'an article that its segment does not have',
      [
        { segment: 1, article: 3 },
        { segment: 0, article: 0 },
      ],
    ],
    [
      'a segment that there is not',
      [
        { segment: 3, article: 0 },
        { segment: 0, article: 0 },
      ],
    ],
  ])('with %s are of another index', async (_, group) => {
    const folder = await folderOf([group], {})
    const read = readDuplicates(folder, { duplicates: 'duplicates-0', segments }, cache)
    await expect(read).rejects.toThrow('duplicates-0: is not the file that the manifest names')
  })

  test('with part of a row are damage', async () => {
    const bytes = await fileBytes((container) => {
      container.section('members')
      container.append(new Uint8Array(Uint32Array.of(0, 1, 0, 0, 2).buffer))
      container.finish()
    })
    const folder = memoryFolder({ 'duplicates-0': bytes })
    const read = readDuplicates(folder, { duplicates: 'duplicates-0', segments }, cache)
    await expect(read).rejects.toThrow('duplicates-0: is not the file that the manifest names')
  })

  test('without a file are none', async () => {
    expect(await readDuplicates(memoryFolder({}), { segments }, cache)).toHaveLength(0)
    expect(verdictsOf(await readVerdicts(memoryFolder({}), undefined)).size).toBe(0)
  })

  test('have no verdict that is cut off', () => {
    const rows = verdictRows(new Map([['0'.repeat(32), true]]))
    expect(() => verdictsOf(rows.subarray(0, rows.length - 1))).toThrow(damage)
  })
})

describe('suggestions', () => {
  const entry = fc.oneof(
    fc.record({ text: fc.string(), articles: fc.nat() }),
    fc.record({ text: fc.constant('漏洞'), articles: fc.nat(), sound: fc.constant('lou dong') }),
  )

  test('read back', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(entry), fc.array(entry), async (words, sources) => {
        const bytes = await fileBytes((container) =>
          writeSuggestions(container, { words, sources }),
        )
        expect(await readSuggestions(memorySource('suggestions-0', bytes))).toEqual({
          words,
          sources,
        })
      }),
      { numRuns: 50 },
    )
  })

  test('that are no JSON are damage, with the name of the file', async () => {
    const bytes = await fileBytes((container) => {
      for (const name of ['words', 'sources']) {
        container.section(name)
        container.append(new TextEncoder().encode('[["漏洞",'))
      }
      container.finish()
    })
    await expect(readSuggestions(memorySource('suggestions-0', bytes))).rejects.toThrow(
      /^suggestions-0: /,
    )
  })
})

describe('the manifest', () => {
  const manifest: Manifest = {
    format: FORMAT_VERSION,
    generation: 7,
    corpus: '/文章',
    dictionary: '',
    segments,
    catalog: 'catalog-1',
    suggestions: 'suggestions-2',
    nextFile: 3,
  }
  const text = printManifest(manifest)
  const read = (changed: string) =>
    readManifest(memoryFolder({ 'manifest.json': new TextEncoder().encode(changed) }))

  test('reads back; a folder without one has no index', async () => {
    expect(await read(text)).toEqual(manifest)
    expect(await readManifest(memoryFolder({}))).toBeUndefined()
  })

  test('with any letter or digit changed is damage', async () => {
    const places = [...text.matchAll(/[0-9a-z]/g)].map(({ index }) => index)
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...places), async (at) => {
        const other = text[at] === '7' ? '8' : '7'
        const changed = text.slice(0, at) + other + text.slice(at + 1)
        await expect(read(changed)).rejects.toMatchObject({ name: 'SouwenError' })
      }),
    )
  })

  test('that is cut off anywhere is damage', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length - 3), async (length) => {
        await expect(read(text.slice(0, length))).rejects.toThrow(damage)
      }),
    )
  })

  test.each([
    [-1, 'index-older', 'older than this program'],
    [1, 'index-newer', 'newer than this program'],
  ])('of a format %i away is refused as such, with what to do', async (distance, code, why) => {
    const other = printManifest({ ...manifest, format: FORMAT_VERSION + distance })
    await expect(read(other)).rejects.toMatchObject({
      code,
      message: expect.stringMatching(
        /^memory\/manifest\.json: .*rebuild with "souwen index --full"$/,
      ),
    })
    await expect(read(other)).rejects.toThrow(why)
  })

  test('of a newer format need not have a checksum that this program knows', async () => {
    const newer = JSON.stringify({ format: FORMAT_VERSION + 3, segments: 'elsewhere', checksum: 1 })
    await expect(read(newer)).rejects.toMatchObject({ code: 'index-newer' })
  })

  test('of an older format that was changed is damage', async () => {
    const older = printManifest({ ...manifest, format: FORMAT_VERSION - 1 })
    await expect(read(older.replace('/文章', '/文集'))).rejects.toThrow(damage)
  })

  test.each(['"4"', 'null', '{}', '[]'])('of format %s is damage', async (format) => {
    const odd = text.replace(`"format": ${FORMAT_VERSION}`, `"format": ${format}`)
    expect(odd).not.toBe(text)
    await expect(read(odd)).rejects.toThrow(damage)
  })

  test('may be laid out with other spaces, as an editor leaves it', async () => {
    expect(await read(JSON.stringify(JSON.parse(text)))).toEqual(manifest)
  })
})
