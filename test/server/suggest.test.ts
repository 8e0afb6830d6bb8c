/** GET /api/suggest over a real index of the sample corpus. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Archive, serveSample } from './archive.ts'

let archive: Archive
beforeAll(async () => {
  archive = await serveSample({})
})
afterAll(() => archive.end())

const get = (parameters: Record<string, string>) =>
  archive.app.request(`/api/suggest?${new URLSearchParams(parameters)}`)

describe('GET /api/suggest', () => {
  test('tells what begins so, with a query for it', async () => {
    const reply = await get({ q: 'loudong', limit: '1' })
    expect(reply.status).toBe(200)
    const { query, suggestions } = (await reply.json()) as Record<string, unknown>
    expect(query).toBe('loudong')
    expect(suggestions).toMatchObject([{ kind: 'word', text: '漏洞', query: '漏洞' }])
  })

  test('nothing typed, nothing suggested', async () => {
    const reply = await get({ q: '' })
    expect(await reply.json()).toMatchObject({ query: '', suggestions: [] })
  })

  test.each([
    [{}, 'q'],
    [{ q: '漏', limit: '0' }, 'limit'],
    [{ q: '漏', limit: '101' }, 'limit'],
    [{ q: '漏', page: '2' }, 'page'],
    [{ q: '漏'.repeat(1001) }, 'q'],
  ])('a wrong parameter is refused by name: %j', async (parameters, name) => {
    const reply = await get(parameters as Record<string, string>)
    expect(reply.status).toBe(400)
    expect(JSON.stringify(await reply.json())).toContain(name)
  })
})
