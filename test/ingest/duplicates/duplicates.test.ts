import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { buildIndex, openIndex, verifyIndex } from '../../../src/engine.ts'
import type { SearchRequest } from '../../../src/search/answers/result.ts'
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

const TITLE = '马来西亚国家基建遭勒索攻击'
const BODY = Array.from(
  { length: 12 },
  (_, n) => `应急小组在第${n * 37}个小时发现了编号${n * 7919}的加密文件，并且切断了它的网络。`,
).join('\n\n')

function publish(source: string, day: number, body: string, title = TITLE): void {
  const url = `https://${source}.example/${encodeURIComponent(title)}`
  const date = `2025-04-0${day}`
  archive.write(`${source}-${title}.md`, fetchedFile({ title, url, source, date, body }))
}

const update = () => buildIndex({ corpus: archive.corpus, index: archive.index, threads: 0 })

async function found(request: Partial<SearchRequest> = {}) {
  const backend = await openIndex(archive.index)
  const fixed = { query: '加密文件', limit: 10, offset: 0, sort: 'relevance' } as const
  const { total, hits } = await backend.search({ ...fixed, ...request })
  await backend.close()
  return {
    total,
    hits: hits.map(({ source, duplicates }) => [source, duplicates?.map((copy) => copy.source)]),
  }
}

describe('one text at several addresses', () => {
  test('is one result, the earliest, and names the others', async () => {
    publish('third', 5, BODY)
    publish('first', 1, BODY)
    publish('second', 3, `${BODY}\n\n本站编辑整理，略有删节，供读者参考。`)
    publish('other', 2, '另一篇讲加密文件的文章，说的是怎样备份，和这次攻击没有关系。', '备份')
    await update()
    const { total, hits } = await found()
    expect(total).toBe(2)
    expect(hits).toContainEqual(['first', ['second', 'third']])
    expect(hits).toContainEqual(['other', undefined])
  })

  test('is as many results as copies when all are asked for', async () => {
    publish('first', 1, BODY)
    publish('second', 3, BODY)
    await update()
    expect(await found({ all: true, sort: 'date' })).toEqual({
      total: 2,
      hits: [
        ['second', undefined],
        ['first', undefined],
      ],
    })
  })

  test('shows the copy that matches when the first does not', async () => {
    publish('first', 1, BODY)
    publish('second', 3, BODY)
    await update()
    expect(await found({ source: 'second' })).toEqual({ total: 1, hits: [['second', ['first']]] })
  })

  test('is found again, wherever it came or went', async () => {
    publish('second', 3, BODY)
    await update()
    expect((await found()).hits).toEqual([['second', undefined]])
    publish('first', 1, BODY)
    await update()
    expect((await found()).hits).toEqual([['first', ['second']]])
    publish('first', 1, BODY.replaceAll('加密文件', '备份磁带').replaceAll('应急', '值班'))
    await update()
    expect((await found()).hits).toEqual([['second', undefined]])
    publish('first', 1, BODY)
    await update()
    archive.remove(`second-${TITLE}.md`)
    await update()
    expect((await found()).hits).toEqual([['first', undefined]])
    expect(await verifyIndex(archive.index)).toMatchObject({ faults: [] })
  })

  test('takes in failed fetches under its title', async () => {
    publish('first', 1, FAILED_BODY)
    publish('second', 3, BODY)
    await update()
    expect(await found({ query: TITLE })).toEqual({ total: 1, hits: [['second', ['first']]] })
  })
})
