/** One writer at a time: a file that names who is writing. A writer that died on this machine is no obstacle. */

import { closeSync, openSync, readFileSync, rmSync, statSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { SouwenError } from '../../errors.ts'
import { explainWriteErrors, writeAll } from './index-files.ts'

export const LOCK_NAME = 'lock'

interface Holder {
  readonly pid: number
  readonly host: string
  readonly since: string
}

/** Takes the lock of an index folder. Returns what gives it back. Throws SouwenError('index-locked') naming the holder. */
export function takeLock(folder: string): () => void {
  const path = join(folder, LOCK_NAME)
  for (let attempt = 0; attempt < 3; attempt++) {
    if (tryCreate(path)) return () => rmSync(path, { force: true })
    const holder = readHolder(path)
    if (!isAbandoned(path, holder)) throw lockedError(path, holder)
    removeAbandoned(path, holder)
  }
  throw lockedError(path, readHolder(path))
}

/**
 * Removes the lock of a dead writer, under a second lock and after a second look: of two processes that find the same dead
 * writer, the slower one would otherwise remove the lock that the quicker one has taken since.
 */
function removeAbandoned(path: string, dead: Holder | undefined): void {
  const takeover = `${path}.takeover`
  if (!tryCreate(takeover)) {
    if (isAbandoned(takeover, readHolder(takeover))) rmSync(takeover, { force: true })
    return
  }
  try {
    const now = readHolder(path)
    if (now?.pid === dead?.pid && now?.since === dead?.since) rmSync(path, { force: true })
  } finally {
    rmSync(takeover, { force: true })
  }
}

function tryCreate(path: string): boolean {
  const holder: Holder = { pid: process.pid, host: hostname(), since: new Date().toISOString() }
  const file = openNew(path)
  if (file === undefined) return false
  try {
    explainWriteErrors(path, () => writeAll(file, new TextEncoder().encode(JSON.stringify(holder))))
    return true
  } catch (error) {
    // The disk is full, say. A lock that names nobody would make others wait for nothing.
    rmSync(path, { force: true })
    throw error
  } finally {
    closeSync(file)
  }
}

/** Returns undefined when the file is there already. */
function openNew(path: string): number | undefined {
  try {
    return openSync(path, 'wx')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return undefined
    return explainWriteErrors(path, () => {
      throw error
    })
  }
}

/** Returns undefined when the file does not name a holder, or not yet. */
function readHolder(path: string): Holder | undefined {
  try {
    const value: Partial<Holder> = JSON.parse(readFileSync(path, 'utf8'))
    const { pid, host, since } = value
    return typeof pid === 'number' && host !== undefined && since !== undefined
      ? { pid, host, since }
      : undefined
  } catch {
    return undefined
  }
}

/** A lock says who holds it within moments; one that says nothing for longer is what a power cut left. */
const SILENT_MS = 10_000

function isAbandoned(path: string, holder: Holder | undefined): boolean {
  if (holder !== undefined) return isDead(holder)
  const lock = statSync(path, { throwIfNoEntry: false })
  return lock === undefined || lock.mtimeMs < Date.now() - SILENT_MS
}

function isDead(holder: Holder): boolean {
  if (holder.host !== hostname()) return false
  if (holder.pid === process.pid) return isOfEarlierProcess(holder)
  try {
    process.kill(holder.pid, 0)
    return false
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH'
  }
}

/** Every run in a container may get the same process number, so a lock from before this process began is not its own. */
function isOfEarlierProcess({ since }: Holder): boolean {
  return Date.parse(since) < Date.now() - process.uptime() * 1000
}

function lockedError(path: string, holder: Holder | undefined): SouwenError {
  const who = holder
    ? `process ${holder.pid} on ${holder.host} since ${holder.since}`
    : 'another process that has not said who it is'
  return new SouwenError(
    'index-locked',
    `the index is being written by ${who}; wait for it, or remove ${path} if that process is gone`,
  )
}
