/** Measures a search from the shell beside starting Node, which every program of Node has to do. */

import { spawnSync } from 'node:child_process'
import { setImmediate } from 'node:timers/promises'
import type { Figure } from '../bars.ts'
import { programPath } from '../program.ts'
import { median } from '../statistics.ts'

const QUERY = '开源模型'
/** Pairs of runs, one of the search and one of `node -e 0`, so that other work of the machine falls on both. */
const PAIRS = 21

export async function measureColdSearch(
  index: string,
  signal: AbortSignal,
): Promise<readonly Figure[]> {
  const search = () => wallMs([programPath, 'search', QUERY, '--index', index])
  const bare = () => wallMs(['-e', '0'])
  // Untimed: brings the program's and the index's files into the page cache.
  for (const run of [search, bare]) run()
  const searches: number[] = []
  const bares: number[] = []
  while (searches.length < PAIRS) {
    searches.push(search())
    bares.push(bare())
    await setImmediate()
    signal.throwIfAborted()
  }
  const [searchMs, bareMs] = [median(searches), median(bares)]
  const note = `medians of ${PAIRS} runs each, taken in turn`
  return [
    { name: `cold search ${QUERY}`, value: searchMs, unit: 'ms', note },
    { name: 'node -e 0', value: bareMs, unit: 'ms', note },
    {
      name: 'cold search beside node -e 0',
      value: searchMs / bareMs,
      unit: '×',
      atMost: 1.8,
      note: 'ratio of the medians',
    },
  ]
}

/** Exit code 1 is a search that found nothing, which a small archive may well do. */
function wallMs(args: readonly string[]): number {
  const start = performance.now()
  const { status, error, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  const ms = performance.now() - start
  if (error !== undefined) throw error
  if (status === 0 || status === 1) return ms
  throw new Error(`node ${args.join(' ')} failed:\n${stderr}`)
}
