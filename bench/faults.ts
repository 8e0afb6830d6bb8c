/**
 * `npm run bench:faults -- [KILLS]`: kills `souwen index` at random moments of building, merging and committing, 500 times
 * unless told otherwise, and looks each time what is left. Every other kill comes at a random time, the others after a random
 * number of changes in the index folder, which all lie in writing and committing. Exit code 0: always the old generation or the new
 * one, whole; 1: not. The tests do the same a few times.
 */

import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { watch } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { openIndex, verifyIndex } from '../src/engine.ts'
import { nodeFolder } from '../src/index/disk/node-folder.ts'
import { readManifest } from '../src/index/files/manifest.ts'
import { namedFiles } from '../src/ingest/phases/write-generation.ts'
import { programPath } from './program.ts'
import { seededDraw } from './statistics.ts'

const ARTICLES = 40
const SILENT_LOCK_MS = 11_000
/** One run in this many merges all segments. */
const OPTIMIZED = 3
/** A number of changes beyond what a run makes is never reached: the run ends first. */
const MOST_CHANGES = 40

const kills = Number(process.argv[2] ?? 500)
const draw = seededDraw(20250101)
const folder = mkdtempSync(join(tmpdir(), 'souwen-faults-'))
const [corpus, index] = [join(folder, 'corpus'), join(folder, 'index')]
const counts = { old: 0, new: 0, wrong: 0, tooLate: 0 }

try {
  mkdirSync(corpus)
  process.exitCode = await killAgainAndAgain()
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function killAgainAndAgain(): Promise<number> {
  writeVersion(0)
  const began = performance.now()
  await run(0, never)
  let wholeMs = performance.now() - began
  let committed = 0
  for (let version = 1; version <= kills; version++) {
    writeVersion(version)
    const moment =
      version % 2 === 0 ? afterMs((wholeMs * draw(1000)) / 1000) : afterChanges(draw(MOST_CHANGES))
    const isOver = await run(version, moment)
    if (isOver) counts.tooLate++
    // A run takes now longer, now shorter: a few kills in a hundred are to come too late.
    if (version % 2 === 0) wholeMs *= isOver ? 0.95 : 1.005
    committed = await judge(committed, version)
  }
  // A kill between making the lock and saying in it whose it is leaves one that the indexer waits ten seconds for.
  if (!(await run(1, never))) {
    await setTimeout(SILENT_LOCK_MS)
    await run(1, never)
  }
  const left = await leftOvers()
  if (!(await versionsFound()).has(kills)) counts.wrong++
  console.log(
    `${kills} kills: ${counts.old} left the old generation, ${counts.new} the new one (${counts.tooLate} came when all was done), ${counts.wrong} something else; ${left} files left over after the next run`,
  )
  return counts.wrong + left === 0 ? 0 : 1
}

/** All articles are of one version; the sites differ, so that none is furniture. */
function writeVersion(version: number): void {
  for (let n = 0; n < ARTICLES; n++) {
    const front = `title: "报道 ${n}"\nurl: "https://${n}.example.org/"`
    const body = `这是开源模型的第 ${n} 篇报道，版本 release${version} 今天发布，编辑部整理了说明。`
    writeFileSync(join(corpus, `${n}.md`), `---\n${front}\n---\n\n# 报道 ${n}\n\n${body}\n`)
  }
}

/** Resolves when the run is to be killed, unless it has ended. */
type Moment = (over: AbortSignal) => Promise<unknown>

function never(): Promise<unknown> {
  return new Promise(() => {})
}

function afterMs(milliseconds: number): Moment {
  return (signal) => setTimeout(milliseconds, undefined, { signal })
}

/** Counts the files that came, grew, were renamed or went. */
function afterChanges(count: number): Moment {
  return async (signal) => {
    let left = count
    for await (const _ of watch(index, { signal })) if (left-- <= 0) return
  }
}

/** Says whether the run was over before it was to be killed. */
async function run(version: number, moment: Moment): Promise<boolean> {
  const optimize = version % OPTIMIZED === 0 ? ['--optimize'] : []
  const child = spawn(
    process.execPath,
    [programPath, 'index', corpus, '--index', index, ...optimize],
    { stdio: 'ignore' },
  )
  const over = new AbortController()
  const ended = new Promise<boolean>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve(code === 0))
  })
  await Promise.race([moment(over.signal).catch(ignoreAbort), ended])
  over.abort()
  child.kill('SIGKILL')
  return ended
}

function ignoreAbort(error: unknown): void {
  if (!(error instanceof Error && error.name === 'AbortError')) throw error
}

/** Finds the version that the index answers from now. */
async function judge(committed: number, version: number): Promise<number> {
  try {
    const { faults } = await verifyIndex(index)
    const found = await versionsFound()
    const [only] = found
    if (faults.length === 0 && found.size === 1 && (only === committed || only === version)) {
      if (only === version) counts.new++
      else counts.old++
      return only
    }
    console.log(`version ${version}: ${JSON.stringify({ committed, found: [...found], faults })}`)
  } catch (error) {
    console.log(`version ${version}: ${String(error)}`)
  }
  counts.wrong++
  return committed
}

async function versionsFound(): Promise<ReadonlySet<number>> {
  const backend = await openIndex(index)
  try {
    const { hits } = await backend.search({
      query: '开源模型',
      limit: ARTICLES + 1,
      offset: 0,
      sort: 'relevance',
    })
    const said = hits.map(({ snippets }) => /release(\d+)/.exec(snippets[0]?.text ?? '')?.[1])
    return new Set(hits.length === ARTICLES ? said.map(Number) : [Number.NaN])
  } finally {
    await backend.close()
  }
}

/** Lists the files that no generation names, beside the manifest. */
async function leftOvers(): Promise<number> {
  const manifest = await readManifest(nodeFolder(index))
  const named = manifest === undefined ? new Set<string>() : namedFiles(manifest)
  return readdirSync(index).filter((name) => name !== 'manifest.json' && !named.has(name)).length
}
