/**
 * Asks an index for pieces of its articles, drawn at random: quoted, of 1 to 12 characters, Han, Latin, mixed and with digits; and
 * unquoted, runs of 2 to 6 Han characters. It prints how many found their article, and those that did not. Exit code 0: as many as promised, 1: fewer.
 *
 *   npm run bench:recall -- --index DIR [--samples N] [--seed N]       pieces of each kind, 400 unless told
 *   npm run bench:recall -- --archive FOLDER                           of an index made of the folder for this
 */

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { buildIndex } from '../src/engine.ts'
import { nodeFolder } from '../src/index/disk/node-folder.ts'
import { openSnapshot } from '../src/index/generation/snapshot.ts'
import { type IndexView, viewIndex } from '../src/search/lists/index-view.ts'
import { readAsked } from '../src/search/match/asked.ts'
import { find } from '../src/search/match/find.ts'
import { drawPiece, KINDS, type Piece, type PieceKind } from './recall/pieces.ts'
import { randomNumbers } from './recall/random.ts'

/** The share of each kind that has to find its article. */
const PROMISED: Readonly<Record<PieceKind, number>> = {
  han: 1,
  latin: 1,
  mixed: 1,
  digits: 1,
  'unquoted han': 0.99,
}
const SHOWN_FAILURES = 20

async function isFound(view: IndexView, { query, segment, article }: Piece): Promise<boolean> {
  const { exact } = await find(view, readAsked({ query }))
  return exact[segment]?.includes(article) === true
}

async function measureKind(
  view: IndexView,
  kind: PieceKind,
  samples: number,
  random: () => number,
): Promise<boolean> {
  const failures: Piece[] = []
  let [asked, slowest] = [0, 0]
  const start = performance.now()
  while (asked < samples) {
    const piece = await drawPiece(view, kind, random)
    const begun = performance.now()
    if (!(await isFound(view, piece))) failures.push(piece)
    slowest = Math.max(slowest, performance.now() - begun)
    asked++
  }
  const share = (asked - failures.length) / asked
  const each = (performance.now() - start) / asked
  const figures = `${asked - failures.length} of ${asked}, ${(share * 100).toFixed(2)} %`
  console.log(
    `${kind.padEnd(14)} ${figures.padEnd(24)} ${each.toFixed(1)} ms each, ${slowest.toFixed(0)} ms at most`,
  )
  for (const { query, id } of failures.slice(0, SHOWN_FAILURES))
    console.log(`    ${JSON.stringify(query)} does not find ${id}`)
  return share >= PROMISED[kind]
}

async function measure(index: string, samples: number, seed: number): Promise<boolean> {
  const snapshot = await openSnapshot(nodeFolder(index))
  try {
    const view = await viewIndex(snapshot)
    const random = randomNumbers(seed)
    console.log(`${snapshot.articles} articles, seed ${seed}`)
    let kept = true
    for (const kind of KINDS) kept = (await measureKind(view, kind, samples, random)) && kept
    return kept
  } finally {
    await snapshot.close()
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      archive: { type: 'string' },
      index: { type: 'string' },
      samples: { type: 'string', default: '400' },
      seed: { type: 'string', default: '1' },
    },
  })
  const [samples, seed] = [Number(values.samples), Number(values.seed)]
  if (values.index !== undefined) {
    process.exitCode = (await measure(values.index, samples, seed)) ? 0 : 1
    return
  }
  if (values.archive === undefined) throw new Error('--archive FOLDER or --index DIR is missing')
  const index = mkdtempSync(join(tmpdir(), 'souwen-recall-'))
  try {
    await buildIndex({ corpus: values.archive, index })
    process.exitCode = (await measure(index, samples, seed)) ? 0 : 1
  } finally {
    rmSync(index, { recursive: true })
  }
}

await main()
