/** One writer at a time: a file that names who is writing. A writer that died on this machine is no obstacle. */

import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { SouwenError } from '../errors.ts'

export const LOCK_NAME = 'lock'

interface Holder {
  readonly pid: number
  readonly host: string
  readonly since: string
}

/** Takes the lock of an index folder. Returns what gives it back. Throws SouwenError('index-locked') naming the holder. */
export function takeLock(folder: string): () => void {
  const path = join(folder, LOCK_NAME)
  for (let attempt = 0; attempt < 2; attempt++) {
    if (tryCreate(path)) return () => rmSync(path, { force: true })
    const holder = readHolder(path)
    if (holder === undefined || !isDead(holder)) throw locked(path, holder)
    rmSync(path, { force: true })
  }
  throw locked(path, readHolder(path))
}

function tryCreate(path: string): boolean {
  const holder: Holder = { pid: process.pid, host: hostname(), since: new Date().toISOString() }
  try {
    writeFileSync(path, JSON.stringify(holder), { flag: 'wx' })
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

/** Undefined: the file is not (yet) readable as a holder. */
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

function isDead(holder: Holder): boolean {
  if (holder.host !== hostname()) return false
  if (holder.pid === process.pid) return false
  try {
    process.kill(holder.pid, 0)
    return false
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH'
  }
}

function locked(path: string, holder: Holder | undefined): SouwenError {
  const who = holder
    ? `process ${holder.pid} on ${holder.host} since ${holder.since}`
    : 'another process that has not said who it is'
  return new SouwenError(
    'index-locked',
    `the index is being written by ${who}; wait for it, or remove ${path} if that process is gone`,
  )
}
