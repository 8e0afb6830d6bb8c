/**
 * `npm run bench -- --archive FOLDER`: measures the program on a folder of articles and prints each figure beside its bar.
 * Exit code 0: all bars met, 1: some are not, 2: error, 130: interrupted.
 */

import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { CommanderError } from 'commander'
import { isShort } from './bars.ts'
import { measure } from './measures/measure.ts'
import { medianReport } from './measures/medians.ts'
import { type BenchOptions, readOptions } from './measures/options.ts'
import { programPath } from './program.ts'
import { markdownText, type Report, terminalText } from './report.ts'

process.exitCode = await run(process.argv.slice(2))

async function run(args: readonly string[]): Promise<number> {
  const interrupted = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM']) process.once(name, () => interrupted.abort())
  try {
    return await bench(args, interrupted.signal)
  } catch (error) {
    if (interrupted.signal.aborted) return 130
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    process.stderr.write(`bench: ${error instanceof Error ? error.stack : String(error)}\n`)
    return 2
  }
}

async function bench(args: readonly string[], signal: AbortSignal): Promise<number> {
  const options = readOptions(args)
  if (!existsSync(programPath)) throw new Error('the program is not built; run "npm run build"')
  const folder = await mkdtemp(join(tmpdir(), 'souwen-bench-'))
  try {
    const report = await measureRuns(options, folder, signal)
    process.stdout.write(terminalText(report))
    if (options.results !== undefined) await writeResults(options.results, markdownText(report))
    return report.figures.some(isShort) ? 1 : 0
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function measureRuns(
  options: BenchOptions,
  folder: string,
  signal: AbortSignal,
): Promise<Report> {
  const reports: Report[] = []
  for (let number = 1; number <= Math.max(1, options.runs); number++) {
    if (options.runs > 1) say(`run ${number} of ${options.runs}`)
    const own = join(folder, `run-${number}`)
    await mkdir(own)
    reports.push(await measure(options, own, signal, say))
    await rm(own, { recursive: true, force: true })
  }
  return medianReport(reports)
}

async function writeResults(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, text)
}

function say(step: string): void {
  process.stderr.write(`${step} …\n`)
}
