/** GET /api/suggest, and the query that was meant on the results page, over a real index of the sample corpus. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Archive, serveSample } from '../archive.ts'
import { linksOf } from '../html.ts'

let archive: Archive
beforeAll(async () => {
  archive = await serveSample({})
})
afterAll(() => archive.end())

describe('what was likely meant', () => {
  test('is a link to that search, with the same filters', async () => {
    const page = await (await archive.app.request('/?q=loudong&from=2024')).text()
    expect(page).toContain('您是不是要找：')
    const link = `/?${new URLSearchParams({ q: '漏洞', from: '2024' })}`
    expect(linksOf(page)).toContain(link)
    expect(await (await archive.app.request('/?q=漏洞')).text()).not.toContain('您是不是要找')
  })

  test('is told by the API', async () => {
    const reply = await archive.app.request('/api/search?q=loudong')
    expect(await reply.json()).toMatchObject({ suggestion: '漏洞' })
  })
})

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
