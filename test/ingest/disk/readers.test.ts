import { spawn } from 'node:child_process'
import { readdirSync, readlinkSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { SearchBackend } from '../../../src/backend/backend.ts'
import { buildIndex, followIndex, openIndex } from '../../../src/engine.ts'
import { nodeFolder } from '../../../src/index/disk/node-folder.ts'
import { readManifest } from '../../../src/index/files/manifest.ts'
import { takeLock } from '../../../src/ingest/disk/lock.ts'
import { main, outcomeOf } from '../../cli/program.ts'
import { type ArchiveFolder, archiveFolder, fetchedFile } from '../../helpers/archive-folder.ts'

let archive: ArchiveFolder
beforeEach(() => {
  archive = archiveFolder()
})
afterEach(() => archive.end())

const ARTICLES = 12

/** Writes every article anew: each says which version it is of, and nothing of the one before. */
function writeVersion(version: number): void {
  for (let n = 0; n < ARTICLES; n++) {
    const url = `https://${n}.example.org/`
    const body = `这是开源模型的报道，版本 release${version} 今天发布，编辑部为读者整理了说明。`
    archive.write(`${n}.md`, fetchedFile({ title: `报道 ${n}`, url, body }))
  }
}

const update = () => buildIndex({ corpus: archive.corpus, index: archive.index, threads: 0 })

const ask = (backend: SearchBackend, query: string) =>
  backend.search({ query, limit: 100, offset: 0, sort: 'relevance' })

/** The version that all articles of an answer are of; undefined when they are not all there, or of several. */
async function versionOf(backend: SearchBackend): Promise<number | undefined> {
  const { hits } = await ask(backend, '开源模型')
  const versions = new Set(
    hits.map(({ snippets }) => /release(\d+)/.exec(snippets[0]?.text ?? '')?.[1]),
  )
  const [only] = versions
  return hits.length === ARTICLES && versions.size === 1 ? Number(only) : undefined
}

/** Names of the index files that this process holds open though they are removed: the disk has them still. */
function removedButOpen(index: string): readonly string[] {
  const targets = readdirSync('/proc/self/fd').flatMap((file) => {
    try {
      return readlinkSync(`/proc/self/fd/${file}`)
    } catch {
      return []
    }
  })
  const removed = targets.filter((path) => path.startsWith(index) && path.endsWith(' (deleted)'))
  return removed.map((path) => path.slice(index.length + 1))
}

describe('a reader', () => {
  test('keeps answering from the generation it opened, whose files are gone since', async () => {
    writeVersion(1)
    await update()
    const early = await openIndex(archive.index)
    // Not asked yet: all it will read, it reads after the files are removed.
    const files = archive.indexFiles()
    for (const version of [2, 3, 4]) {
      writeVersion(version)
      await update()
    }
    expect(archive.indexFiles().filter((name) => files.includes(name))).toEqual(['manifest.json'])
    expect(await versionOf(early)).toBe(1)
    expect((await ask(early, 'release4')).total).toBe(0)
    const late = await openIndex(archive.index)
    expect(await versionOf(late)).toBe(4)
    await early.close()
    await late.close()
  })

  test.runIf(process.platform === 'linux')(
    'keeps it through ten generations and their merges, and its files go when the last reader closes',
    async () => {
      writeVersion(1)
      await update()
      const [one, other] = [await openIndex(archive.index), await openIndex(archive.index)]
      const merged: number[] = []
      for (let version = 2; version <= 11; version++) {
        // One article of its own each time, so that segments pile up and merge.
        archive.write(
          `new-${version}.md`,
          fetchedFile({ title: `新 ${version}`, body: '苹果丰收。' }),
        )
        if (version > 8) writeVersion(version)
        await update()
        const { segments = [] } = (await readManifest(nodeFolder(archive.index))) ?? {}
        merged.push(segments.length)
      }
      expect(merged.some((count, at) => count < (merged[at - 1] ?? 0))).toBe(true)
      const held = removedButOpen(archive.index)
      expect(held.filter((name) => name.startsWith('segment-'))).toHaveLength(2)
      expect(await versionOf(one)).toBe(1)
      expect((await ask(one, '苹果')).total).toBe(0)
      await one.close()
      expect(await versionOf(other)).toBe(1)
      expect(removedButOpen(archive.index).length).toBe(held.length / 2)
      await other.close()
      expect(removedButOpen(archive.index)).toEqual([])
      const late = await openIndex(archive.index)
      expect(await versionOf(late)).toBe(11)
      await late.close()
    },
  )

  test('that follows the index moves on with it, and no call fails or mixes versions', async () => {
    writeVersion(1)
    await update()
    const backend = await followIndex(archive.index)
    const seen: (number | undefined)[] = []
    let done = false
    async function keepAsking(): Promise<void> {
      while (!done) seen.push(await versionOf(backend))
    }
    const readers = Array.from({ length: 6 }, keepAsking)
    for (let version = 2; version <= 12; version++) {
      writeVersion(version)
      await update()
      expect(await versionOf(backend)).toBe(version)
    }
    done = true
    await Promise.all(readers)
    await backend.close()
    expect(seen).not.toContain(undefined)
    expect(new Set(seen).size).toBeGreaterThan(5)
  })

  test('that follows the index before there is one finds it when it comes', async () => {
    const backend = await followIndex(archive.index)
    await expect(versionOf(backend)).rejects.toMatchObject({ code: 'index-missing' })
    writeVersion(1)
    await update()
    expect(await versionOf(backend)).toBe(1)
    await backend.close()
  })

  test('that many open at once is opened alike for all', async () => {
    writeVersion(1)
    await update()
    const building = (async () => {
      for (let version = 2; version <= 6; version++) {
        writeVersion(version)
        await update()
      }
    })()
    for (let round = 0; round < 30; round++) {
      const backend = await openIndex(archive.index)
      expect(await versionOf(backend)).toBeGreaterThan(0)
      await backend.close()
    }
    await building
  })
})

describe('two writers', () => {
  test('the second is told who holds the lock, and changes nothing', async () => {
    writeVersion(1)
    await update()
    const files = archive.indexFiles()
    const release = takeLock(archive.index)
    const args = [main, 'index', archive.corpus, '--index', archive.index]
    const second = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    const { stdout, stderr, exitCode } = await outcomeOf(second)
    release()
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 2 })
    expect(stderr).toContain(`is being written by process ${process.pid} on `)
    expect(archive.indexFiles()).toEqual(files)
  })

  test('two that begin together do the work once, or one after the other', async () => {
    writeVersion(1)
    const outcomes = await Promise.allSettled([update(), update()])
    expect(outcomes.map(({ status }) => status)).toContain('fulfilled')
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected')
        expect(outcome.reason).toMatchObject({ code: 'index-locked' })
    }
    const backend = await openIndex(archive.index)
    expect(await versionOf(backend)).toBe(1)
    await backend.close()
  })
})
