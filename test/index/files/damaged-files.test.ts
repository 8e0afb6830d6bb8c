import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { SouwenError } from '../../../src/errors.ts'
import { BLOCK_BYTES } from '../../../src/index/files/block-cache.ts'
import type { IndexFolder } from '../../../src/index/files/byte-source.ts'
import { FORMAT_VERSION } from '../../../src/index/files/container.ts'
import { MANIFEST_NAME } from '../../../src/index/files/manifest.ts'
import { openSnapshot } from '../../../src/index/generation/snapshot.ts'
import { viewIndex } from '../../../src/search/lists/index-view.ts'
import { search } from '../../../src/search/search.ts'
import { dictionarySegmenter } from '../../helpers/dictionary-segmenter.ts'
import { filling } from '../../helpers/filling.ts'
import { memoryFolder } from '../../helpers/memory-folder.ts'
import { memoryFiles } from '../../helpers/memory-index.ts'
import { folderWith, smallIndex } from '../../helpers/small-index.ts'

const segmenter = dictionarySegmenter(['开源', '模型', '漏洞', '攻击', '供应链'])

/** Forty articles in three segments, some deleted, long enough for several blocks. */
function articles() {
  return Array.from({ length: 40 }, (_, number) => ({
    article: {
      number,
      title: `开源模型 ${number}`,
      body:
        `第 ${number} 篇：供应链攻击 cve-2025-${number}。`.repeat(number) + filling(number, 400),
      source: number % 2 === 0 ? '甲报' : '乙报',
      date: `2025-01-${String((number % 28) + 1).padStart(2, '0')}`,
    },
    deleted: number % 7 === 0,
  }))
}

const QUERIES = [
  '开源',
  '"应链攻"',
  'cve-2025-13',
  'source:甲 攻击',
  '攻击 date:2025-01-05..',
  '第 3',
]

async function answers(folder: IndexFolder) {
  const snapshot = await openSnapshot(folder)
  try {
    const view = await viewIndex(snapshot)
    const results = []
    for (const query of QUERIES)
      results.push(await search(view, { query, limit: 50, offset: 0, sort: 'relevance' }))
    return results
  } finally {
    await snapshot.close()
  }
}

/** The folder, and how many of its files are open. */
function counted(folder: IndexFolder) {
  let open = 0
  const counting: IndexFolder = {
    ...folder,
    async open(name) {
      const source = await folder.open(name)
      open++
      return { ...source, close: async () => void open-- }
    },
  }
  return { folder: counting, openFiles: () => open }
}

/** The answers, or the code of the error meant for a person; anything else is thrown. */
async function answersOrCode(folder: IndexFolder) {
  try {
    return await answers(folder)
  } catch (error) {
    if (error instanceof SouwenError) return error.code
    throw error
  }
}

describe('an index with', async () => {
  const placed = articles()
  const files = await memoryFiles(
    [placed.slice(0, 25), placed.slice(25, 36), placed.slice(36)],
    segmenter,
  )
  const right = await answers(memoryFolder(files))
  const names = Object.keys(files)

  test('nothing wrong answers, from several blocks a file', () => {
    expect(files['segment-0']?.length).toBeGreaterThan(3 * BLOCK_BYTES)
    expect(right.map(({ total }) => total)).toEqual([34, 34, 1, 17, 28, 1])
  })
  const lengths = names.map((name) => files[name]?.length ?? 0)
  const place = fc
    .nat(names.length - 1)
    .chain((file) => fc.tuple(fc.constant(names[file] ?? ''), fc.nat((lengths[file] ?? 1) - 1)))

  async function expectRightOrRefused(name: string, bytes: Uint8Array): Promise<string> {
    const { folder, openFiles } = counted(memoryFolder({ ...files, [name]: bytes }))
    const outcome = await answersOrCode(folder)
    expect(openFiles()).toBe(0)
    if (typeof outcome !== 'string') {
      expect(outcome).toEqual(right)
      return 'right'
    }
    expect(['index-damaged', 'index-newer', 'index-older']).toContain(outcome)
    return outcome
  }

  test('a flipped bit answers right or is refused', async () => {
    const outcomes: string[] = []
    await fc.assert(
      fc.asyncProperty(place, fc.nat(7), async ([name, at], bit) => {
        const broken = files[name]?.slice() ?? new Uint8Array()
        broken[at] = (broken[at] ?? 0) ^ (1 << bit)
        outcomes.push(await expectRightOrRefused(name, broken))
      }),
      { numRuns: 400 },
    )
    expect(outcomes).toContain('index-damaged')
  })

  test('a file cut short answers right or is refused', async () => {
    await fc.assert(
      fc.asyncProperty(place, async ([name, length]) => {
        await expectRightOrRefused(name, files[name]?.slice(0, length) ?? new Uint8Array())
      }),
      { numRuns: 150 },
    )
  })

  test('a stretch of zeros, as a lost sector leaves it, answers right or is refused', async () => {
    await fc.assert(
      fc.asyncProperty(place, fc.integer({ min: 1, max: 4096 }), async ([name, start], length) => {
        await expectRightOrRefused(
          name,
          files[name]?.slice().fill(0, start, start + length) ?? new Uint8Array(),
        )
      }),
      { numRuns: 150 },
    )
  })

  test('two files changed round is refused', async () => {
    const [first, second] = [files['segment-0'], files['segment-1']]
    if (first === undefined || second === undefined) throw new Error('no segments')
    const swapped = memoryFolder({ ...files, 'segment-0': second, 'segment-1': first })
    expect(await answersOrCode(swapped)).toBe('index-damaged')
  })

  test.each([
    ['', 'index-damaged'],
    ['\0\0\0\0', 'index-damaged'],
    ['{\n  "format": ', 'index-damaged'],
    [`{"format":${FORMAT_VERSION},"generation":1}`, 'index-damaged'],
    [`{"format":${FORMAT_VERSION},"checksum":1,"segments":[]}`, 'index-damaged'],
    ['{}', 'index-foreign'],
    ['null', 'index-foreign'],
    ['7', 'index-foreign'],
    [`{"format":${FORMAT_VERSION}}`, 'index-foreign'],
    ['{"name":"app","icons":[],"start_url":"/"}', 'index-foreign'],
  ])('the manifest %j is refused as %s', async (text, code) => {
    const manifest = new TextEncoder().encode(text)
    const folder = memoryFolder({ ...files, [MANIFEST_NAME]: manifest })
    expect(await answersOrCode(folder)).toBe(code)
  })

  test('a manifest of a newer format is refused as newer', async () => {
    const manifest = new TextEncoder().encode(
      JSON.stringify({ format: FORMAT_VERSION + 1, generation: 'else' }),
    )
    expect(await answersOrCode(memoryFolder({ ...files, [MANIFEST_NAME]: manifest }))).toBe(
      'index-newer',
    )
  })
})

describe('an index that the indexer wrote, files that only it needs among them, with', async () => {
  const files = await smallIndex()
  const right = await answers(folderWith(files, {}))

  test('a byte that changed anywhere answers right or is refused', async () => {
    // 40 articles, 3 more, one removed, two of them one text; two were written anew without an attack. None has a 3.
    expect(right.map(({ total }) => total)).toEqual([41, 36, 0, 36, 36, 0])
    const names = [...files.keys()]
    const byte = fc.constantFrom(...names).chain((name) => {
      const bytes = files.get(name) ?? new Uint8Array()
      const at = fc.nat(bytes.length - 1)
      return fc.record({ name: fc.constant(name), bytes: fc.constant(bytes), at })
    })
    const outcomes = new Set<string>()
    await fc.assert(
      fc.asyncProperty(byte, fc.integer({ min: 1, max: 255 }), async (place, change) => {
        const damaged = place.bytes.slice()
        damaged[place.at] = (damaged[place.at] ?? 0) ^ change
        const outcome = await answersOrCode(folderWith(files, { [place.name]: damaged }))
        if (typeof outcome !== 'string') expect(outcome).toEqual(right)
        outcomes.add(typeof outcome === 'string' ? outcome : 'right')
      }),
      { numRuns: 200 },
    )
    // The catalog is of no use to a reader: damaged, it does no harm.
    expect([...outcomes]).toEqual(expect.arrayContaining(['right', 'index-damaged']))
  })
})
