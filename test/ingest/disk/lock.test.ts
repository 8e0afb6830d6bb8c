import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { takeLock } from '../../../src/ingest/disk/lock.ts'
import { outcomeOf } from '../../cli/program.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'souwen-lock-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const path = () => join(folder, 'lock')
const holder = () => JSON.parse(readFileSync(path(), 'utf8'))
const leave = (lock: unknown) => writeFileSync(path(), JSON.stringify(lock))
const now = () => new Date().toISOString()

/** The number of a process that has ended. */
async function deadProcess(): Promise<number> {
  const child = spawn(process.execPath, ['-e', ''], { stdio: ['ignore', 'pipe', 'pipe'] })
  await outcomeOf(child)
  return child.pid ?? 0
}

describe('the lock of an index', () => {
  test('says who holds it, and is gone when it is given back', () => {
    const release = takeLock(folder)
    expect(holder()).toMatchObject({ pid: process.pid, host: hostname() })
    release()
    expect(readdirSync(folder)).toEqual([])
  })

  test('is refused to a second writer, who is told of the first', () => {
    const release = takeLock(folder)
    expect(() => takeLock(folder)).toThrow(
      expect.objectContaining({
        code: 'index-locked',
        message: expect.stringContaining(`process ${process.pid} on ${hostname()} since 20`),
      }),
    )
    release()
    takeLock(folder)()
  })

  test('is taken over from a writer that died', async () => {
    leave({ pid: await deadProcess(), host: hostname(), since: now() })
    const release = takeLock(folder)
    expect(holder().pid).toBe(process.pid)
    release()
    expect(readdirSync(folder)).toEqual([])
  })

  test('is taken over from an earlier process of the same number, as in a container', () => {
    leave({ pid: process.pid, host: hostname(), since: '2025-01-01T00:00:00.000Z' })
    takeLock(folder)()
  })

  test('of another machine is left alone: its writer may be alive', async () => {
    leave({ pid: await deadProcess(), host: 'elsewhere', since: '2025-01-01T00:00:00.000Z' })
    expect(() => takeLock(folder)).toThrow('on elsewhere since 2025-01-01')
    expect(holder().host).toBe('elsewhere')
  })

  test('that says nothing is respected while it may still be written, and no longer', () => {
    writeFileSync(path(), '')
    expect(() => takeLock(folder)).toThrow(`remove ${path()}`)
    const minuteAgo = Date.now() / 1000 - 60
    utimesSync(path(), minuteAgo, minuteAgo)
    takeLock(folder)()
  })

  test('left by a taking over that died is no obstacle either', async () => {
    const dead = { pid: await deadProcess(), host: hostname(), since: now() }
    leave(dead)
    writeFileSync(`${path()}.takeover`, JSON.stringify(dead))
    takeLock(folder)()
    expect(readdirSync(folder)).toEqual([])
  })

  test('goes to one alone of many that find a dead writer at the same moment', async () => {
    const writers = Array.from({ length: 3 }, startWriter)
    await Promise.all(writers.map((writer) => said(writer, 'ready')))
    const pid = await deadProcess()
    for (let round = 0; round < 80; round++) {
      leave({ pid, host: hostname(), since: now() })
      const outcomes = writers.map((writer) => said(writer, 'taken', 'index-locked'))
      for (const writer of writers) writer.stdin.write(`${Date.now() + 10}\n`)
      expect((await Promise.all(outcomes)).sort()).toEqual([
        'index-locked',
        'index-locked',
        'taken',
      ])
    }
    for (const writer of writers) writer.stdin.end()
  })
})

/** A process that takes the lock at each time it is told, and never gives it back. */
function startWriter() {
  const module = fileURLToPath(new URL('../../../dist/src/ingest/disk/lock.js', import.meta.url))
  const script = `
    import { createInterface } from 'node:readline'
    import { takeLock } from ${JSON.stringify(module)}
    console.log('ready')
    for await (const time of createInterface(process.stdin)) {
      while (Date.now() < Number(time));
      try { takeLock(${JSON.stringify(folder)}); console.log('taken') } catch (e) { console.log(e.code) }
    }`
  const args = ['--input-type=module', '-e', script]
  return spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] })
}

/** The first of the given lines that the process prints from now on. */
function said(writer: ReturnType<typeof startWriter>, ...lines: readonly string[]) {
  return new Promise<string>((resolve) => {
    const listen = (text: Buffer) => {
      const line = lines.find((one) => text.toString().includes(one))
      if (line === undefined) return
      writer.stdout.off('data', listen)
      resolve(line)
    }
    writer.stdout.on('data', listen)
  })
}
