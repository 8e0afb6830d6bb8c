/** Runs the real program as a process in a folder of its own, with a small corpus written for the test. */

import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const main = fileURLToPath(new URL('../../dist/src/cli/souwen.cjs', import.meta.url))

export interface Outcome {
  readonly stdout: string
  readonly stderr: string
  readonly exitCode: number | null
}

export interface Workspace {
  readonly folder: string
  write(path: string, content: string): Promise<void>
  remove(path: string): Promise<void>
  /** Runs the program in the folder, with these variables added to the environment, and waits for its end. */
  souwen(args: readonly string[], environment?: Readonly<Record<string, string>>): Promise<Outcome>
  /** Starts the program in the folder. */
  start(args: readonly string[]): Running
  /** Removes the folder and ends what still runs in it. */
  end(): Promise<void>
}

/** @param program path of another copy of the built program */
export async function workspace(program = main): Promise<Workspace> {
  const folder = await mkdtemp(join(tmpdir(), 'souwen-cli-'))
  const started = new Set<Running>()
  return {
    folder,
    async write(path, content) {
      await mkdir(dirname(join(folder, path)), { recursive: true })
      await writeFile(join(folder, path), content)
    },
    remove: (path) => rm(join(folder, path)),
    souwen: (args, environment) => outcomeOf(start(program, folder, args, environment)),
    start(args) {
      const running = start(program, folder, args)
      started.add(running)
      return running
    },
    async end() {
      for (const running of started) running.kill('SIGKILL')
      await rm(folder, { recursive: true })
    },
  }
}

export type Running = ReturnType<typeof start>

/** The program, running; nothing of the tester's taste for colours is passed on. */
function start(
  program: string,
  folder: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
) {
  const { NO_COLOR: _no, FORCE_COLOR: _force, ...rest } = process.env
  return spawn(process.execPath, [program, ...args], {
    cwd: folder,
    env: { ...rest, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

export function outcomeOf(running: Running): Promise<Outcome> {
  let stdout = ''
  let stderr = ''
  running.stdout.setEncoding('utf8').on('data', (text) => {
    stdout += text
  })
  running.stderr.setEncoding('utf8').on('data', (text) => {
    stderr += text
  })
  return new Promise((resolve, reject) => {
    running.on('error', reject)
    running.on('close', (exitCode) => resolve({ stdout, stderr, exitCode }))
  })
}

export interface Written {
  readonly title: string
  readonly source?: string
  readonly date?: string
  readonly url?: string
  readonly body: string
}

/** A file of the corpus as the fetcher writes it. */
export function articleFile({
  title,
  source = '示例网',
  date = '2025-03-09',
  url,
  body,
}: Written): string {
  return `---
title: ${title}
url: ${url ?? `https://example.org/${encodeURIComponent(title)}`}
source: ${source}
date: ${date}
fetch_date: ${date || '2025-03-09'}T12:03:13.017231
---

# ${title}

${body}
`
}
