/** One run over files that nobody wrote by hand: each is indexed or named with a reason, and the others are as ever. */

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SearchBackend } from '../../../src/backend/backend.ts'
import { buildIndex, type IndexSummary, openIndex } from '../../../src/engine.ts'
import { type ArchiveFolder, archiveFolder, fetchedFile } from '../../helpers/archive-folder.ts'

const prose = (about: string) => `${about}的调查持续了三个月，记者走访了七个城市，记录下许多细节。`
const page = (title: string, body: string) => fetchedFile({ title, body })

/** Files that hold an article all the same: a word that only it has, and its content. */
const ODD: Readonly<Record<string, readonly [word: string, content: string]>> = {
  '长行.md': ['鲸落', page('长行', `${prose('鲸落')}${'很长的一行，没有尽头，'.repeat(10_000)}`)],
  '列表套列表.md': [
    '藤壶',
    page(
      '列表',
      `${prose('藤壶')}\n\n${nested((depth) => `${'  '.repeat(depth)}* 第 ${depth} 层`)}`,
    ),
  ],
  '引用套引用.md': [
    '海葵',
    page('引用', `${prose('海葵')}\n\n${nested((depth) => `${'> '.repeat(depth)}第 ${depth} 层`)}`),
  ],
  '开着的链接.md': ['砗磲', page('开着的链接', `${prose('砗磲')}\n\n${'[a]('.repeat(100_000)}`)],
  '链接套链接.md': [
    '鹦鹉螺',
    page('链接', `${prose('鹦鹉螺')}\n\n${'['.repeat(50_000)}a${'](b)'.repeat(50_000)}`),
  ],
  '图片套链接.md': [
    '海百合',
    page('图片', `${prose('海百合')}\n\n${'[![a](b)\n\n'.repeat(30_000)}`),
  ],
  '没有完的代码.md': ['翻车鱼', page('代码', `${prose('翻车鱼')}\n\n${'````'.repeat(50_000)}`)],
  '没有完的栏目.md': ['管虫', `---\ntitle: 管虫\n${'k: v\n'.repeat(200_000)}\n${prose('管虫')}`],
  '栏目里的长行.md': [
    '石珊瑚',
    `---\ntitle: ${'石珊瑚'.repeat(50_000)}\nurl: https://example.com/s\n---\n\n${prose('石珊瑚')}`,
  ],
}

function nested(line: (depth: number) => string): string {
  return Array.from({ length: 1000 }, (_, depth) => line(depth)).join('\n')
}

describe('a corpus with hostile files', () => {
  let archive: ArchiveFolder
  let summary: IndexSummary
  let backend: SearchBackend

  beforeAll(async () => {
    archive = archiveFolder()
    archive.write('好.md', page('好', prose('灯塔')))
    for (const [path, [, content]] of Object.entries(ODD)) archive.write(path, content)
    archive.write('空.md', '')
    archive.write(
      '二进制.md',
      Uint8Array.from({ length: 5000 }, (_, i) => (i * 37) % 256),
    )
    archive.writeSparse('一百兆.md', 100 << 20)
    writeFileSync(oddName(archive.corpus), page('名字', prose('名字')))
    summary = await buildIndex({ corpus: archive.corpus, index: archive.index, threads: 0 })
    backend = await openIndex(archive.index)
  }, 120_000)

  afterAll(async () => {
    await backend.close()
    archive.end()
  })

  test('names those that are no text, too large, or not to be opened, and nothing else', () => {
    const reasons = new Map(summary.skipped.map(({ path, reason }) => [path, reason]))
    expect([...reasons.keys()].sort()).toEqual(['一百兆.md', '二进制.md', '\uFFFD.md'])
    expect(reasons.get('一百兆.md')).toMatch(/^104857600 bytes/)
    expect(reasons.get('二进制.md')).toMatch(/binary/)
    expect(reasons.get('\uFFFD.md')).toMatch(/not UTF-8/)
  })

  test('has an article for each of the others', () => {
    expect(summary.articles).toBe(Object.keys(ODD).length + 2)
  })

  test.each([
    ['好.md', '灯塔'] as const,
    ...Object.entries(ODD).map(([path, [word]]) => [path, word] as const),
  ])('%s is found by its text', async (path, word) => {
    const request = { limit: 3, offset: 0, sort: 'relevance' } as const
    const { hits } = await backend.search({ query: `"${word}的调查"`, ...request })
    expect(hits.map((hit) => hit.path)).toEqual([path])
  })
})

/** A path whose last part is one byte that no UTF-8 has, and the ending. */
function oddName(corpus: string): Buffer {
  return Buffer.concat([Buffer.from(join(corpus, '/')), Buffer.of(0xff), Buffer.from('.md')])
}
