/** Addresses in blocks: every one comes back, under its article. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nodeDeflate } from '../../../src/index/disk/deflate.ts'
import { createBlockCache } from '../../../src/index/files/block-cache.ts'
import { memorySource } from '../../../src/index/files/byte-source.ts'
import { openContainer } from '../../../src/index/files/container.ts'
import {
  readUrls,
  URLS_PER_BLOCK,
  type UrlBlock,
  urlLines,
} from '../../../src/index/store/url-blocks.ts'
import { writeUrls } from '../../../src/index/write/urls-writer.ts'
import { fileBytes, memoryFolder } from '../../helpers/memory-folder.ts'

async function blocksOf(urls: readonly string[]): Promise<readonly UrlBlock[]> {
  const bytes = await fileBytes((container) => {
    writeUrls(container, urls, nodeDeflate)
    container.finish()
  })
  const container = await openContainer(memorySource('file', bytes), createBlockCache(0))
  const blocks: UrlBlock[] = []
  for await (const block of readUrls(container, memoryFolder({}).inflate)) blocks.push(block)
  return blocks
}

function urlsOf(blocks: readonly UrlBlock[]): readonly string[] {
  return blocks.flatMap((block) => urlLines(block).split('\n').slice(0, -1))
}

describe('the addresses of a segment', () => {
  test('come back in order, empty ones too', async () => {
    const url = fc.oneof(fc.constant(''), fc.webUrl(), fc.constant('https://例子.cn/文章?页=1'))
    await fc.assert(
      fc.asyncProperty(fc.array(url), async (urls) => {
        expect(urlsOf(await blocksOf(urls))).toEqual(urls)
      }),
      { numRuns: 30 },
    )
  })

  test.each([URLS_PER_BLOCK - 1, URLS_PER_BLOCK, URLS_PER_BLOCK + 1, 2 * URLS_PER_BLOCK + 3])(
    '%i of them stand in blocks that say where they begin',
    async (count) => {
      const urls = Array.from({ length: count }, (_, i) => `https://example.org/${i}`)
      const blocks = await blocksOf(urls)
      expect(blocks.map(({ firstArticle }) => firstArticle)).toEqual(
        Array.from({ length: Math.ceil(count / URLS_PER_BLOCK) }, (_, i) => i * URLS_PER_BLOCK),
      )
      expect(urlsOf(blocks)).toEqual(urls)
    },
  )

  test('of none are no blocks', async () => {
    expect(await blocksOf([])).toEqual([])
  })

  test('with a line feed inside do not become two', async () => {
    expect(urlsOf(await blocksOf(['a\nb', 'c']))).toEqual(['a b', 'c'])
  })
})
