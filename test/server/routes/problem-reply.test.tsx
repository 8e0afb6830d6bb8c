import { describe, expect, test } from 'vitest'
import { readParameters } from '../../../server/http/requests.ts'
import { parseSearchState } from '../../../server/parameters/parameters.ts'
import { RequestProblem } from '../../../server/problems/request-problem.ts'
import { replyWithProblem } from '../../../server/routes/problem-reply.tsx'
import { type ErrorCode, SouwenError } from '../../../src/errors.ts'
import { linksOf, tagsOf, textOf } from '../html.ts'
import { createSmallApp } from '../http/small-app.ts'

/** Asks an app whose every route fails with `error`. */
function ask(path: string, error: unknown, language = 'en') {
  const app = createSmallApp([], (context) => {
    if (error === undefined) parseSearchState(readParameters(context))
    throw error
  })
  app.onError((thrown, context) => replyWithProblem(context, thrown))
  return app.request(path, { headers: { 'accept-language': language } })
}

describe('a program', () => {
  test.each(['/api/search', '/health/ready', '/metrics'])('is told at %s in JSON', async (path) => {
    const reply = await ask(path, new RequestProblem(429, 'Too many', { 'Retry-After': '9' }))
    expect(reply.headers.get('content-type')).toBe('application/problem+json')
    expect(reply.headers.get('retry-after')).toBe('9')
    expect(await reply.json()).toMatchObject({ status: 429, detail: 'Too many' })
  })

  test.each(['/api', '/apiary', '/metrics/more', '/healthy'])(
    'does not ask at %s',
    async (path) => {
      const reply = await ask(path, new RequestProblem(404, 'gone'))
      expect(reply.headers.get('content-type')).toMatch(/^text\/html/)
    },
  )
})

describe('a reader', () => {
  test.each<[string, unknown, number, string, string]>([
    ['a wrong host', new RequestProblem(403, ''), 403, 'This address is not accepted', '--host'],
    ['no such page', new RequestProblem(404, ''), 404, 'There is no such page', 'mistyped'],
    [
      'no such file',
      new RequestProblem(404, '', {}, 'file'),
      404,
      'The file is not there',
      'moved, renamed or deleted',
    ],
    ['too much', new RequestProblem(413, ''), 413, 'Too many requests', 'in a moment'],
    ['too many', new RequestProblem(429, ''), 429, 'Too many requests', 'in a moment'],
    ['too busy', new RequestProblem(503, ''), 503, 'Too busy just now', 'under way'],
    ['a bug', new TypeError('secret'), 500, 'The program failed', 'not your fault'],
  ])('is told of %s', async (_what, error, status, title, advice) => {
    const reply = await ask('/sources', error)
    const text = textOf(await reply.text())
    expect(reply.status).toBe(status)
    expect(text).toContain(title)
    expect(text).toContain(advice)
    expect(text).not.toContain('secret')
  })

  test.each<[ErrorCode, string]>([
    ['index-missing', 'There is no index yet.'],
    ['index-damaged', 'The index is damaged.'],
    ['index-newer', 'made by a newer souwen'],
    ['index-older', 'made by an older souwen'],
  ])('is told of %s, which file it is, and may try again', async (code, advice) => {
    const reply = await ask('/sources?a=1', new SouwenError(code, 'index/x.seg: bad \u202e'))
    const html = await reply.text()
    expect(reply.status).toBe(503)
    expect(textOf(html)).toContain(advice)
    expect(textOf(html)).toContain('index/x.seg: bad \ufffd')
    expect(linksOf(html)).toContain('/sources?a=1')
  })

  test('is asked for the token', async () => {
    const html = await (await ask('/', new RequestProblem(401, ''))).text()
    expect(textOf(html)).toContain('Please enter the token')
    expect(tagsOf(html).some(({ attributes }) => attributes.name === 'token')).toBe(true)
  })

  test('is told in his own language', async () => {
    const html = await (await ask('/', new RequestProblem(404, ''), 'zh-TW')).text()
    expect(textOf(html)).toContain('沒有這個頁面')
  })

  test('finds what was typed in the form, with the wrong field marked', async () => {
    const html = await (await ask('/?q=模型&from=2025-13&source=台', undefined)).text()
    const inputs = tagsOf(html).filter(({ name }) => name === 'input')
    const values = inputs.map(({ attributes }) => [attributes.name, attributes.value])
    expect(values).toEqual(
      expect.arrayContaining([
        ['q', '模型'],
        ['source', '台'],
        ['from', '2025-13'],
      ]),
    )
    expect(textOf(html)).toContain('First date (from) must be a real date')
  })
})
