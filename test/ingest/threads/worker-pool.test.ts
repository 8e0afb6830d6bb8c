/** Threads do what this thread does, and what goes wrong in one of them is told here. They run the built program. */

import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FoundFile } from '../../../src/corpus/find/listing.ts'
import { buildIndex, openIndex, verifyIndex } from '../../../src/engine.ts'
import { LOCK_NAME } from '../../../src/ingest/disk/lock.ts'
import type { SegmentTask } from '../../../src/ingest/threads/tasks.ts'
import type { TaskRunner } from '../../../src/ingest/threads/worker-pool.ts'
import { type ArchiveFolder, archiveFolder, fetchedFile } from '../../helpers/archive-folder.ts'

const built = (path: string) => fileURLToPath(new URL(`../../../dist/src/${path}`, import.meta.url))
const { createWorkerPool }: typeof import('../../../src/ingest/threads/worker-pool.ts') =
  await import(built('ingest/threads/worker-pool.js'))

const MENU = '[首页](/) [科学](/science) [书籍](/books)'

let archive: ArchiveFolder
beforeAll(() => {
  archive = archiveFolder()
  for (let n = 0; n < 8; n++) {
    const title = `第 ${n} 号公告`
    archive.write(
      `${n}.md`,
      fetchedFile({ title, body: `${MENU}\n\n漏洞 ${n} 已经修复，请升级。` }),
    )
  }
  archive.write('binary.md', new Uint8Array(5000))
  mkdirSync(archive.index)
})
afterAll(() => archive.end())

const files = (): readonly FoundFile[] =>
  [...Array(8).keys(), 'binary', 'gone'].map((name) => ({
    path: `${name}.md`,
    sizeBytes: 1000,
    modifiedMs: 1,
    changedMs: 7,
  }))

function segmentTask(target: string): SegmentTask {
  const articles = files().map((file, n) => {
    const id = n.toString(16).padStart(16, '0')
    return { id, files: [{ ...file, articleId: id, fetchDate: '', siteKeys: [] }] }
  })
  const { corpus } = archive
  return {
    corpus,
    target,
    articles,
    furniture: new Map(),
    userDictionary: undefined,
    dictionary: '',
  }
}

/** Everything that a runner does, with the bytes that it writes. */
async function workOf(runner: TaskRunner, name: string) {
  const { corpus, index: folder } = archive
  const heads = await runner.readHeads({ corpus, files: files() })
  const paths = files().map(({ path }) => path)
  const learned = await runner.learnSites({ corpus, samples: [{ key: 'example.org', paths }] })
  const written = await runner.writeSegment(segmentTask(join(folder, name)))
  const { articles, byteLength } = written
  const segments = [{ name, articles, deleted: 0, byteLength }]
  await runner.mergePairs({ folder, segments, name: `${name}-pairs` })
  const suggestions = await runner.gatherSuggestions({ folder, segments })
  const bytes = [name, `${name}-pairs`].map((file) => readFileSync(join(folder, file), 'base64'))
  return { heads, learned, written, suggestions, bytes }
}

describe('worker threads', () => {
  test('give the results of this thread, to the byte, with the problems of the same files', async () => {
    const [inline, threads] = [createWorkerPool(0), createWorkerPool(2)]
    const here = await workOf(inline.runnerFor(8), 'here')
    const there = await workOf(threads.runnerFor(8), 'there')
    await threads.close()
    expect(there).toEqual(here)
    expect(here.heads.problems.map(({ path }) => path)).toEqual(['binary.md', 'gone.md'])
    expect(here.written).toMatchObject({ articles: 8, same: [] })
    expect(here.learned[0]?.length).toBeGreaterThan(0)
    expect(here.suggestions.words.map(({ text }) => text)).toContain('漏洞')
  })

  test('start again after they were ended', async () => {
    const pool = createWorkerPool(1)
    const runner = pool.runnerFor(8)
    const ask = () => runner.readHeads({ corpus: archive.corpus, files: files().slice(0, 1) })
    const first = await ask()
    await pool.close()
    await pool.close()
    expect(await ask()).toEqual(first)
    await pool.close()
  })

  test('that cannot write name the file, by the same error as this thread', async () => {
    const target = join(archive.index, 'no-such-folder', 'segment-1')
    for (const threads of [0, 1]) {
      const pool = createWorkerPool(threads)
      await expect(pool.runnerFor(8).writeSegment(segmentTask(target))).rejects.toMatchObject({
        name: 'SouwenError',
        code: 'index-unwritable',
        message: expect.stringContaining(`${target}: cannot be written (ENOENT`),
      })
      await pool.close()
    }
  })
})

test('few files are read in this thread unless threads are asked for, many in several', () => {
  expect(createWorkerPool(0).runnerFor(1_000_000).width).toBe(1)
  expect(createWorkerPool(3).runnerFor(1).width).toBe(3)
  const pool = createWorkerPool(undefined)
  const many = pool.runnerFor(3000)
  expect(pool.runnerFor(2999)).not.toBe(many)
  expect(pool.runnerFor(3001)).toBe(many)
  expect(pool.runnerFor(2999)).toBe(createWorkerPool(0).runnerFor(1))
})

/** Breaks every thread but the first soon after it has started, as memory that runs out does. */
const BREAK_THREADS = `
const { isMainThread } = require('node:worker_threads')
if (!isMainThread) setImmediate(() => { throw new Error('this thread broke') })
`

test('a thread that breaks ends the run with its error: no lock stays, and the index answers as before', async () => {
  const { corpus } = archive
  const other = archive.otherIndex()
  const options = { corpus, index: other, full: true }
  await buildIndex({ ...options, threads: 0 })
  const [script, preload] = ['run.mjs', 'break.cjs'].map((name) => join(archive.index, name))
  writeFileSync(preload ?? '', BREAK_THREADS)
  writeFileSync(
    script ?? '',
    `import { buildIndex } from ${JSON.stringify(built('engine.js'))}
     console.log(await buildIndex(${JSON.stringify({ ...options, threads: 2 })}).catch(String))`,
  )
  const flags = ['--require', preload ?? '', script ?? '']
  const { stdout } = await promisify(execFile)(process.execPath, flags)
  expect(stdout).toBe('Error: this thread broke\n')
  expect(existsSync(join(other, LOCK_NAME))).toBe(false)
  expect((await verifyIndex(other)).faults).toEqual([])
  const backend = await openIndex(other)
  expect(await backend.stats()).toMatchObject({ articles: 8, generation: 1 })
  await backend.close()
  expect(await buildIndex({ ...options, threads: 0 })).toMatchObject({ generation: 2 })
})
