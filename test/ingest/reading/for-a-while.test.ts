/** Files that cannot be read for a while, and files that changed where size and time do not show it. */

import {
  chmodSync,
  cpSync,
  readdirSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { buildIndex, openIndex } from '../../../src/engine.ts'
import { type ArchiveFolder, archiveFolder, fetchedFile } from '../../helpers/archive-folder.ts'

let archive: ArchiveFolder
beforeEach(() => {
  archive = archiveFolder()
})
afterEach(() => {
  for (const path of closed.splice(0)) chmodSync(path, 0o755)
  archive.end()
})

const closed: string[] = []
const at = (path: string) => join(archive.corpus, path)
const build = () => buildIndex({ corpus: archive.corpus, index: archive.index, threads: 0 })
const file = (title: string, body: string) => fetchedFile({ title, body })

/** Runs without the rights to files that are closed: root may read everything. */
async function withClosed<Result>(path: string, run: () => Promise<Result>): Promise<Result> {
  closed.push(at(path))
  chmodSync(at(path), 0)
  if (process.geteuid?.() !== 0) return run()
  // Nobody must get at the rest.
  for (const open of [dirname(archive.corpus), archive.index]) chmodSync(open, 0o777)
  for (const name of readdirSync(archive.index)) chmodSync(join(archive.index, name), 0o666)
  process.seteuid?.(65534)
  return run().finally(() => process.seteuid?.(0))
}

function open(path: string): void {
  chmodSync(at(path), 0o755)
  closed.splice(0)
}

async function total(query: string): Promise<number> {
  const backend = await openIndex(archive.index)
  const found = await backend.search({
    query: `"${query}"`,
    limit: 1,
    offset: 0,
    sort: 'relevance',
  })
  await backend.close()
  return found.total
}

const segments = () => archive.indexFiles().filter((name) => name.startsWith('segment'))
const STAYS = 'cannot be read (EACCES); what the index has of it stays'

describe.skipIf(process.platform === 'win32')('what cannot be read now', () => {
  beforeEach(async () => {
    archive.write('a.md', file('果园', '今年的苹果又大又甜。'))
    archive.write('sub/b.md', file('香蕉', '今年的香蕉又长又甜。'))
    archive.write('sub/deep/c.md', file('葡萄', '今年的葡萄又圆又甜。'))
    await build()
  })

  test('is a folder whose articles stay, with a line, until it can be read again', async () => {
    const skipped = [{ path: 'sub', reason: STAYS }]
    archive.write('a.md', file('果园', '今年的苹果又小又酸。'))
    const during = await withClosed('sub', build)
    expect(during).toMatchObject({ skipped, articles: 3, updated: 1, removed: 0 })
    expect([await total('香蕉'), await total('葡萄'), await total('又小又酸')]).toEqual([1, 1, 1])
    open('sub')
    archive.remove('sub/b.md')
    expect(await build()).toMatchObject({ skipped: [], articles: 2, removed: 1, updated: 0 })
    expect([await total('香蕉'), await total('葡萄')]).toEqual([0, 1])
  })

  test('is a known file whose article stays, and is read when it can be', async () => {
    archive.write('sub/b.md', file('香蕉', '今年的香蕉又短又弯。'))
    const during = await withClosed('sub/b.md', build)
    expect(during).toMatchObject({ articles: 3, removed: 0, updated: 0 })
    expect(during.skipped[0]).toEqual({
      path: 'sub/b.md',
      reason: expect.stringContaining('EACCES'),
    })
    expect(await total('又长又甜')).toBe(1)
    open('sub/b.md')
    expect(await build()).toMatchObject({ skipped: [], articles: 3, updated: 1 })
    expect([await total('又长又甜'), await total('又短又弯')]).toEqual([0, 1])
  })
})

describe('content that changed under the same size and time', () => {
  /** In place, as a tool does that sets the time back. */
  function swap(path: string, text: string): void {
    writeFileSync(at(path), text)
    utimesSync(at(path), 1_700_000_000, 1_700_000_000)
  }

  test('is read again', async () => {
    archive.write('a.md', '')
    swap('a.md', file('果园', '今年的苹果又大又甜。'))
    await build()
    swap('a.md', file('果园', '今年的苹果又小又酸。'))
    expect(await build()).toMatchObject({ updated: 1, unchanged: 0 })
    expect([await total('又大又甜'), await total('又小又酸')]).toEqual([0, 1])
    expect(await build()).toMatchObject({ updated: 0, unchanged: 1 })
  })
})

test('a corpus that was copied with its times is read, and no article is written again', async () => {
  for (let n = 0; n < 5; n++) archive.write(`${n}.md`, file(`报道 ${n}`, `第${n}种苹果又大又甜。`))
  await build()
  const before = segments()
  const copy = `${archive.corpus}-copy`
  cpSync(archive.corpus, copy, { recursive: true, preserveTimestamps: true })
  rmSync(archive.corpus, { recursive: true })
  renameSync(copy, archive.corpus)
  expect(await build()).toMatchObject({ unchanged: 5, reread: 5, updated: 0, added: 0 })
  expect(segments()).toEqual(before)
  expect(await build()).toMatchObject({ unchanged: 5, reread: 0 })
})
