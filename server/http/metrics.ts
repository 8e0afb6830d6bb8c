/** Counts what the server does, for `GET /metrics` and Prometheus. */

import { Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { SearchBackend } from '../../src/backend/backend.ts'
import type { Memory } from '../../src/memory/memory.ts'
import type { Trace } from './trace.ts'

export interface Metrics {
  /** Counts a request that is over. */
  observe(route: string, status: number, trace: Trace): void
  /** Returns all figures in Prometheus' text format. */
  text(): Promise<string>
  readonly contentType: string
}

const bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

export function createMetrics(backend: SearchBackend, memory: Memory): Metrics {
  const registry = new Registry()
  const registers = [registry]
  const stages = new Histogram({
    name: 'souwen_stage_seconds',
    help: 'Time that a stage of a request took',
    labelNames: ['stage'],
    buckets: bounds,
    registers,
  })
  const requests = new Counter({
    name: 'souwen_requests_total',
    help: 'Requests by route and status',
    labelNames: ['route', 'status'],
    registers,
  })
  const searches = new Counter({
    name: 'souwen_searches_total',
    help: 'Searches by whether they found anything; the share of none is that of zero results',
    labelNames: ['found'],
    registers,
  })
  addProcessGauge(registers)
  const askIndex = addIndexGauges(registers, backend)
  addMemoryGauges(registers, memory)
  return {
    contentType: registry.contentType,
    async text() {
      await askIndex()
      return registry.metrics()
    },
    observe(route, status, trace) {
      requests.inc({ route, status })
      for (const [stage, milliseconds] of Object.entries(trace.stages))
        stages.observe({ stage }, milliseconds / 1_000)
      if (trace.total !== undefined) searches.inc({ found: trace.total === 0 ? 'none' : 'some' })
    },
  }
}

function addProcessGauge(registers: Registry[]): void {
  new Gauge({
    name: 'souwen_resident_memory_bytes',
    help: 'Memory of the process',
    registers,
    collect() {
      this.set(process.memoryUsage.rss())
    },
  })
}

/** Returns a function that asks the index anew; the gauges hold what it told last. */
function addIndexGauges(registers: Registry[], backend: SearchBackend): () => Promise<void> {
  const articles = new Gauge({ name: 'souwen_articles', help: 'Articles in the index', registers })
  const generation = new Gauge({
    name: 'souwen_index_generation',
    help: 'Generation of the index',
    registers,
  })
  const age = new Gauge({
    name: 'souwen_index_age_seconds',
    help: 'Time since the index was last brought up to date; -1 without an index',
    registers,
  })
  return async () => {
    const stats = await backend.stats().catch(() => undefined)
    articles.set(stats?.articles ?? 0)
    generation.set(stats?.generation ?? 0)
    age.set(stats ? (Date.now() - Date.parse(stats.builtAt)) / 1_000 : -1)
  }
}

function addMemoryGauges(registers: Registry[], memory: Memory): void {
  const budgets = new Gauge({
    name: 'souwen_cache_budget_bytes',
    help: 'Bytes that each kind of thing may take in memory; together they are --memory',
    labelNames: ['cache'],
    registers,
  })
  for (const { name, budget } of memory.usage()) budgets.set({ cache: name }, budget)
  new Gauge({
    name: 'souwen_cache_bytes',
    help: 'Bytes that each kind of thing takes in memory',
    labelNames: ['cache'],
    registers,
    collect() {
      for (const { name, bytes } of memory.usage()) this.set({ cache: name }, bytes)
    },
  })
}
