/**
 * `npm run bench:growth -- --archive FOLDER`: indexes the archive once, twice, four and eight times as large, copies in other words
 * that let the vocabulary grow, and prints how time, memory, size and answers grow with it, beside their bars; --results draws it.
 * One size a run (`--times 8`) does as well: the other rows are kept beside the drawing. Copies lie in the system's temporary
 * folder (TMPDIR) until the end. Exit code 0: all bars met, 1: some are not, 2: error, 130: interrupted.
 */

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Command, InvalidArgumentError } from 'commander'
import { findArticles } from '../src/corpus/find/discover.ts'
import { closingLine, isShort } from './bars.ts'
import { writeCopies } from './growth/copies.ts'
import { growthFigures, growthTable } from './growth/figures.ts'
import { growthPlot } from './growth/plot.ts'
import { type Row, readRows, withRow, writeRows } from './growth/rows.ts'
import { growCorpus, measureSize } from './growth/size.ts'
import { figuresText, machineText } from './report.ts'

interface Options {
  readonly archive: string
  readonly times: readonly number[]
  /** Path of an SVG. */
  readonly results?: string
}

const interrupted = new AbortController()
for (const name of ['SIGINT', 'SIGTERM']) process.once(name, () => interrupted.abort())
process.exitCode = await main().catch((error: unknown) => {
  if (interrupted.signal.aborted) return 130
  process.stderr.write(`bench: ${error instanceof Error ? error.stack : String(error)}\n`)
  return 2
})

async function main(): Promise<number> {
  const options = new Command('npm run bench:growth --')
    .description(
      'measures how indexing and searching grow with the archive; eight times of 400 MB take half an hour',
    )
    .requiredOption('--archive <folder>', 'folder of articles to grow')
    .option('--times <list>', 'sizes, as multiples of the archive', sizes, [1, 2, 4, 8])
    .option('--results <file.svg>', 'draw it here, figures beside it in .json')
    .parse()
    .opts<Options>()
  const folder = mkdtempSync(join(tmpdir(), 'souwen-growth-'))
  try {
    return report(await measure(options, folder, interrupted.signal), options)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function sizes(list: string): readonly number[] {
  const numbers = list.split(',').map(Number)
  if (numbers.every((number) => Number.isInteger(number) && number > 0))
    return numbers.toSorted((a, b) => a - b)
  throw new InvalidArgumentError('Whole numbers with commas between them, such as 1,2,4,8.')
}

async function measure(
  { archive, times, results }: Options,
  folder: string,
  signal: AbortSignal,
): Promise<readonly Row[]> {
  const paths = [...(await findArticles(archive)).files.paths]
  say(`writing ${(times.at(-1) ?? 1) - 1} copies of ${paths.length} files`)
  writeCopies(archive, paths, times.at(-1) ?? 1, join(folder, 'copies'), signal)
  let rows = readRows(results, paths.length)
  for (const size of times) {
    say(`${size} times`)
    growCorpus(folder, size)
    rows = withRow(rows, await measureSize(folder, size, signal))
    writeRows(results, { files: paths.length, machine: machineText(), rows }, growthPlot(rows))
  }
  return rows
}

function report(rows: readonly Row[], { archive }: Options): number {
  const figures = growthFigures(rows)
  const parts = [`${archive}; ${machineText()}`, growthTable(rows), figuresText(figures)]
  process.stdout.write(`\n${parts.join('\n\n')}\n\n${closingLine(figures)}\n`)
  return figures.some(isShort) ? 1 : 0
}

function say(step: string): void {
  process.stderr.write(`${step} …\n`)
}
