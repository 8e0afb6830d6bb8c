/** A server whose index is missing or damaged says so, says what to do, and recovers by itself when it is there again. */

import { readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createApp } from '../../../server/app.ts'
import type { ServerApp } from '../../../server/http/environment.ts'
import type { SearchBackend } from '../../../src/backend/backend.ts'
import { buildIndex, followIndex } from '../../../src/engine.ts'
import { type ArchiveFolder, archiveFolder, fetchedFile } from '../../helpers/archive-folder.ts'
import { textOf } from '../html.ts'

let folder: ArchiveFolder
let backend: SearchBackend
let app: ServerApp

beforeEach(async () => {
  folder = archiveFolder()
  folder.write(
    '一.md',
    fetchedFile({ title: '潮汐锁定', body: '行星总以同一面对着恒星，这就是潮汐锁定。' }),
  )
  await buildIndex({ corpus: folder.corpus, index: folder.index })
  backend = await followIndex(folder.index)
  app = createApp(backend)
})

afterEach(async () => {
  await backend.close()
  folder.end()
})

const statusOf = async (path: string) => (await app.request(path)).status

async function expectDown(command: string) {
  const ready = await app.request('/health/ready')
  expect(ready.status).toBe(503)
  expect(ready.headers.get('content-type')).toBe('application/problem+json')
  for (const path of ['/', '/?q=潮汐']) {
    const page = await app.request(path)
    expect(page.status).toBe(503)
    expect(textOf(await page.text())).toContain(command)
  }
  expect(await statusOf('/api/search?q=潮汐')).toBe(503)
  expect(await statusOf('/health/live')).toBe(200)
  expect(await statusOf('/style.css')).toBe(200)
}

async function expectUp() {
  expect(await statusOf('/health/ready')).toBe(200)
  const result = await (await app.request('/api/search?q=潮汐')).json()
  expect(result).toMatchObject({ total: 1 })
}

test('a missing index', async () => {
  await expectUp()
  await rm(folder.index, { recursive: true })
  await expectDown('souwen index')
  await buildIndex({ corpus: folder.corpus, index: folder.index })
  await expectUp()
})

test('a damaged one', async () => {
  const manifest = folder.indexFiles().find((name) => name.startsWith('manifest')) ?? ''
  const path = join(folder.index, manifest)
  await truncate(path, Math.floor((await stat(path)).size / 2))
  await expectDown('souwen index --full')
  await buildIndex({ corpus: folder.corpus, index: folder.index, full: true })
  await expectUp()
})

/** More than an index keeps in memory of what was never asked for; all different, so that they do not pack well. */
function manyCharacters(): string {
  const characters = Array.from({ length: 60_000 }, (_, i) =>
    String.fromCharCode(0x4e00 + ((i * 7_919 + i * i * 31) % 20_000)),
  )
  return characters.join('')
}

test('damage that shows while it serves, and the file put back', async () => {
  folder.write('长.md', fetchedFile({ title: '长文', body: manyCharacters() }))
  await buildIndex({ corpus: folder.corpus, index: folder.index, full: true })
  const segment = folder.indexFiles().find((name) => name.startsWith('segment')) ?? ''
  const path = join(folder.index, segment)
  const bytes = await readFile(path)
  expect(await statusOf('/health/ready')).toBe(200)
  await writeFile(path, Buffer.alloc(bytes.length))
  expect(await statusOf(`/api/articles/${encodeURIComponent('长.md')}`)).toBe(503)
  await expectDown('souwen index --full')
  await writeFile(path, bytes)
  await expectUp()
})

test('says in the reader’s language what to do, with a way to try again', async () => {
  await rm(folder.index, { recursive: true })
  for (const [language, words] of [
    ['zh-CN', ['还没有索引。请先运行 souwen index', '再试一次']],
    ['zh-TW', ['還沒有索引。請先執行 souwen index', '再試一次']],
    ['en', ['There is no index yet. Run souwen index', 'Try again']],
  ] as const) {
    const page = await app.request('/?q=潮汐', { headers: { 'accept-language': language } })
    const html = await page.text()
    for (const word of words) expect(textOf(html)).toContain(word)
    expect(html).toContain(`href="/?q=${encodeURIComponent('潮汐')}"`)
  }
})
