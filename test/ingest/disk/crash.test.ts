import { spawn } from 'node:child_process'
import { cpSync, existsSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { buildIndex, openIndex } from '../../../src/engine.ts'
import { SouwenError } from '../../../src/errors.ts'
import { nodeFolder } from '../../../src/index/disk/node-folder.ts'
import { MANIFEST_NAME, readManifest } from '../../../src/index/files/manifest.ts'
import { LOCK_NAME } from '../../../src/ingest/disk/lock.ts'
import { namedFiles } from '../../../src/ingest/phases/write-generation.ts'
import { main, outcomeOf } from '../../cli/program.ts'
import { type ArchiveFolder, archiveFolder, fetchedFile } from '../../helpers/archive-folder.ts'
import { watchingWrites } from '../../helpers/watch-writes.ts'

let archive: ArchiveFolder
beforeEach(() => {
  archive = archiveFolder()
})
afterEach(() => archive.end())

/** So many articles, all of one version and no other. */
function writeVersion(version: number, articles: number): void {
  for (let n = 0; n < articles; n++) {
    const url = `https://${n}.example.org/`
    const body = `这是开源模型的第 ${n} 篇报道，版本 release${version} 今天发布，编辑部整理了说明。`
    archive.write(`${n}.md`, fetchedFile({ title: `报道 ${n}`, url, body }))
  }
}

/** The version that an index answers from; fails when it is a mixture of two, or half of one. */
async function versionIn(index: string, articles: number): Promise<number> {
  const backend = await openIndex(index)
  const request = { limit: articles + 1, offset: 0, sort: 'relevance' } as const
  const { hits } = await backend.search({ query: '开源模型', ...request })
  const said = hits.map(({ snippets }) => /release(\d+)/.exec(snippets[0]?.text ?? '')?.[1])
  await backend.close()
  expect(hits.length).toBe(articles)
  expect(new Set(said).size).toBe(1)
  return Number(said[0])
}

function writeOldNews(number: number): void {
  for (const half of ['a', 'b']) {
    const url = `https://${half}${number}.example.com/`
    const body = `旧闻第 ${number} 篇说，今年的苹果又大又甜，果农忙着采摘，价格也不错。`
    archive.write(`old-${number}-${half}.md`, fetchedFile({ title: `旧闻 ${number}`, url, body }))
  }
}

async function countOldNews(index: string): Promise<number> {
  const backend = await openIndex(index)
  const request = { limit: 1, offset: 0, sort: 'relevance' } as const
  const { total } = await backend.search({ query: '苹果', ...request })
  await backend.close()
  return total
}

/** Nothing but what the manifest names. */
async function expectNoLeftOvers(index: string): Promise<void> {
  const manifest = await readManifest(nodeFolder(index))
  const named = manifest === undefined ? [] : [MANIFEST_NAME, ...namedFiles(manifest)]
  expect(readdirSync(index).sort()).toEqual(named.sort())
}

/** Copies of the index folder: what a kill after each of the run's writes would leave. */
async function statesLeftBy(run: () => Promise<unknown>): Promise<readonly string[]> {
  const states: string[] = []
  await watchingWrites(run, () => {
    const state = archive.otherIndex()
    cpSync(archive.index, state, { recursive: true })
    states.push(state)
  })
  return states
}

/** A process number that no process has. */
async function deadProcess(): Promise<number> {
  const child = spawn(process.execPath, ['-e', ''], { stdio: ['ignore', 'pipe', 'pipe'] })
  await outcomeOf(child)
  return child.pid ?? 0
}

describe('a run that is killed', () => {
  test('after any of its writes leaves the old generation or the new, and the next run finishes', async () => {
    const { corpus, index } = archive
    const update = (into: string) => buildIndex({ corpus, index: into, threads: 0 })
    for (let n = 0; n < 7; n++) {
      writeOldNews(n)
      if (n === 6) writeVersion(1, 3)
      await update(index)
    }
    // Seven segments: this run makes the eighth, deletes in others, writes one anew, and merges them all.
    writeVersion(2, 3)
    archive.remove('old-0-a.md')
    const states = await statesLeftBy(() => update(index))
    const killed = await deadProcess()
    const seen: number[] = []
    for (const [place, state] of states.entries()) {
      const lock = join(state, LOCK_NAME)
      if (existsSync(lock)) writeFileSync(lock, lockOf(killed))
      const version = await versionIn(state, 3)
      seen.push(version)
      expect(await countOldNews(state)).toBe(version === 1 ? 14 : 13)
      // Going on from there takes its time: every third will do.
      if (place % 3 !== 0) continue
      await update(state)
      expect(await versionIn(state, 3)).toBe(2)
      expect(await countOldNews(state)).toBe(13)
      await expectNoLeftOvers(state)
    }
    expect(seen.filter((version) => version === 1).length).toBeGreaterThan(15)
    expect(seen.filter((version) => version === 2).length).toBeGreaterThan(5)
  })

  test('before there is any index leaves none, or the whole', async () => {
    writeVersion(1, 3)
    const { corpus, index } = archive
    const states = await statesLeftBy(() => buildIndex({ corpus, index, threads: 0 }))
    const outcomes: string[] = []
    for (const state of states) {
      const missing = (error: unknown) => (error instanceof SouwenError ? error.code : 'crash')
      outcomes.push(await versionIn(state, 3).then(() => 'whole', missing))
    }
    expect(new Set(outcomes)).toEqual(new Set(['index-missing', 'whole']))
    expect(outcomes.lastIndexOf('index-missing')).toBeLessThan(outcomes.indexOf('whole'))
  })

  test('at any moment leaves the old generation or the new, and a lock that is no obstacle', async () => {
    const { corpus, index } = archive
    const articles = 40
    const start = () =>
      spawn(process.execPath, [main, 'index', corpus, '--index', index], {
        stdio: ['ignore', 'pipe', 'pipe'],
      })
    writeVersion(0, articles)
    const began = performance.now()
    expect((await outcomeOf(start())).exitCode).toBe(0)
    const wholeMs = performance.now() - began
    let committed = 0
    for (const [place, { share, afterCommitMs }] of KILLS.entries()) {
      const version = place + 1
      writeVersion(version, articles)
      const startedMs = Date.now()
      const running = start()
      const ended = outcomeOf(running)
      if (share !== undefined) await sleep(wholeMs * share)
      else await Promise.race([aboutToCommit(index, startedMs, afterCommitMs), ended])
      running.kill('SIGKILL')
      await ended
      const found = await versionIn(index, articles)
      expect([committed, version]).toContain(found)
      committed = found
    }
    expect((await outcomeOf(start())).exitCode).toBe(0)
    expect(await versionIn(index, articles)).toBe(KILLS.length)
    await expectNoLeftOvers(index)
  })
})

/** When runs are killed: after a share of the time that a whole run takes, or so long after they begin to commit. */
const KILLS: readonly { readonly share?: number; readonly afterCommitMs?: number }[] = [
  { afterCommitMs: 0 },
  { share: 0.3 },
  { afterCommitMs: 3 },
  { share: 0.55 },
  { afterCommitMs: 6 },
  { share: 0.75 },
  { afterCommitMs: 11 },
  { share: 0.95 },
]

/** Waits until a writer has made two files, so that it is about to commit, and the given time longer. */
async function aboutToCommit(index: string, startedMs: number, moreMs = 0): Promise<void> {
  const isNew = (name: string) => {
    const stats = statSync(join(index, name), { throwIfNoEntry: false })
    return name !== LOCK_NAME && stats !== undefined && stats.mtimeMs >= startedMs
  }
  while (readdirSync(index).filter(isNew).length < 2) await sleep(1)
  await sleep(moreMs)
}

function lockOf(pid: number): string {
  return JSON.stringify({ pid, host: hostname(), since: new Date().toISOString() })
}
