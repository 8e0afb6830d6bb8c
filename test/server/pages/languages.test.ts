/** The interface's three languages: one table each, alike in shape, and no text anywhere else. */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { transform } from 'esbuild'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { choosePreferred } from '../../../server/messages/language.ts'
import { tables } from '../../../server/messages/messages.ts'
import { type Archive, serveSample } from '../archive.ts'
import { linksOf, tagsOf, textOf } from '../html.ts'

const han = /\p{Script=Han}/u

/** 'advice.notFound: string', 'total: function of 1' for every entry. */
function shapeOf(value: unknown, path = ''): readonly string[] {
  if (typeof value === 'function') return [`${path}: function of ${value.length}`]
  if (typeof value !== 'object' || value === null) return [`${path}: ${typeof value}`]
  return Object.entries(value).flatMap(([key, entry]) => shapeOf(entry, `${path}.${key}`))
}

function stringsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  // Examples are written as the archive is.
  const entries = Object.entries(value).filter(([key]) => !('says' in value && key === 'query'))
  return entries.flatMap(([, entry]) => stringsOf(entry))
}

describe('the tables', () => {
  const [simplified, traditional, english] = tables

  test('have the same keys, kinds and parameters', () => {
    expect(tables).toHaveLength(3)
    for (const table of tables) expect(shapeOf(table)).toEqual(shapeOf(simplified))
  })

  test('are empty at the same places', () => {
    const places = tables.map((table) => stringsOf(table).map((text) => text.trim() === ''))
    for (const empty of places) expect(empty).toEqual(places[0])
  })

  test('are written in their own script', () => {
    const own = (table: object) => ({ ...table, name: '', languageName: '', samples: {} })
    expect(stringsOf(own(english ?? {})).filter((text) => han.test(text))).toEqual([])
    const simplifiedOnly = /[搜词页载为么网来说时这个们见题张]/
    const wrong = stringsOf(own(traditional ?? {})).filter((text) =>
      simplifiedOnly.test(text.replaceAll('搜', '')),
    )
    expect(wrong).toEqual([])
  })

  test('are the only place with text: no other file of the server holds a Han character', async () => {
    const files = readdirSync('server', { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.tsx?$/.test(path) && !path.startsWith('messages'))
      .map((path) => join('server', path))
    expect(files.length).toBeGreaterThan(20)
    for (const file of files) {
      // Without comments, in which examples are welcome.
      const { code } = await transform(readFileSync(file, 'utf8'), {
        loader: file.endsWith('x') ? 'tsx' : 'ts',
        jsx: 'preserve',
        charset: 'utf8',
        legalComments: 'none',
      })
      expect([file, han.exec(code)?.[0]]).toEqual([file, undefined])
    }
  })
})

describe('a browser that asks for', () => {
  test.each([
    ['', 'zh-Hans'],
    ['*', 'zh-Hans'],
    ['zh', 'zh-Hans'],
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh-Hans'],
    ['zh-SG', 'zh-Hans'],
    ['zh-TW,zh;q=0.9,en-US;q=0.8', 'zh-Hant'],
    ['zh-HK', 'zh-Hant'],
    ['zh-Hant-CN', 'zh-Hant'],
    ['en-GB,en;q=0.9', 'en'],
    ['en;q=0.2, zh-TW;q=0.7', 'zh-Hant'],
    ['zh;q=0, en', 'en'],
    ['de-DE, zh;q=0.5', 'zh-Hans'],
    ['de-DE, fr', 'en'],
    ['not a tag, en', 'en'],
  ])('%j gets %s', (header, language) => {
    expect(choosePreferred(header).language).toBe(language)
  })

  test('anything at all gets a table', () => {
    fc.assert(fc.property(fc.string(), (header) => tables.includes(choosePreferred(header))))
  })
})

describe('the switch', () => {
  let archive: Archive
  beforeAll(async () => {
    archive = await serveSample({})
  })
  afterAll(() => archive.end())
  const get = (path: string, headers: Record<string, string> = {}) =>
    archive.app.request(path, { headers })

  test('stands on every page, keeps the choice, and leads back to where the reader was', async () => {
    const here = `/?${new URLSearchParams({ q: '书籍', sort: 'date' })}`
    const html = await (await get(here)).text()
    expect(textOf(html)).toContain('找到')
    const toEnglish = linksOf(html).find((link) => link.startsWith('/language?to=en')) ?? ''
    const reply = await get(toEnglish)
    expect(reply.status).toBe(303)
    expect(reply.headers.get('location')).toBe(here)
    const cookie = reply.headers.get('set-cookie')?.split(';')[0] ?? ''
    const english = await get(here, { cookie, 'accept-language': 'zh-TW' })
    const page = await english.text()
    expect(tagsOf(page).find(({ name }) => name === 'html')?.attributes).toEqual({ lang: 'en' })
    expect(textOf(page)).toContain('By relevance')
    expect(english.headers.get('vary')).toMatch(/accept-language.*cookie/i)
  })

  test.each([
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example/',
    '/%2f/../\\x',
    'x',
    '',
  ])('does not lead to %s', async (back) => {
    const reply = await get(`/language?${new URLSearchParams({ to: 'en', back })}`)
    const goal = new URL(reply.headers.get('location') ?? '', 'http://localhost:3000/somewhere')
    expect(goal.origin).toBe('http://localhost:3000')
  })

  test('knows three languages', async () => {
    expect((await get('/language?to=fr')).status).toBe(400)
    expect((await get('/language')).status).toBe(400)
  })

  test('an error is said in the reader’s language', async () => {
    const html = await (await get('/?q=a&page=0', { 'accept-language': 'zh-TW' })).text()
    expect(textOf(html)).toContain('頁碼（page）應是 1 到 1000 之間的整數')
  })
})
