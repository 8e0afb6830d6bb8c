/** Indexes whose checksums are right and whose layout is another state's. */

import { describe, expect, test } from 'vitest'
import { SouwenError } from '../../../src/errors.ts'
import type { IndexFolder } from '../../../src/index/files/byte-source.ts'
import { MANIFEST_NAME, printManifest, readManifest } from '../../../src/index/files/manifest.ts'
import { openSnapshot } from '../../../src/index/generation/snapshot.ts'
import { viewIndex } from '../../../src/search/lists/index-view.ts'
import { search } from '../../../src/search/search.ts'
import { changeSections } from '../../helpers/change-sections.ts'
import { dictionarySegmenter } from '../../helpers/dictionary-segmenter.ts'
import { memoryFolder } from '../../helpers/memory-folder.ts'
import { memoryFiles } from '../../helpers/memory-index.ts'

const segmenter = dictionarySegmenter(['开源', '模型', '漏洞'])
const articles = Array.from({ length: 9 }, (_, number) => ({
  article: {
    number,
    title: `开源模型 ${number}`,
    body: `漏洞${'。'.repeat(number)}`,
    source: '甲报',
  },
}))

/** The index with one section of its segment changed, and checksums that are right. */
async function withSection(
  files: Readonly<Record<string, Uint8Array>>,
  changed: string,
  change: (bytes: Uint8Array) => Uint8Array,
): Promise<IndexFolder> {
  const folder = memoryFolder(files)
  const bytes = await changeSections(files['segment-0'] ?? new Uint8Array(), { [changed]: change })
  const manifest = await readManifest(folder)
  if (manifest === undefined) throw new Error('no manifest')
  const segments = manifest.segments.map((entry) => ({ ...entry, byteLength: bytes.length }))
  return memoryFolder({
    ...files,
    'segment-0': bytes,
    [MANIFEST_NAME]: new TextEncoder().encode(printManifest({ ...manifest, segments })),
  })
}

async function failureOf(folder: IndexFolder): Promise<unknown> {
  const snapshot = await openSnapshot(folder)
  try {
    const request = { query: '漏洞 开源', limit: 9, offset: 0, sort: 'relevance' as const }
    await search(await viewIndex(snapshot), request)
    for (const { segment } of snapshot.segments) await segment.furniture.record(3)
    return undefined
  } finally {
    await snapshot.close()
  }
}

const nothing = () => new Uint8Array(0)
const half = (bytes: Uint8Array) => bytes.slice(0, bytes.length >> 1)
/** As it was before segments said what their lengths add up to. */
const withoutSums = (bytes: Uint8Array) =>
  Buffer.from(
    Buffer.from(bytes)
      .toString()
      .replace(/"bodyTerms":\d+,"titleTerms":\d+,/, ''),
  )
const oneLess = (bytes: Uint8Array) => bytes.slice(0, -1)

describe('a segment that is laid out otherwise is refused, by its name and with what to do', async () => {
  const files = await memoryFiles([articles], segmenter)

  test.each([
    ['meta', nothing],
    ['meta', half],
    ['meta', withoutSums],
    ['bodyLengths', oneLess],
    ['titleLengths', half],
    ['statuses', nothing],
    ['dates', half],
    ['ids', half],
    ['words.index', nothing],
    ['articles', half],
    ['articles.index', nothing],
    ['pages', half],
  ])('%s', async (section, change) => {
    const folder = await withSection(files, section, change)
    const failure: unknown = await failureOf(folder).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(SouwenError)
    expect(failure).toMatchObject({ code: 'index-damaged' })
    expect(String(failure)).toMatch(/segment-0: .*; rebuild with "souwen index --full"$/)
  })

  test('and answers when nothing is changed', async () => {
    expect(await failureOf(await withSection(files, 'meta', (bytes) => bytes))).toBeUndefined()
  })
})
