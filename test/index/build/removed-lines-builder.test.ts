/** Removed lines as a dictionary, beside a plain map of the windows of each line. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { RemovedLine } from '../../../src/corpus/article.ts'
import { RemovedLinesBuilder } from '../../../src/index/build/removed-lines-builder.ts'
import { createBlockCache } from '../../../src/index/files/block-cache.ts'
import { memorySource } from '../../../src/index/files/byte-source.ts'
import { openContainer } from '../../../src/index/files/container.ts'
import { createPostings, decodePairPostings } from '../../../src/index/postings/postings.ts'
import { holdsWindow, windowsOfLine } from '../../../src/index/store/line-windows.ts'
import { openCursor } from '../../../src/index/terms/term-cursor.ts'
import { fileBytes } from '../../helpers/memory-folder.ts'

interface Page {
  readonly title: string
  readonly lines: readonly string[]
}

function removedLine(text: string): RemovedLine {
  return { reason: 'menu', text, blocksBefore: 0 }
}

/** What is read of the lines of pages: each window with its articles, in the order of the dictionary. */
async function written(pages: readonly Page[]) {
  const bytes = await fileBytes((container) => {
    const builder = RemovedLinesBuilder.take()
    pages.forEach(({ title, lines }, article) => {
      builder.add(lines.map(removedLine), title, article)
    })
    builder.write(container)
    builder.release()
    container.finish()
  })
  const container = await openContainer(memorySource('file', bytes), createBlockCache(0))
  const cursor = await openCursor(container, 'lines')
  const found: [string, number[]][] = []
  const postings = createPostings()
  while (cursor.step() || (await cursor.load())) {
    decodePairPostings(cursor.postings(), cursor.at.documentFrequency, postings)
    const articles = [...postings.articles.subarray(0, postings.count)]
    found.push([new TextDecoder().decode(cursor.at.term), articles])
  }
  return found
}

function expectedOf(pages: readonly Page[]): [string, number[]][] {
  const expected = new Map<string, Set<number>>()
  pages.forEach(({ title, lines }, article) => {
    for (const window of lines.flatMap(windowsOfLine))
      if (!holdsWindow(title, window))
        expected.set(window, (expected.get(window) ?? new Set()).add(article))
  })
  return [...expected]
    .sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
    .map(([window, articles]) => [window, [...articles]])
}

/** Few texts, so that pages share lines and titles; one is longer than a window, two are the same once normalised. */
const line = fc.oneof(
  fc.constantFrom(
    '首页',
    '',
    ' 首页 ',
    'Home',
    'HOME',
    '～',
    '𠮷野家',
    '上一篇：潮汐与月亮 '.repeat(60),
  ),
  fc.string({ unit: 'grapheme', maxLength: 4 }).map((one) => one.toWellFormed()),
)
const page = fc.record({
  title: fc.constantFrom('首页', 'home of tides', ''),
  lines: fc.array(line, { maxLength: 8 }),
})

describe('removed lines', () => {
  test('are each there once, by their bytes, with every article that has them and whose title has them not', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(page, { maxLength: 6 }), async (pages) => {
        expect(await written(pages)).toEqual(expectedOf(pages))
      }),
      { numRuns: 80 },
    )
  })

  test('leave nothing behind for the next segment', async () => {
    expect(await written([{ title: '', lines: ['登录', '注册'] }])).toHaveLength(2)
    expect(await written([{ title: '', lines: ['搜索'] }])).toEqual([['搜索', [0]]])
  })
})
