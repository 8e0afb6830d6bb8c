/**
 * `npm run bench:server -- --archive FOLDER`: 64 connections ask the server for results pages while the index is replaced three
 * times: 5,000 different queries of title words, half of the questions never asked shortly before, half of them popular ones that come
 * again (question-stream.ts). Prints requests a second, latencies, memory and how many answers had been kept from before, beside
 * their bars; exit code 1: a bar is not met.
 */

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import autocannon from 'autocannon'
import { Command } from 'commander'
import { parseWholeNumber } from '../src/cli/arguments.ts'
import { findArticles } from '../src/corpus/find/discover.ts'
import { openIndex } from '../src/engine.ts'
import { jiebaSegmenter } from '../src/text/jieba/jieba.ts'
import { barText, type Figure, figureText, isShort } from './bars.ts'
import { programPath, runIndex } from './program.ts'
import { drawQueries } from './queries.ts'
import { questionStream } from './question-stream.ts'
import { seededDraw } from './statistics.ts'

interface Options {
  readonly archive: string
  readonly seconds: number
  readonly connections: number
}

const replacements = 3
const queryCount = 5_000
const SEED = 20250101

const options = new Command('npm run bench:server --')
  .requiredOption('--archive <folder>', 'folder of articles to serve')
  .option('--seconds <n>', 'how long to ask', parseWholeNumber(), 60)
  .option('--connections <n>', 'how many connections', parseWholeNumber(), 64)
  .parse()
  .opts<Options>()

const folder = await mkdtemp(join(tmpdir(), 'souwen-bench-server-'))
try {
  const figures = await measure(options, folder)
  for (const figure of figures) {
    const bar = barText(figure)
    const note = figure.note && `, ${figure.note}`
    process.stdout.write(
      `${figure.name.padEnd(32)} ${figureText(figure)}${bar && ` (${bar})`}${note ?? ''}\n`,
    )
  }
  process.exitCode = figures.some(isShort) ? 1 : 0
} finally {
  await rm(folder, { recursive: true })
}

async function measure({ archive, seconds, connections }: Options, folder: string) {
  const [corpus, index] = [join(folder, 'corpus'), join(folder, 'index')]
  // The folder is a copy, since articles are added while the server is asked.
  await cp(archive, corpus, { recursive: true })
  const signal = new AbortController().signal
  await runIndex([corpus, '--index', index], signal)
  const next = questionStream(await differentQueries(corpus, index), seededDraw(SEED))
  const setupRequest = (request: autocannon.Request) => ({
    ...request,
    path: `/?${new URLSearchParams({ q: next() })}`,
  })
  const { server, address } = await startServer(index)
  try {
    const memory = watchMemory(server)
    const load = autocannon({
      url: address,
      connections,
      duration: seconds,
      requests: [{ setupRequest }],
    })
    const replaced = replace(corpus, index, (seconds * 1000) / (replacements + 1), signal)
    const [result, generations] = await Promise.all([load, replaced])
    return [...figuresOf(result, memory.stop(), generations), await keptFigure(address)]
  } finally {
    server.kill('SIGTERM')
  }
}

/** One to three words of titles all over the archive, each query once: what people search for is what articles are about. */
async function differentQueries(corpus: string, index: string): Promise<readonly string[]> {
  const paths = [...(await findArticles(corpus)).files.paths]
  const backend = await openIndex(index)
  const source = { backend, paths, segmenter: jiebaSegmenter() }
  const drawn = await drawQueries(source, queryCount * 2, seededDraw(SEED))
  await backend.close()
  return [...new Set(drawn.map((words) => words.join(' ')))].slice(0, queryCount)
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

/** Reads the resident bytes each second; where there is no /proc, nothing. */
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

/** Reads from the server the share of answers that did not take a search of the index. */
async function keptFigure(address: string): Promise<Figure> {
  const text = await (await fetch(new URL('/metrics', address))).text()
  const sum = (pattern: RegExp) =>
    [...text.matchAll(pattern)].reduce((total, [, value]) => total + Number(value), 0)
  const answered = sum(/^souwen_searches_total\{.*\} (\d+)/gm)
  const searched = sum(/^souwen_stage_seconds_count\{stage="search"\} (\d+)/gm)
  return {
    name: 'answers kept from before',
    value: answered === 0 ? undefined : 1 - searched / answered,
    unit: 'share',
    note: `of ${answered} searches`,
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
