import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createMetrics } from '../../../server/http/metrics.ts'
import { logRequests } from '../../../server/http/request-log.ts'
import { createTrace } from '../../../server/http/trace.ts'
import { createMemory } from '../../../src/memory/memory.ts'
import { openSample, type Sample } from '../archive.ts'
import { createSmallApp } from './small-app.ts'

let sample: Sample
beforeAll(async () => {
  sample = await openSample({})
})
afterAll(() => sample.end())

const metricsOf = (backend = sample.backend) => createMetrics(backend, createMemory())

/** The log's lines of one request, of a route that searched and found three articles. */
async function logOf(logQueries: boolean) {
  const lines: object[] = []
  const log = { info: (facts: object) => lines.push(facts), error: () => {} }
  const metrics = metricsOf()
  const app = createSmallApp([logRequests(log, logQueries, metrics)], async (context) => {
    await context.var.trace.time('search', () => 'done')
    context.var.trace.found('机密', 3)
    return context.text('hello')
  })
  const reply = await app.request('/articles/1?q=机密')
  return { lines, reply, text: await metrics.text() }
}

describe('the log of a request', () => {
  test('is one line with route, status, times and the id that the reply has', async () => {
    const { lines, reply } = await logOf(false)
    expect(lines).toEqual([
      {
        requestId: reply.headers.get('x-request-id'),
        method: 'GET',
        route: '/*',
        status: 200,
        totalMs: expect.any(Number),
        searchMs: expect.any(Number),
        found: 3,
      },
    ])
    expect(reply.headers.get('server-timing')).toMatch(/^search;dur=\d+(\.\d+)?$/)
  })

  test('holds the query only where that is wanted', async () => {
    expect(JSON.stringify((await logOf(false)).lines)).not.toContain('机密')
    expect((await logOf(true)).lines).toMatchObject([{ query: '机密' }])
  })

  test('is counted in the metrics, by route and by whether something was found', async () => {
    const { text } = await logOf(false)
    expect(text).toContain('souwen_requests_total{route="/*",status="200"} 1')
    expect(text).toContain('souwen_searches_total{found="some"} 1')
    expect(text).toContain('souwen_stage_seconds_count{stage="search"} 1')
    expect(text).not.toContain('机密')
  })
})

describe('the metrics', () => {
  test('tell articles and generation of the index', async () => {
    const { articles, generation } = await sample.backend.stats()
    const text = await metricsOf().text()
    expect(text).toContain(`souwen_articles ${articles}\n`)
    expect(text).toContain(`souwen_index_generation ${generation}\n`)
  })

  test('tell that there is no index', async () => {
    const stats = () => Promise.reject(new Error('there is no index'))
    const text = await metricsOf({ ...sample.backend, stats }).text()
    expect(text).toContain('souwen_articles 0')
    expect(text).toContain('souwen_index_age_seconds -1')
  })

  test('count a search without results apart', async () => {
    const metrics = metricsOf()
    const trace = createTrace('1')
    trace.found('x', 0)
    metrics.observe('/', 200, trace)
    metrics.observe('/help', 200, createTrace('2'))
    expect(await metrics.text()).toContain('souwen_searches_total{found="none"} 1')
    expect(await metrics.text()).not.toContain('found="some"')
  })
})

describe('a trace', () => {
  test('adds up a stage that comes twice, also one that fails', async () => {
    const trace = createTrace('1')
    expect(await trace.time('wait', () => 7)).toBe(7)
    const first = trace.stages.wait ?? Number.NaN
    await expect(trace.time('wait', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(trace.stages.wait).toBeGreaterThanOrEqual(first)
    expect(Object.keys(trace.stages)).toEqual(['wait'])
  })

  test('of a request that searched for nothing has no total', () => {
    expect([createTrace('1').total, createTrace('1').query]).toEqual([undefined, undefined])
  })
})
