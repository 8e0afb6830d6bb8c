/** Measures `souwen serve` on a copy of the archive: its memory after many queries, and how soon it knows a new article. */

import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { Figure } from '../bars.ts'
import { programPath, runIndex } from '../program.ts'
import type { Words } from '../queries.ts'

/** How often a running server is asked for the new article. */
const POLL_MS = 20
const LONGEST_WAIT_MS = 60_000

export interface ServerRuns {
  readonly archive: string
  readonly index: string
  /** Empty, for the copies; on the archive's disk, so that its files can be linked. */
  readonly folder: string
  readonly queries: readonly Words[]
  readonly signal: AbortSignal
}

export async function measureServer(runs: ServerRuns): Promise<readonly Figure[]> {
  const [archive, index] = [join(runs.folder, 'archive'), join(runs.folder, 'index')]
  copyArchive(runs.archive, archive)
  cpSync(runs.index, index, { recursive: true })
  // The index learns where its corpus is now.
  await runIndex([archive, '--index', index, '--replace'], runs.signal)
  const child = spawn(process.execPath, [programPath, 'serve', '--port', '0', '--index', index], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const stop = () => child.kill('SIGKILL')
  runs.signal.addEventListener('abort', stop)
  try {
    const address = await addressOf(child)
    const resident = await residentFigure(child, address, runs.queries)
    return [resident, await freshFigure(address, archive, index, runs.signal)]
  } finally {
    runs.signal.removeEventListener('abort', stop)
    child.kill('SIGKILL')
    rmSync(runs.folder, { recursive: true, force: true })
  }
}

/** Links where the disk is the same: times of files stay, and nothing is copied. The new article is written beside them. */
function copyArchive(from: string, to: string): void {
  try {
    execFileSync('cp', ['-al', from, to], { stdio: 'ignore' })
  } catch {
    rmSync(to, { recursive: true, force: true })
    execFileSync('cp', ['-a', from, to])
  }
}

async function addressOf(child: ChildProcess): Promise<string> {
  let said = ''
  for await (const part of child.stdout ?? []) {
    said += part
    const address = /http:\/\/[^\s,]+/.exec(said)?.[0]
    if (address !== undefined) return address.replace(/\/$/, '')
  }
  throw new Error(`souwen serve ended without an address: ${said}`)
}

async function residentFigure(
  { pid }: ChildProcess,
  address: string,
  queries: readonly Words[],
): Promise<Figure> {
  for (const words of queries) await totalOf(address, words.join(' '))
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const kibibytes = Number(/^VmRSS:\s*(\d+) kB$/m.exec(status)?.[1])
  return {
    name: 'serve, resident',
    value: (kibibytes * 1024) / 1e6,
    unit: 'MB',
    atMost: 200,
    note: `after ${queries.length} different queries`,
  }
}

async function totalOf(address: string, query: string): Promise<number> {
  const reply = await fetch(`${address}/api/search?q=${encodeURIComponent(query)}`)
  const body: unknown = await reply.json()
  return typeof body === 'object' && body !== null && 'total' in body ? Number(body.total) : 0
}

async function freshFigure(
  address: string,
  archive: string,
  index: string,
  signal: AbortSignal,
): Promise<Figure> {
  const word = 'zwölfkampfsouwenbench'
  writeFileSync(join(archive, 'souwen-bench.md'), `# Neu\n\nEin Text mit ${word} darin.\n`)
  const start = performance.now()
  const indexing = runIndex([archive, '--index', index], signal)
  while ((await totalOf(address, word)) === 0) {
    if (performance.now() - start > LONGEST_WAIT_MS) throw new Error('the article never came')
    await setTimeout(POLL_MS, undefined, { signal })
  }
  const seconds = (performance.now() - start) / 1000
  await indexing
  return {
    name: 'new article seen by the server',
    value: seconds,
    unit: 's',
    atMost: 1,
    note: 'from the start of souwen index',
  }
}
