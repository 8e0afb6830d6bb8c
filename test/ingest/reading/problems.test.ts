import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { buildIndex, type FileProblem, openIndex } from '../../../src/engine.ts'
import { MAX_FILE_BYTES } from '../../../src/ingest/reading/read-bytes.ts'
import { articleFile, type Workspace, workspace } from '../../cli/program.ts'
import { type ArchiveFolder, archiveFolder, fetchedFile } from '../../helpers/archive-folder.ts'

const GOOD = fetchedFile({
  title: '国产开源模型发布',
  body: '研究所今天公布了新的开源模型，权重可以免费下载。',
})
const OTHER = fetchedFile({
  title: '苹果丰收',
  body: '今年的苹果又大又甜，果农忙着采摘，合作社说价格也不错。',
})
/** Text for longer than its head is, and then none. */
const spoiledLate = (file: string) => `${file}${'这一段文字很长，足够填满开头。'.repeat(200)}\0\0\0`

describe('a file that is no article', () => {
  let archive: ArchiveFolder
  beforeEach(() => {
    archive = archiveFolder()
    archive.write('好.md', GOOD)
  })
  afterEach(() => archive.end())

  /** The summary, after making sure that everybody who listens hears of the same problems. */
  async function build() {
    const heard: FileProblem[] = []
    const { corpus, index } = archive
    const onProblem = (problem: FileProblem) => heard.push(problem)
    const summary = await buildIndex({ corpus, index, threads: 0, onProblem })
    expect(heard).toEqual(summary.skipped)
    return summary
  }

  test.each([
    ['binary', () => archive.write('坏.md', new Uint8Array(100)), /binary/],
    [
      'binary further down than its head',
      () => archive.write('坏.md', spoiledLate(OTHER)),
      /binary/,
    ],
    ['too large', () => archive.writeSparse('坏.md', MAX_FILE_BYTES + 1), /33554433 bytes/],
  ])(
    'because it is %s is reported by each run, and the others are indexed',
    async (_, spoil, reason) => {
      spoil()
      const skipped = [{ path: '坏.md', reason: expect.stringMatching(reason) }]
      expect(await build()).toMatchObject({ skipped, articles: 1, added: 1 })
      expect(await build()).toMatchObject({ skipped, articles: 1, unchanged: 1, updated: 0 })
      archive.write('坏.md', OTHER)
      expect(await build()).toMatchObject({ skipped: [], articles: 2, added: 1 })
    },
  )

  test('of its own takes the article away that it was', async () => {
    archive.write('另.md', OTHER)
    await build()
    archive.write('另.md', new Uint8Array(100))
    expect(await build()).toMatchObject({ articles: 1, removed: 1, unchanged: 1 })
    const backend = await openIndex(archive.index)
    const request = { limit: 10, offset: 0, sort: 'relevance' } as const
    expect((await backend.search({ query: '苹果', ...request })).total).toBe(0)
    expect(await backend.article('另.md')).toBeUndefined()
    await backend.close()
  })

  test('among several fetches leaves the others', async () => {
    archive.write('再.md', spoiledLate(GOOD))
    const later = spoiledLate(GOOD).replace(
      /fetch_date: .*/,
      'fetch_date: 2025-12-31T00:00:00.000000',
    )
    archive.write('后.md', later)
    expect(await build()).toMatchObject({ articles: 1, added: 1, failedFetches: 0 })
    const backend = await openIndex(archive.index)
    expect(await backend.article('好.md')).toMatchObject({ path: '好.md', status: 'article' })
    expect(await backend.article('后.md')).toBeUndefined()
    await backend.close()
  })

  test('because it has no bytes counts as a fetch that failed', async () => {
    archive.write('空.md', '')
    expect(await build()).toMatchObject({ skipped: [], articles: 2, failedFetches: 1 })
  })

  test.skipIf(process.getuid?.() === 0)('because it may not be read is reported', async () => {
    archive.write('锁.md', GOOD)
    chmodSync(join(archive.corpus, '锁.md'), 0)
    const skipped = [{ path: '锁.md', reason: expect.stringContaining('EACCES') }]
    expect(await build()).toMatchObject({ skipped, articles: 1 })
    chmodSync(join(archive.corpus, '锁.md'), 0o644)
    expect(await build()).toMatchObject({ skipped: [], articles: 1 })
  })

  test('but a folder, or a link to one outside, is no matter', async () => {
    mkdirSync(join(archive.corpus, '文件夹.md'))
    mkdirSync(join(archive.corpus, '..', 'outside'))
    writeFileSync(join(archive.corpus, '..', 'outside', 'x.md'), GOOD)
    symlinkSync(join(archive.corpus, '..', 'outside'), join(archive.corpus, 'link'))
    symlinkSync(join(archive.corpus, '..', 'nowhere'), join(archive.corpus, 'broken.md'))
    expect(await build()).toMatchObject({ skipped: [], articles: 1 })
  })
})

describe('souwen index', () => {
  let space: Workspace
  beforeEach(async () => {
    space = await workspace()
  })
  afterEach(() => space.end())

  test('names every bad file, indexes the rest, and its exit code remembers, each time', async () => {
    await space.write(
      'corpus/好.md',
      articleFile({
        title: '苹果丰收',
        body: '今年的苹果又大又甜，果农忙着采摘，合作社说价格也不错。',
      }),
    )
    await space.write('corpus/坏.md', '\0\0')
    await space.write('corpus/2025/晚.md', spoiledLate(GOOD))
    for (const run of ['first', 'second']) {
      const { stdout, stderr, exitCode } = await space.souwen(['index'])
      expect({ run, exitCode }).toEqual({ run, exitCode: 2 })
      expect(stdout).toContain('2 skipped')
      expect(stderr.trim().split('\n').sort()).toEqual([
        expect.stringMatching(/^souwen: 2025\/晚\.md: is binary/),
        expect.stringMatching(/^souwen: 坏\.md: is binary/),
      ])
      expect((await space.souwen(['search', '苹果'])).exitCode).toBe(0)
    }
  })
})
