/** The real program as a process of its own: how long it takes and how much memory it holds at most. */

import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { IndexSummary } from '../src/engine.ts'

export const programPath = fileURLToPath(new URL('../dist/src/cli/souwen.cjs', import.meta.url))

export interface IndexRun {
  readonly summary: IndexSummary
  /** From starting the process until it has ended. */
  readonly seconds: number
  /** Most memory resident at a time, all threads together. Absent where there is no /proc. */
  readonly peakBytes: number | undefined
}

/** Runs `souwen index ARGS --json`. Files it skipped are in the summary; any other failure is an error. */
export async function runIndex(args: readonly string[], signal: AbortSignal): Promise<IndexRun> {
  signal.throwIfAborted()
  const start = performance.now()
  const child = spawn(process.execPath, [programPath, 'index', ...args, '--json'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const stop = () => child.kill('SIGKILL')
  signal.addEventListener('abort', stop)
  const memory = watchMemory(child)
  try {
    const { stdout, stderr } = await ended(child)
    const seconds = (performance.now() - start) / 1000
    signal.throwIfAborted()
    return { summary: summaryOf(stdout, stderr), seconds, peakBytes: memory.peakBytes() }
  } finally {
    memory.stop()
    signal.removeEventListener('abort', stop)
  }
}

/** Milliseconds between readings of the peak. It only grows, so no more than a rise in the last moment is missed. */
const WATCH_MS = 20

/** Reads the peak that the kernel keeps for a living process; it is gone when the process ends. */
function watchMemory(child: ChildProcess) {
  let peakBytes: number | undefined
  const timer = setInterval(() => {
    peakBytes = readPeak(child.pid) ?? peakBytes
  }, WATCH_MS)
  return { peakBytes: () => peakBytes, stop: () => clearInterval(timer) }
}

function readPeak(pid: number | undefined): number | undefined {
  try {
    const kibibytes = /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return kibibytes === undefined ? undefined : Number(kibibytes) * 1024
  } catch {
    return undefined
  }
}

function ended(child: ChildProcess): Promise<{ readonly stdout: string; readonly stderr: string }> {
  const texts = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const) {
    child[name]?.setEncoding('utf8').on('data', (text: string) => {
      texts[name] += text
    })
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', () => resolve(texts))
  })
}

function summaryOf(stdout: string, stderr: string): IndexSummary {
  if (stdout === '') throw new Error(`souwen index failed:\n${stderr.slice(-2000)}`)
  return JSON.parse(stdout)
}
