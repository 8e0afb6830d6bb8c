/** Reads and checks the options of `npm run bench`. */

import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { Command, InvalidArgumentError } from 'commander'
import { parseWholeNumber } from '../../src/cli/arguments.ts'

export interface BenchOptions {
  /** Absolute path of the folder of articles. */
  readonly archive: string
  readonly minisearchArticles: number
  /** Absolute path of the script that runs Lucene; absent: without it. */
  readonly lucene?: string
  readonly results?: string
  /** How often everything is measured; figures are medians. */
  readonly runs: number
}

/** Prints what is wrong with the options, or their help, and ends by throwing a CommanderError. */
export function readOptions(args: readonly string[]): BenchOptions {
  return new Command('npm run bench --')
    .description('measures indexing and searching, each figure beside its bar; takes minutes')
    .requiredOption('--archive <folder>', 'folder of articles to measure on', folderPath)
    .option(
      '--minisearch-articles <n>',
      'how many of the articles to compare with MiniSearch on; 0: no comparison',
      parseWholeNumber(),
      10_000,
    )
    .option('--lucene <run.sh>', 'a script that runs Lucene, to stand beside it', filePath)
    .option('--runs <n>', 'measure everything so often; figures are medians', parseWholeNumber(), 1)
    .option('--results <file>', 'write the tables to this file too, as Markdown')
    .allowExcessArguments(false)
    .exitOverride()
    .parse([...args], { from: 'user' })
    .opts<BenchOptions>()
}

function filePath(path: string): string {
  if (statSync(path, { throwIfNoEntry: false })?.isFile()) return resolve(path)
  throw new InvalidArgumentError('There is no such file.')
}

function folderPath(path: string): string {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return resolve(path)
  throw new InvalidArgumentError('There is no such folder.')
}
