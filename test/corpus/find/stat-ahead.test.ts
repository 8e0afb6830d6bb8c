/** Files that an earlier run knew are looked at in another thread, and are found as by one that knows nothing. */

import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as here from '../../../src/corpus/find/discover.ts'
import { TextColumn } from '../../../src/corpus/find/text-column.ts'

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

/** So many that another thread is worth it; all are gone but those among them. */
const knownWith = (paths: readonly string[]) => {
  const gone = Array.from({ length: 12_000 }, (_, number) => `gone/${number}.md`)
  return [...gone, ...paths].sort()
}

const builtPath = (name: string) =>
  fileURLToPath(new URL(`../../../dist/src/corpus/find/${name}.js`, import.meta.url))

const rowsOf = async (discover: typeof here, paths?: TextColumn) => {
  const known = paths && { paths, ahead: true }
  const { files, problems } = await discover.findArticles(folder, known)
  return { files: [...files], problems }
}

const knownPaths: readonly (readonly [fact: string, paths: readonly string[]])[] = [
  ['none is there any more', []],
  ['all of them are there', ['a.md', 'b.md', '深/处/c.md', '深/处/ａ.md', 'z.md']],
  ['some came and some went', ['a.md', 'aa.md', '深/b.md', '深/处/c.md', 'zz.md']],
  ['some are no articles now', ['a.md', 'folder.md', 'link.md', 'z.md/x.md']],
]

test.each(knownPaths)('as by one that knows nothing, where of those known %s', async (_, paths) => {
  // The other thread runs the built program; from its source none begins, and this one does all.
  const built: typeof here = await import(builtPath('discover'))
  const columns: { TextColumn: typeof TextColumn } = await import(builtPath('text-column'))
  const expected = await rowsOf(here)
  expect(expected.files).toHaveLength(5)
  expect(await rowsOf(built, columns.TextColumn.of(knownWith(paths)))).toEqual(expected)
  expect(await rowsOf(here, TextColumn.of(knownWith(paths)))).toEqual(expected)
})
