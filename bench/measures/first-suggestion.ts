/** Measures the first suggestion of a process that has searched already: its time, and the memory that stays. */

import { spawnSync } from 'node:child_process'
import { setImmediate } from 'node:timers/promises'
import type { Figure } from '../bars.ts'
import { median } from '../statistics.ts'

const RUNS = 7
const ENGINE = new URL('../../dist/src/engine.js', import.meta.url).href

/** One letter asks for words in letters and in pinyin; the misspelt words for all the rest. */
const PROBE = `
const { openIndex } = await import(process.argv[1])
const backend = await openIndex(process.argv[2])
const search = (query) => backend.search({ query, limit: 10, offset: 0, sort: 'relevance' })
const memory = () => { gc(); return process.memoryUsage().heapUsed }
await search('开源模型')
const before = memory()
const start = performance.now()
await backend.suggest({ query: 'l', limit: 10 })
const firstMs = performance.now() - start
await backend.suggest({ query: '漏', limit: 10 })
for (const query of ['漏懂', 'vulnerabilty']) await search(query)
console.log(JSON.stringify({ firstMs, bytes: memory() - before }))
`

interface Probed {
  readonly firstMs: number
  readonly bytes: number
}

export async function measureFirstSuggestion(
  index: string,
  signal: AbortSignal,
): Promise<readonly Figure[]> {
  const probes: Probed[] = []
  while (probes.length < RUNS) {
    probes.push(probe(index))
    await setImmediate()
    signal.throwIfAborted()
  }
  const note = `median of ${RUNS} processes`
  return [
    {
      name: 'first suggestion',
      value: median(probes.map(({ firstMs }) => firstMs)),
      unit: 'ms',
      atMost: 300,
      note: `${note} that have searched`,
    },
    {
      name: 'memory of suggestions and corrections',
      value: median(probes.map(({ bytes }) => bytes)) / 1e6,
      unit: 'MB',
      atMost: 60,
      note: `${note}, on the heap`,
    },
  ]
}

function probe(index: string): Probed {
  const args = ['--expose-gc', '--input-type=module', '-e', PROBE, ENGINE, index]
  const { status, error, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  if (error !== undefined) throw error
  if (status !== 0) throw new Error(`the first suggestion failed:\n${stderr}`)
  return JSON.parse(stdout)
}
