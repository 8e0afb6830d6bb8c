import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answerByEntityTag } from '../../../server/http/entity-tag.ts'
import { openSample, type Sample } from '../archive.ts'
import { createSmallApp } from './small-app.ts'

let sample: Sample
beforeAll(async () => {
  sample = await openSample({})
})
afterAll(() => sample.end())

function createApp(generation: () => number, status: 200 | 404 = 200) {
  let asked = 0
  const version = async () => ({ ...(await sample.backend.version()), generation: generation() })
  const backend = { ...sample.backend, version }
  const app = createSmallApp([answerByEntityTag(backend)], (context) => {
    asked++
    return context.text('hello', status)
  })
  return { ask: (path: string, headers = {}) => app.request(path, { headers }), asked: () => asked }
}

const tagOf = (reply: Response) => reply.headers.get('etag') ?? ''

describe('a reply', () => {
  test('is not made again for a client that has it', async () => {
    const { ask, asked } = createApp(() => 1)
    const tag = tagOf(await ask('/?q=a'))
    expect(tag).toMatch(/^W\/"[\w-]{22}"$/)
    const again = await ask('/?q=a', { 'if-none-match': tag })
    expect([again.status, await again.text(), tagOf(again)]).toEqual([304, '', tag])
    expect(asked()).toBe(1)
  })

  test('has another tag for another generation', async () => {
    let generation = 1
    const { ask } = createApp(() => generation)
    const tag = tagOf(await ask('/'))
    generation = 2
    const reply = await ask('/', { 'if-none-match': tag })
    expect(reply.status).toBe(200)
    expect(tagOf(reply)).not.toBe(tag)
  })

  test('has another tag for another address and another language, and the same for the same', async () => {
    const { ask } = createApp(() => 1)
    const tags = [
      tagOf(await ask('/?q=a')),
      tagOf(await ask('/?q=b')),
      tagOf(await ask('/sources?q=a')),
      tagOf(await ask('/?q=a', { 'accept-language': 'en' })),
      tagOf(await ask('/?q=a', { cookie: 'language=zh-Hant' })),
    ]
    expect(new Set(tags).size).toBe(tags.length)
    expect(tagOf(await ask('/?q=a', { 'accept-language': 'en-GB' }))).toBe(tags[3])
  })

  test('that is a problem has none', async () => {
    expect(tagOf(await createApp(() => 1, 404).ask('/'))).toBe('')
  })
})

test('without an index no reply has a tag, and each is made', async () => {
  const version = () => Promise.reject(new Error('there is no index'))
  const backend = { ...sample.backend, version }
  const app = createSmallApp([answerByEntityTag(backend)])
  const reply = await app.request('/', { headers: { 'if-none-match': '*' } })
  expect([reply.status, tagOf(reply)]).toEqual([200, ''])
})
