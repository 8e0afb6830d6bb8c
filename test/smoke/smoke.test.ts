/**
 * Every command once over the sample corpus, by the Node that $SMOKE_NODE names (a path), or by the one that runs the
 * tests. It is short, so that each release of Node can be tried: nothing may be written to standard error.
 */

import { type ChildProcessByStdio, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { main } from '../cli/program.ts'

interface Environment extends NodeJS.ProcessEnv {
  readonly SMOKE_NODE?: string
}

const environment: Environment = process.env
const node = environment.SMOKE_NODE ?? process.execPath
const corpus = join(import.meta.dirname, '../../corpus')

let folder = ''
let index = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'souwen-smoke-'))
  index = join(folder, 'index')
  expect(run('index', corpus)).toContain(' added')
})
afterAll(() => rmSync(folder, { recursive: true }))

/** Runs a command that must succeed in silence. Returns what it prints. */
function run(...args: readonly string[]): string {
  const options = { cwd: folder, encoding: 'utf8' } as const
  const { stdout, stderr, status } = spawnSync(node, [main, ...args, '--index', index], options)
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 })
  return stdout
}

test.each([
  [['search', '供应链攻击'], '供应链攻击'],
  [['search', '供应链', '--json'], '"total":'],
  [['suggest', '供应'], '供应链'],
  [['stats'], 'articles'],
  [['verify'], 'whole'],
])('%j', (args, printed) => {
  expect(run(...args)).toContain(printed)
})

test('an index that is up to date stays as it is', () => {
  expect(run('index', corpus)).toContain('0 added, 0 updated, 0 removed')
})

test('the server answers and ends without a word of complaint', async () => {
  const server = spawn(node, [main, 'serve', '--index', index, '--port', '0'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const complaints = textOf(server.stderr)
  const ended = new Promise((resolve) => server.on('close', resolve))
  try {
    const reply = await fetch(`${await addressOf(server)}/?q=${encodeURIComponent('供应链')}`)
    expect(reply.status).toBe(200)
    expect(await reply.text()).toContain('供应链')
  } finally {
    server.kill('SIGTERM')
  }
  expect(await ended).toBe(0)
  expect(await complaints).toBe('')
})

/** The address that a server prints when it listens. */
async function addressOf(server: ChildProcessByStdio<null, Readable, Readable>): Promise<string> {
  let printed = ''
  for await (const piece of server.stdout.iterator({ destroyOnReturn: false })) {
    printed += piece
    const address = /http:\/\/\S+/.exec(printed)?.[0]
    if (address !== undefined) return address
  }
  throw new Error(`the server ended: ${printed}`)
}

async function textOf(stream: Readable): Promise<string> {
  let text = ''
  for await (const piece of stream.setEncoding('utf8')) text += piece
  return text
}
