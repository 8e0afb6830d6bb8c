/** `souwen verify` on a real index, whole and damaged. */

import { readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { paths, smallCorpus } from '../corpus.ts'
import { articleFile, type Workspace } from '../program.ts'

let space: Workspace

beforeEach(async () => {
  space = await smallCorpus()
  await space.souwen(['index'])
  await space.remove(paths.apple)
  await space.souwen(['index'])
})

afterEach(() => space.end())

const file = (name: string) => join(space.folder, 'index', name)
const names = () => readdirSync(join(space.folder, 'index'))

describe('souwen verify', () => {
  test('an index as it was written is whole', async () => {
    const { stdout, exitCode } = await space.souwen(['verify'])
    expect(stdout).toBe(`generation 2, 4 articles in ${names().length} files: whole\n`)
    expect(exitCode).toBe(0)
  })

  test('a bit that flipped in any file but the manifest is found and named', async () => {
    for (const name of names().filter((one) => one !== 'manifest.json')) {
      const bytes = readFileSync(file(name))
      for (const place of [3, 40, bytes.length >> 1, bytes.length - 3]) {
        const damaged = Buffer.from(bytes)
        damaged[place] = (damaged[place] ?? 0) ^ 4
        writeFileSync(file(name), damaged)
        const { stdout, exitCode } = await space.souwen(['verify', '--json'])
        expect(JSON.parse(stdout).faults).toMatchObject([{ file: name }])
        expect(exitCode).toBe(1)
      }
      writeFileSync(file(name), bytes)
    }
  }, 120_000)

  test('a file that was cut is named, with what to do', async () => {
    const segment = names().find((name) => name.startsWith('segment-')) ?? ''
    truncateSync(file(segment), readFileSync(file(segment)).length - 1)
    const { stdout, exitCode } = await space.souwen(['verify'])
    expect(stdout).toContain(`  ${segment}: `)
    expect(stdout).toContain('souwen index --full')
    expect(exitCode).toBe(1)
  })

  test('a catalog of another generation, whole by itself, is told from the one of this', async () => {
    const catalog = () => names().find((name) => name.startsWith('catalog-')) ?? ''
    const ofFourArticles = readFileSync(file(catalog()))
    await space.write(
      'corpus/2025/06/01/第五篇.md',
      articleFile({ title: '第五篇', body: '又一篇文章。' }),
    )
    await space.souwen(['index'])
    writeFileSync(file(catalog()), ofFourArticles)
    const { stdout, exitCode } = await space.souwen(['verify', '--json'])
    expect(JSON.parse(stdout).faults).toMatchObject([{ file: catalog() }])
    expect(exitCode).toBe(1)
  })

  test('without a manifest that can be read there is nothing to go by', async () => {
    writeFileSync(file('manifest.json'), '{')
    const { stderr, exitCode } = await space.souwen(['verify'])
    expect(stderr).toMatch(/^souwen: .*manifest\.json/)
    expect(exitCode).toBe(2)
  })
})
