/** Pages that are read again because the furniture of their site is known better: only those that come out otherwise are cut. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { buildIndex, openIndex } from '../../../src/engine.ts'
import type { Manifest } from '../../../src/index/files/manifest.ts'
import { type ArchiveFolder, archiveFolder } from '../../helpers/archive-folder.ts'

let archive: ArchiveFolder

beforeEach(() => {
  archive = archiveFolder()
})

afterEach(() => archive.end())

const TOPICS = ['潮汐发电', '古籍修复', '机场调度', '稻田养鱼', '量子钟表', '地铁检修']
const ADVERT = '扫码加入本站读者群，领取年度阅读报告与纪念书签。'

/** Pages of a reader's own have none, and nothing is learned of them. */
const MENU = '[首页](/) [科学](/science) [书籍](/books)'

function write(number: number, advert: boolean): void {
  const topic = TOPICS[number] ?? ''
  const body = `${topic}去年有了新进展，研究者在试验中看到了结果。\n\n${advert ? ADVERT : `${topic}还要等很久。`}`
  archive.write(
    `${number}.md`,
    `---\ntitle: ${topic}的新进展\nurl: https://news.example.com/${number}\nsource: 示例网\ndate: 2025-01-01\nfetch_date: 2025-01-02T08:00:00\n---\n\n${MENU}\n\n${body}\n`,
  )
}

const update = () => buildIndex({ corpus: archive.corpus, index: archive.index, threads: 0 })

function segments(): Manifest['segments'] {
  const manifest: Manifest = JSON.parse(readFileSync(join(archive.index, 'manifest.json'), 'utf8'))
  return manifest.segments
}

async function found(query: string): Promise<number> {
  const backend = await openIndex(archive.index)
  const { total } = await backend.search({ query, limit: 10, offset: 0, sort: 'relevance' })
  await backend.close()
  return total
}

test('a third page with a line makes it furniture on the two that had it, and no other page is cut again', async () => {
  for (const number of [0, 1, 2, 3, 4]) write(number, number < 2)
  await update()
  expect(await found(`"${ADVERT}"`)).toBe(2)
  write(5, true)
  const { added, updated, unchanged, reread } = await update()
  expect({ added, updated, unchanged, reread }).toEqual({
    added: 1,
    updated: 0,
    unchanged: 5,
    reread: 5,
  })
  expect(await found(`"${ADVERT}"`)).toBe(0)
  const [old, fresh] = segments()
  expect(old).toMatchObject({ articles: 5, deleted: 2 })
  expect(fresh).toMatchObject({ articles: 3, deleted: 0 })
})
