/**
 * `npm run bench:server -- --archive FOLDER`: 64 connections ask the server for results pages with mixed queries while the index
 * is replaced three times. Prints requests a second, latencies and memory beside their bars; exit code 1: a bar is not met.
 */

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import autocannon from 'autocannon'
import { Command } from 'commander'
import { wholeNumber } from '../src/cli/arguments.ts'
import { openIndex } from '../src/engine.ts'
import { barText, type Figure, figureText, isShort } from './bars.ts'
import { programPath, runIndex } from './program.ts'

interface Options {
  readonly archive: string
  readonly seconds: number
  readonly connections: number
}

const replacements = 3
const queryCount = 200

const options = new Command('npm run bench:server --')
  .requiredOption('--archive <folder>', 'folder of articles to serve')
  .option('--seconds <n>', 'how long to ask', wholeNumber(), 60)
  .option('--connections <n>', 'how many connections', wholeNumber(), 64)
  .parse()
  .opts<Options>()

const folder = await mkdtemp(join(tmpdir(), 'souwen-bench-server-'))
try {
  const figures = await measure(options, folder)
  for (const figure of figures) {
    const bar = barText(figure)
    process.stdout.write(`${figure.name.padEnd(32)} ${figureText(figure)}${bar && ` (${bar})`}\n`)
  }
  process.exitCode = figures.some(isShort) ? 1 : 0
} finally {
  await rm(folder, { recursive: true })
}

async function measure({ archive, seconds, connections }: Options, folder: string) {
  const [corpus, index] = [join(folder, 'corpus'), join(folder, 'index')]
  // A copy: articles are added while the server is asked.
  await cp(archive, corpus, { recursive: true })
  const signal = new AbortController().signal
  await runIndex([corpus, '--index', index], signal)
  const requests = (await drawTitles(index)).map((query) => ({
    path: `/?${new URLSearchParams({ q: query })}`,
  }))
  const { server, address } = await startServer(index)
  try {
    const memory = watchMemory(server)
    const load = autocannon({ url: address, connections, duration: seconds, requests })
    const replaced = replace(corpus, index, (seconds * 1000) / (replacements + 1), signal)
    const [result, generations] = await Promise.all([load, replaced])
    return figuresOf(result, memory.stop(), generations)
  } finally {
    server.kill('SIGTERM')
  }
}

/** One to three words of titles all over the archive: what people search for is what articles are about. */
async function drawTitles(index: string): Promise<readonly string[]> {
  const backend = await openIndex(index)
  const { hits } = await backend.search({
    query: '',
    to: '2099',
    limit: queryCount * 10,
    offset: 0,
    sort: 'date',
    withoutSnippets: true,
  })
  await backend.close()
  const titles = hits.map(({ title }) => title.match(/[\p{L}\p{N}]{2,8}/gu) ?? [])
  const spread = titles.filter((words, i) => i % 10 === 0 && words.length > 0)
  return spread.map((words, i) => words.slice(0, 1 + (i % 3)).join(' '))
}

async function startServer(index: string) {
  const args = [programPath, 'serve', '--port', '0', '--index', index, '--log', 'silent']
  const server = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = await once(server.stdout, 'data')
  return { server, address: /http:\/\/\S+/.exec(String(line))?.[0] ?? '' }
}

/** Adds an article and indexes, three times over the run; gives how often that was done. */
async function replace(corpus: string, index: string, everyMs: number, signal: AbortSignal) {
  for (let number = 1; number <= replacements; number++) {
    await new Promise((resolve) => setTimeout(resolve, everyMs))
    await writeFile(join(corpus, `bench-${number}.md`), `# bench ${number}\n\nbench ${number}\n`)
    await runIndex([corpus, '--index', index], signal)
  }
  return replacements
}

/** Resident bytes each second; where there is no /proc, nothing. */
function watchMemory({ pid }: ChildProcess) {
  const readings: number[] = []
  const timer = setInterval(() => {
    try {
      const [, kibibytes] =
        /^VmRSS:\s*(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
      readings.push(Number(kibibytes) * 1024)
    } catch {
      clearInterval(timer)
    }
  }, 1000)
  return {
    stop() {
      clearInterval(timer)
      return readings
    },
  }
}

function figuresOf(
  { requests, latency, errors, timeouts, non2xx }: autocannon.Result,
  memory: readonly number[],
  generations: number,
): readonly Figure[] {
  const middle = memory[Math.floor(memory.length / 2)]
  const last = memory.at(-1)
  const megabytes = (bytes: number | undefined) => bytes && bytes / 1e6
  return [
    { name: 'searches a second', value: requests.average, unit: '', atLeast: 300 },
    { name: 'latency p50', value: latency.p50, unit: 'ms' },
    { name: 'latency p99', value: latency.p99, unit: 'ms', atMost: 150 },
    { name: 'failed requests', value: errors + timeouts + non2xx, unit: '', atMost: 0 },
    { name: 'generations meanwhile', value: generations, unit: '', atLeast: replacements },
    { name: 'memory in the middle', value: megabytes(middle), unit: 'MB' },
    { name: 'memory at the end', value: megabytes(last), unit: 'MB' },
    {
      name: 'memory, end to middle',
      value: middle && last ? last / middle : undefined,
      unit: '×',
      atMost: 1.25,
    },
  ]
}
