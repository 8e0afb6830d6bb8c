import { existsSync } from 'node:fs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openIndex } from '../../src/engine.ts'
import { indexArticles } from '../../src/ingest/index-articles.ts'
import { type ArchiveFolder, archiveFolder } from '../helpers/archive-folder.ts'
import { idOfNumber } from '../helpers/memory-index.ts'

let archive: ArchiveFolder
beforeEach(() => {
  archive = archiveFolder()
})
afterEach(() => archive.end())

const articleOf = (number: number, text: string) => ({
  id: idOfNumber(number),
  paths: [`库/${number}`],
  title: `第 ${number} 篇`,
  url: '',
  source: '',
  date: '',
  fetchDate: '',
  repaired: '',
  authors: [],
  tags: [],
  meta: {},
  status: 'article' as const,
  truncated: false,
  blocks: [{ kind: 'paragraph' as const, text }],
})

async function pathsFor(query: string): Promise<readonly string[]> {
  const backend = await openIndex(archive.index)
  try {
    const { hits } = await backend.search({ query, limit: 10, offset: 0, sort: 'relevance' })
    return hits.map(({ path }) => path).sort()
  } finally {
    await backend.close()
  }
}

test('articles that are no files are found by their words and quoted, and come back word for word', async () => {
  await indexArticles(archive.index, [
    articleOf(1, '供应链攻击迅速扩大。'),
    articleOf(2, '今年的苹果又大又甜。'),
    articleOf(3, '苹果公司修复了漏洞。'),
  ])
  expect(await pathsFor('供应链')).toEqual(['库/1'])
  expect(await pathsFor('苹果')).toEqual(['库/2', '库/3'])
  expect(await pathsFor('"果又大"')).toEqual(['库/2'])
  const backend = await openIndex(archive.index)
  const stored = await backend.article('库/3')
  await backend.close()
  expect(stored?.blocks).toEqual([{ kind: 'paragraph', text: '苹果公司修复了漏洞。' }])
})

test('nothing is told apart by likeness: two articles with one text are two results', async () => {
  const text = '同一篇报道，一字不差，分别刊登在两家报纸上。'.repeat(8)
  await indexArticles(archive.index, [articleOf(1, text), articleOf(2, text)])
  expect(await pathsFor('报纸')).toEqual(['库/1', '库/2'])
})

test('no articles are an index that finds nothing', async () => {
  await indexArticles(archive.index, [])
  expect(await pathsFor('苹果')).toEqual([])
})

test('an index that is there already stays as it is', async () => {
  await indexArticles(archive.index, [articleOf(1, '苹果')])
  await expect(indexArticles(archive.index, [articleOf(2, '苹果')])).rejects.toMatchObject({
    code: 'bad-request',
    message: `${archive.index}: holds an index already; give an empty folder`,
  })
  expect(await pathsFor('苹果')).toEqual(['库/1'])
  expect(existsSync(`${archive.index}/lock`)).toBe(false)
})
