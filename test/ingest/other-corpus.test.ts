/** A folder that the index is not of. */

import { mkdirSync, readdirSync, readFileSync, renameSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { buildIndex } from '../../src/engine.ts'
import { type ArchiveFolder, archiveFolder, fetchedFile } from '../helpers/archive-folder.ts'

let archive: ArchiveFolder
beforeEach(() => {
  archive = archiveFolder()
  for (const path of ['a.md', 'sub/b.md', 'sub/c.md'])
    archive.write(path, fetchedFile({ title: `报道 ${path}`, body: '今年的苹果又大又甜。' }))
})
afterEach(() => archive.end())

const build = (corpus: string, options: { full?: boolean; replace?: boolean } = {}) =>
  buildIndex({ corpus, index: archive.index, threads: 0, ...options })
const bytesOfIndex = () =>
  readdirSync(archive.index).map((name) => [
    name,
    readFileSync(join(archive.index, name)).toString('base64'),
  ])

test.each([false, true])(
  'is refused with both names, and nothing is lost (full: %s)',
  async (full) => {
    await build(archive.corpus)
    const before = bytesOfIndex()
    const sub = join(archive.corpus, 'sub')
    const failure = await build(sub, { full }).catch((error) => error)
    expect(failure).toMatchObject({ code: 'corpus-changed' })
    for (const part of [`the index of ${archive.corpus},`, `not of ${sub};`, '--replace'])
      expect(failure.message).toContain(part)
    expect(bytesOfIndex()).toEqual(before)
  },
)

test('becomes its folder by --replace, and is so from then on', async () => {
  await build(archive.corpus)
  const sub = join(archive.corpus, 'sub')
  expect(await build(sub, { replace: true })).toMatchObject({ articles: 2, removed: 1 })
  expect(await build(sub)).toMatchObject({ articles: 2, unchanged: 2 })
  await expect(build(archive.corpus)).rejects.toMatchObject({ code: 'corpus-changed' })
})

test('is none when a link leads to the same folder', async () => {
  await build(archive.corpus)
  const link = join(dirname(archive.corpus), 'link')
  symlinkSync(archive.corpus, link)
  expect(await build(link)).toMatchObject({ articles: 3, unchanged: 3 })
})

test('is taken with --replace after the corpus was moved, and no article is cut again', async () => {
  await build(archive.corpus)
  const moved = join(dirname(archive.corpus), 'new', 'place')
  mkdirSync(dirname(moved))
  renameSync(archive.corpus, moved)
  await expect(build(moved)).rejects.toMatchObject({ code: 'corpus-changed' })
  const segments = () => readdirSync(archive.index).filter((name) => name.startsWith('segment'))
  const before = segments()
  expect(await build(moved, { replace: true })).toMatchObject({ articles: 3, unchanged: 3 })
  expect(segments()).toEqual(before)
})
