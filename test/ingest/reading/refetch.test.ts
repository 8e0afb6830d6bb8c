import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { buildIndex, type IndexSummary, openIndex } from '../../../src/engine.ts'
import {
  type ArchiveFolder,
  archiveFolder,
  FAILED_BODY,
  fetchedFile,
} from '../../helpers/archive-folder.ts'

let archive: ArchiveFolder
beforeEach(() => {
  archive = archiveFolder()
})
afterEach(() => archive.end())

const GOOD = '研究所今天公布了新的开源模型，权重可以免费下载，训练数据也已公开。'
const NEWER = '更正：开源模型的权重需要申请才能下载，训练数据没有公开，研究所致歉。'

function fetch(path: string, day: number, body: string): void {
  const url = 'https://example.org/model'
  const fetchDate = `2025-04-0${day}T08:00:00.000000`
  archive.write(path, fetchedFile({ title: '国产开源模型发布', url, fetchDate, body }))
}

const update = (): Promise<IndexSummary> =>
  buildIndex({ corpus: archive.corpus, index: archive.index, threads: 0 })

/** What the index holds now. */
async function state() {
  const backend = await openIndex(archive.index)
  const request = { limit: 10, offset: 0, sort: 'relevance' } as const
  const { hits, total } = await backend.search({ query: '开源模型', ...request })
  const { articles } = await backend.stats()
  const stored = await backend.article(hits[0]?.path ?? '')
  await backend.close()
  return { articles, total, path: hits[0]?.path, status: stored?.status, id: hits[0]?.id }
}

async function versions(path: string) {
  const backend = await openIndex(archive.index)
  const stored = await backend.article(path)
  await backend.close()
  return stored?.versions.map((version) => [version.path, version.fetchDate, version.status])
}

const article = (path: string) => ({ articles: 1, total: 1, path, status: 'article' })

describe('one page fetched several times is one article', () => {
  test('and the newest fetch is it, whatever the files are called and when they came', async () => {
    fetch('b.md', 2, GOOD)
    expect(await update()).toMatchObject({ added: 1, updated: 0, articles: 1 })
    expect(await state()).toMatchObject(article('b.md'))
    fetch('c.md', 1, NEWER)
    expect(await update()).toMatchObject({ added: 0, updated: 1, articles: 1 })
    expect(await state()).toMatchObject(article('b.md'))
    fetch('a.md', 3, NEWER)
    await update()
    expect(await state()).toMatchObject(article('a.md'))
  })

  test('and a failed fetch never hides a good one', async () => {
    fetch('a.md', 1, GOOD)
    await update()
    const { id } = await state()
    fetch('b.md', 2, FAILED_BODY)
    expect(await update()).toMatchObject({ articles: 1, failedFetches: 0 })
    expect(await state()).toEqual({ ...article('a.md'), id })
  })

  test('and a good fetch takes the place of a failed one, older or newer', async () => {
    fetch('b.md', 5, FAILED_BODY)
    expect(await update()).toMatchObject({ articles: 1, failedFetches: 1 })
    expect((await state()).status).toBe('empty')
    fetch('a.md', 4, GOOD)
    expect(await update()).toMatchObject({ articles: 1, failedFetches: 0 })
    expect(await state()).toMatchObject(article('a.md'))
  })

  test('and when its good file goes, what is left of it is the failed one', async () => {
    fetch('a.md', 1, GOOD)
    fetch('b.md', 2, FAILED_BODY)
    await update()
    archive.remove('a.md')
    expect(await update()).toMatchObject({ updated: 1, removed: 0, failedFetches: 1 })
    expect(await state()).toMatchObject({ path: 'b.md', status: 'empty', total: 1 })
  })

  test('and goes when its last file goes', async () => {
    fetch('a.md', 1, GOOD)
    fetch('b.md', 2, NEWER)
    archive.write(
      'other.md',
      fetchedFile({
        title: '苹果丰收',
        body: '今年的苹果又大又甜，果农忙着采摘，合作社说价格也不错。',
      }),
    )
    await update()
    archive.remove('a.md')
    archive.remove('b.md')
    expect(await update()).toMatchObject({ removed: 1, articles: 1 })
    expect((await state()).total).toBe(0)
  })

  test('and lists its versions, the newest first, with what came of each', async () => {
    fetch('a.md', 1, GOOD)
    fetch('b.md', 2, NEWER)
    fetch('c.md', 3, FAILED_BODY)
    await update()
    const expected = [
      ['c.md', '2025-04-03T08:00:00.000000', 'empty'],
      ['b.md', '2025-04-02T08:00:00.000000', 'article'],
      ['a.md', '2025-04-01T08:00:00.000000', 'unread'],
    ]
    expect(await versions('a.md')).toEqual(expected)
    archive.remove('c.md')
    await update()
    expect(await versions('a.md')).toEqual(expected.slice(1))
    archive.remove('a.md')
    await update()
    expect(await versions('b.md')).toEqual(expected.slice(1, 2))
  })

  test('and is found by the path of any of its files', async () => {
    fetch('a.md', 1, GOOD)
    fetch('2025/b.md', 2, NEWER)
    await update()
    const backend = await openIndex(archive.index)
    const [first, second] = [await backend.article('a.md'), await backend.article('2025/b.md')]
    await backend.close()
    expect(first).toEqual(second)
    expect(first?.path).toBe('2025/b.md')
  })
})

describe('a run', () => {
  test('with nothing new keeps the generation and writes nothing', async () => {
    fetch('a.md', 1, GOOD)
    const first = await update()
    const files = archive.indexFiles()
    expect(await update()).toMatchObject({ unchanged: 1, updated: 0, generation: first.generation })
    expect(archive.indexFiles()).toEqual(files)
  })

  test('leaves no lock and no file of an older generation behind', async () => {
    for (const day of [1, 2, 3]) {
      fetch(`${day}.md`, day, GOOD)
      await update()
    }
    expect(archive.indexFiles().join(' ')).toMatch(
      /^catalog-\d+ duplicates-\d+ manifest\.json segment-\d+ suggestions-\d+$/,
    )
  })

  test('over a file moved elsewhere counts nothing as removed', async () => {
    fetch('a.md', 1, GOOD)
    await update()
    archive.rename('a.md', '2025/moved.md')
    expect(await update()).toMatchObject({ added: 0, updated: 1, removed: 0 })
    expect(await state()).toMatchObject(article('2025/moved.md'))
  })
})
