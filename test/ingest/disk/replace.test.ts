/** `index --full` over an index that cannot be used: the new one takes its place, and nothing of the old goes before. */

import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { buildIndex, openIndex, verifyIndex } from '../../../src/engine.ts'
import { MANIFEST_NAME } from '../../../src/index/files/manifest.ts'
import { LOCK_NAME } from '../../../src/ingest/disk/lock.ts'
import { type ArchiveFolder, archiveFolder, fetchedFile } from '../../helpers/archive-folder.ts'
import { watchingWrites } from '../../helpers/watch-writes.ts'

const OLDER_FORMAT = join(import.meta.dirname, '../../fixtures/index-format-2')

let archive: ArchiveFolder
beforeEach(() => {
  archive = archiveFolder()
  archive.write('a.md', fetchedFile({ title: '全文检索', body: '今年的苹果又大又甜，果农忙。' }))
})
afterEach(() => archive.end())

const build = (full: boolean) =>
  buildIndex({ corpus: archive.corpus, index: archive.index, threads: 0, full })

/** Every file of the index with its bytes. */
function contents(): ReadonlyMap<string, string> {
  const names = readdirSync(archive.index).filter((name) => name !== LOCK_NAME)
  return new Map(
    names.map((name) => [name, readFileSync(join(archive.index, name)).toString('base64')]),
  )
}

describe.each<readonly [what: string, leave: () => Promise<void>]>([
  ['of an older format', async () => cpSync(OLDER_FORMAT, archive.index, { recursive: true })],
  [
    'whose manifest is damaged',
    async () => {
      await build(false)
      const path = join(archive.index, MANIFEST_NAME)
      writeFileSync(path, readFileSync(path, 'utf8').slice(0, 60))
    },
  ],
  [
    'of a newer format',
    async () => {
      await build(false)
      const path = join(archive.index, MANIFEST_NAME)
      writeFileSync(path, readFileSync(path, 'utf8').replace(/"format": \d+/, '"format": 99'))
    },
  ],
])('a full build over an index %s', (_what, leave) => {
  test('leaves each of its files as it is until the new generation is there', async () => {
    await leave()
    const before = contents()
    const old = before.get(MANIFEST_NAME)
    let moments = 0
    const watch = () => {
      const now = contents()
      if (now.get(MANIFEST_NAME) !== old) return
      moments++
      for (const [name, bytes] of before) expect([name, now.get(name)]).toEqual([name, bytes])
    }
    await watchingWrites(() => build(true), watch)
    expect(moments).toBeGreaterThan(10)
    const backend = await openIndex(archive.index)
    const request = { query: '苹果', limit: 1, offset: 0, sort: 'relevance' } as const
    expect((await backend.search(request)).total).toBe(1)
    await backend.close()
    expect((await verifyIndex(archive.index)).faults).toEqual([])
    expect([...contents().keys()].filter((name) => before.has(name))).toEqual([MANIFEST_NAME])
    // Manifest, segment, catalog, suggestions and duplicates: of the old one nothing is left.
    expect(contents().size).toBe(5)
  })
})
