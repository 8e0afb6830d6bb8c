import fs, { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { buildIndex, openIndex, verifyIndex } from '../../../src/engine.ts'
import { type ArchiveFolder, archiveFolder, fetchedFile } from '../../helpers/archive-folder.ts'
import { systemError, type Writer, withWriter } from '../../helpers/failing-writes.ts'

const ARTICLES = 3

let archive: ArchiveFolder
beforeEach(() => {
  archive = archiveFolder()
})
afterEach(() => archive.end())

const build = (index = archive.index) => buildIndex({ corpus: archive.corpus, index, threads: 0 })

function writeVersion(version: number): void {
  for (let n = 0; n < ARTICLES; n++) {
    const url = `https://${n}.example.org/`
    const body = `这是开源模型的第 ${n} 篇报道，版本 release${version} 今天发布，编辑部整理了说明。`
    archive.write(`${n}.md`, fetchedFile({ title: `报道 ${n}`, url, body }))
  }
}

/** How many articles the index has of each version. */
async function versions(): Promise<readonly number[]> {
  const backend = await openIndex(archive.index)
  const count = async (version: number) =>
    (await backend.search({ query: `release${version}`, limit: 1, offset: 0, sort: 'date' })).total
  const counts = [await count(1), await count(2)]
  await backend.close()
  return counts
}

describe.each<readonly [fact: string, writer: Writer, code: string]>([
  ['a disk that is full', 'writeSync', 'ENOSPC'],
  ['a disk that fails while it is written to', 'writeSync', 'EIO'],
  ['a disk that fails when all is to be on it', 'fsyncSync', 'EIO'],
  ['a file that cannot be made', 'openSync', 'EACCES'],
  ['a file that cannot be renamed', 'renameSync', 'EIO'],
])('%s', (_fact, writer, code) => {
  test('is named at any call, one generation answers, and the next run makes up for it', async () => {
    writeVersion(1)
    await build()
    writeVersion(2)
    let failed = 0
    for (let at = 0; ; at++) {
      let reached = false
      const fail = (calls: number) => {
        if (calls !== at) return undefined
        reached = true
        throw systemError(code, writer)
      }
      const outcome = await new Promise<unknown>((resolve) => {
        withWriter(writer, fail, build).then(() => resolve('done'), resolve)
      })
      if (!reached) break
      failed++
      expect(outcome).toMatchObject({ code: 'index-unwritable' })
      expect(String(outcome)).toContain(`${archive.index}`)
      expect(String(outcome)).toContain(`cannot be written (${code}`)
      expect((await verifyIndex(archive.index)).faults).toEqual([])
      const now = await versions()
      expect([
        [ARTICLES, 0],
        [0, ARTICLES],
      ]).toContainEqual(now)
      // After the rename the new generation is there, and there is nothing left to fail.
      if (now[1] === ARTICLES) break
    }
    expect(failed).toBeGreaterThan(0)
    await build()
    expect(await versions()).toEqual([0, ARTICLES])
    expect(readdirSync(archive.index).filter((name) => name.endsWith('.new'))).toEqual([])
  })
})

test('what the system writes in small pieces comes out the same', async () => {
  writeVersion(1)
  const [whole, pieces] = [archive.otherIndex(), archive.otherIndex()]
  const writeSync = fs.writeSync
  await build(whole)
  const write = (_calls: number, [file, bytes, start = 0]: readonly unknown[]) => {
    if (typeof file !== 'number' || !(bytes instanceof Uint8Array)) return undefined
    const from = Number(start)
    return writeSync(file, bytes, from, Math.min(777, bytes.length - from))
  }
  await withWriter('writeSync', write, () => build(pieces))
  const names = readdirSync(whole).sort()
  expect(readdirSync(pieces).sort()).toEqual(names)
  for (const name of names)
    expect(readFileSync(join(pieces, name)).equals(readFileSync(join(whole, name)))).toBe(true)
})
