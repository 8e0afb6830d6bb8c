/** What the fronts of files say, and what is told of those that cannot be read. */

import { afterEach, beforeEach, expect, test } from 'vitest'
import { findArticles } from '../../../src/corpus/find/discover.ts'
import type { FileList } from '../../../src/corpus/find/listing.ts'
import { articleId, articleKey } from '../../../src/corpus/read/identity.ts'
import { nodeFolder } from '../../../src/index/disk/node-folder.ts'
import { createFileNames } from '../../../src/ingest/disk/index-files.ts'
import type { IndexProgress } from '../../../src/ingest/options.ts'
import { readHeads } from '../../../src/ingest/phases/read-heads.ts'
import { MAX_FILE_BYTES } from '../../../src/ingest/reading/read-bytes.ts'
import { createWorkerPool } from '../../../src/ingest/threads/worker-pool.ts'
import { type ArchiveFolder, archiveFolder, fetchedFile } from '../../helpers/archive-folder.ts'

let archive: ArchiveFolder
beforeEach(() => {
  archive = archiveFolder()
})
afterEach(() => archive.end())

const BODY = '研究所今天公布了新的开源模型权重。'

async function read(list?: FileList) {
  const told: IndexProgress[] = []
  const heads = await readHeads(
    {
      folder: nodeFolder(archive.index),
      corpus: archive.corpus,
      userDictionary: undefined,
      dictionary: '',
      synonyms: [],
      pool: createWorkerPool(0),
      optimize: false,
      names: createFileNames(1),
      report: (progress) => told.push(progress),
    },
    list ?? (await findArticles(archive.corpus)).files,
  )
  return { ...heads, told }
}

test('a file is known by its article, its fetch and its site', async () => {
  const url = 'https://www.example.org/1?utm_source=rss'
  archive.write('a.md', fetchedFile({ title: '模型', url, source: '甲报', body: BODY }))
  archive.write('b.md', `# 手写的笔记\n\n${BODY}`)
  const { files, unread, problems } = await read()
  expect(
    [...files].map(({ path, articleId, fetchDate, siteKeys }) => ({
      path,
      articleId,
      fetchDate,
      siteKeys,
    })),
  ).toEqual([
    {
      path: 'a.md',
      articleId: articleId(articleKey({ url, path: 'a.md' })),
      fetchDate: '2025-03-09T12:03:13.017231',
      siteKeys: ['example.org', 'example.org\t甲报'],
    },
    {
      path: 'b.md',
      articleId: articleId(articleKey({ url: '', path: 'b.md' })),
      fetchDate: '',
      siteKeys: [],
    },
  ])
  expect([unread.size, problems]).toEqual([0, []])
})

test('files that cannot be read keep their rows, and the reason of each is told', async () => {
  archive.write('1.md', fetchedFile({ title: '一', body: BODY }))
  archive.write('2.md', new Uint8Array(5000))
  archive.writeSparse('3.md', MAX_FILE_BYTES + 1)
  archive.write('4.md', fetchedFile({ title: '四', body: BODY }))
  archive.write('5.md', fetchedFile({ title: '五', body: BODY }))
  const { files: list } = await findArticles(archive.corpus)
  archive.remove('4.md')
  const { files, unread, problems } = await read(list)
  expect(files.length).toBe(5)
  expect([...unread]).toEqual([1, 2, 3])
  expect(problems.map(({ path }) => path)).toEqual(['2.md', '3.md', '4.md'])
  expect(problems[1]?.reason).toBe('33554433 bytes are more than the 33554432 read of a file')
  expect(problems[2]?.reason).toContain('ENOENT')
})

test('progress is told in parts that add up to all files and bytes', async () => {
  for (let n = 0; n < 2100; n++) archive.write(`${n}.md`, `# ${n}\n\n${BODY}`)
  const { told } = await read()
  const { files } = await findArticles(archive.corpus)
  expect(told.map(({ filesDone }) => filesDone)).toEqual([2000, 2100])
  for (const { phase, filesTotal, bytesTotal } of told)
    expect([phase, filesTotal, bytesTotal]).toEqual(['finding', 2100, files.sizeBytes])
  expect(told.at(-1)?.bytesDone).toBe(files.sizeBytes)
})
