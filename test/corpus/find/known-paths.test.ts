/** A run that knows the paths of an earlier one finds what a run finds that knows none. */

import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findArticles } from '../../../src/corpus/find/discover.ts'
import { FileList } from '../../../src/corpus/find/listing.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'souwen-known-'))
  await mkdir(join(folder, '深/处'), { recursive: true })
  for (const path of ['a.md', 'b.md', '深/处/c.md', '深/处/ａ.md', 'z.md'])
    await writeFile(join(folder, path), path)
  await symlink('a.md', join(folder, 'link.md'))
  await mkdir(join(folder, 'folder.md'))
})
afterAll(async () => {
  await chmod(folder, 0o755)
  await rm(folder, { recursive: true })
})

/** More than are compared at a time; all are gone but the given ones. */
const knownWith = (paths: readonly string[]) => {
  const gone = Array.from({ length: 3000 }, (_, number) => `gone/${number}.md`)
  return [...gone, ...paths].sort()
}

const asFile = (path: string) => ({ path, sizeBytes: 1, modifiedMs: 1, changedMs: 1 })

const rowsOf = async (known?: FileList) => {
  const { files, problems } = await findArticles(folder, known)
  return { files: [...files], problems }
}

const knownPaths: readonly (readonly [fact: string, paths: readonly string[]])[] = [
  ['none is there any more', []],
  ['all of them are there', ['a.md', 'b.md', '深/处/c.md', '深/处/ａ.md', 'z.md']],
  ['some came and some went', ['a.md', 'aa.md', '深/b.md', '深/处/c.md', 'zz.md']],
  ['some are no articles now', ['a.md', 'folder.md', 'link.md', 'z.md/x.md']],
]

test.each(knownPaths)('the same files where of those known %s', async (_, paths) => {
  const expected = await rowsOf()
  expect(expected.files.map(({ path }) => path)).toEqual([
    'a.md',
    'b.md',
    'z.md',
    '深/处/c.md',
    '深/处/ａ.md',
  ])
  expect(await rowsOf(FileList.of(knownWith(paths).map(asFile)))).toEqual(expected)
})
