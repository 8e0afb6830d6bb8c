/** A server whose index is missing or damaged says so, says what to do, and recovers by itself when it is there again. */

import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createApp } from '../../server/app.ts'
import type { ServerApp } from '../../server/environment.ts'
import type { SearchBackend } from '../../src/backend/backend.ts'
import { buildIndex, followIndex } from '../../src/engine.ts'
import { type ArchiveFolder, archiveFolder, fetchedFile } from '../helpers/archive-folder.ts'
import { textOf } from './html.ts'

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
  await writeFile(join(folder.index, manifest), 'not a manifest')
  await expectDown('souwen index --full')
  await buildIndex({ corpus: folder.corpus, index: folder.index, full: true })
  await expectUp()
})
