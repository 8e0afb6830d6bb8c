/** The index folder as others treat it: moved, copied, made read-only, on a disk that two machines share. */

import { spawn } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { buildIndex, openIndex, verifyIndex } from '../../../src/engine.ts'
import { LOCK_NAME } from '../../../src/ingest/disk/lock.ts'
import { main, outcomeOf } from '../../cli/program.ts'
import { type ArchiveFolder, archiveFolder, fetchedFile } from '../../helpers/archive-folder.ts'

let archive: ArchiveFolder
beforeEach(() => {
  archive = archiveFolder()
  write('a', '今年的苹果又大又甜，果农忙着采摘。')
  write('b', '研究所公布了新的开源模型，苹果也在用。')
})
afterEach(() => archive.end())

function write(name: string, body: string): void {
  archive.write(`${name}.md`, fetchedFile({ title: `报道 ${name}`, body }))
}

const build = (index: string) => buildIndex({ corpus: archive.corpus, index, threads: 0 })

async function total(query: string, index: string): Promise<number> {
  const backend = await openIndex(index)
  const found = await backend.search({ query, limit: 5, offset: 0, sort: 'relevance' })
  await backend.close()
  return found.total
}

/** Every file of a folder with its bytes and time. */
const stateOf = (folder: string) =>
  readdirSync(folder)
    .sort()
    .map((name) => {
      const path = join(folder, name)
      return [name, statSync(path).mtimeMs, readFileSync(path).toString('base64')]
    })

describe('an index folder that is', () => {
  test('moved answers from its new place, and is brought up to date there', async () => {
    await build(archive.index)
    const early = await openIndex(archive.index)
    const moved = join(dirname(archive.index), 'elsewhere', '索引')
    mkdirSync(dirname(moved))
    renameSync(archive.index, moved)
    const request = { query: '苹果', limit: 5, offset: 0, sort: 'relevance' } as const
    expect((await early.search(request)).total).toBe(2)
    await early.close()
    expect(await total('苹果', moved)).toBe(2)
    await expect(openIndex(archive.index)).rejects.toMatchObject({ code: 'index-missing' })
    write('c', '合作社说苹果的价格也不错。')
    expect(await build(moved)).toMatchObject({ added: 1, unchanged: 2 })
    expect(await total('苹果', moved)).toBe(3)
    expect((await verifyIndex(moved)).faults).toEqual([])
  })

  test('copied is two, each by itself', async () => {
    await build(archive.index)
    const copy = archive.otherIndex()
    cpSync(archive.index, copy, { recursive: true })
    const before = stateOf(archive.index)
    write('b', '供应链攻击迅速扩大。')
    expect(await build(copy)).toMatchObject({ updated: 1, unchanged: 1 })
    expect(stateOf(archive.index)).toEqual(before)
    expect([await total('苹果', archive.index), await total('苹果', copy)]).toEqual([2, 1])
  })

  test('read-only answers and is verified, nothing is written, and an update says what is in the way', async () => {
    await build(archive.index)
    const before = stateOf(archive.index)
    write('c', '合作社说苹果的价格也不错。')
    for (const { name } of readdirSync(archive.index, { withFileTypes: true }))
      chmodSync(join(archive.index, name), 0o444)
    chmodSync(archive.index, 0o555)
    chmodSync(dirname(archive.index), 0o755)
    await asNobody(async () => {
      expect(await total('苹果', archive.index)).toBe(2)
      const backend = await openIndex(archive.index)
      expect((await backend.suggest({ query: '苹', limit: 5 })).suggestions).not.toEqual([])
      expect((await backend.stats()).articles).toBe(2)
      await backend.close()
      expect((await verifyIndex(archive.index)).faults).toEqual([])
      await expect(build(archive.index)).rejects.toMatchObject({
        code: 'index-unwritable',
        message: expect.stringMatching(/lock: cannot be written \(EACCES.*answers as before/),
      })
    })
    expect(stateOf(archive.index)).toEqual(before)
    chmodSync(archive.index, 0o755)
    expect(await build(archive.index)).toMatchObject({ added: 1 })
  })

  test('being written by another machine is left to it, and answers meanwhile', async () => {
    await build(archive.index)
    const holder = { pid: 1, host: 'elsewhere', since: '2025-03-01T08:00:00.000Z' }
    writeFileSync(join(archive.index, LOCK_NAME), JSON.stringify(holder))
    // What that machine is about to commit.
    writeFileSync(join(archive.index, 'segment-99'), 'half of it')
    const before = stateOf(archive.index)
    write('c', '合作社说苹果的价格也不错。')
    const args = [main, 'index', archive.corpus, '--index', archive.index]
    const second = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    const { stderr, exitCode } = await outcomeOf(second)
    expect(exitCode).toBe(2)
    expect(stderr).toContain('is being written by process 1 on elsewhere since 2025-03-01')
    expect(stateOf(archive.index)).toEqual(before)
    expect(await total('苹果', archive.index)).toBe(2)
  })
})

/** Root may write everything. */
async function asNobody(run: () => Promise<void>): Promise<void> {
  if (process.geteuid?.() !== 0) return run()
  process.seteuid?.(65534)
  return run().finally(() => process.seteuid?.(0))
}
