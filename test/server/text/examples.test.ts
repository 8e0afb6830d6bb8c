/** What the home page offers to search for is the archive's own, and finds something. */

import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { createApp } from '../../../server/app.ts'
import type { ServerApp } from '../../../server/http/environment.ts'
import { buildIndex, openIndex } from '../../../src/engine.ts'
import { archiveFolder, fetchedFile } from '../../helpers/archive-folder.ts'
import { type Archive, serveSample } from '../archive.ts'
import { linksOf, textOf } from '../html.ts'

let sample: Archive
beforeAll(async () => {
  sample = await serveSample({})
})
afterAll(() => sample.end())

const ends: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const end of ends.splice(0)) await end()
})

async function archiveOf(articles: readonly (readonly [title: string, body: string])[]) {
  const folder = archiveFolder()
  for (const [number, [title, body]] of articles.entries()) {
    const source = ['观星台', 'tide-watch', '海岸日报'][number % 3] ?? ''
    const date = `2024-0${(number % 3) + 4}-11`
    folder.write(`${number}.md`, fetchedFile({ title, body, source, date }))
  }
  await buildIndex({ corpus: folder.corpus, index: folder.index })
  const backend = await openIndex(folder.index)
  ends.push(async () => {
    await backend.close()
    folder.end()
  })
  return createApp(backend)
}

async function examplesOn(app: ServerApp, path: string, language = 'zh-CN') {
  const reply = await app.request(path, { headers: { 'accept-language': language } })
  const html = await reply.text()
  return linksOf(html.slice(html.indexOf('<main'), html.indexOf('</main'))).flatMap((link) => {
    const query = new URL(link, 'http://x').searchParams.get('q')
    return query === null ? [] : [query]
  })
}

async function totalOf(app: ServerApp, query: string): Promise<unknown> {
  const reply = await app.request(`/api/search?${new URLSearchParams({ q: query })}`)
  const { total } = (await reply.json()) as { total: number }
  return total
}

const tides = [
  ['大潮与小潮的区别', '大潮发生在朔望前后，小潮发生在上弦和下弦，渔民都知道。'],
  ['钱塘江大潮观赏指南', '每年秋天大潮最壮观，游客站在海堤上看大潮滚滚而来。'],
  ['大潮时怎样赶海', '大潮退去以后滩涂露出，渔民带着孩子在那里赶海，收获很多。'],
  ['赶海与大潮的时间表', '赶海的人先看时间表，再看天气，大潮的日子不能错过。'],
  ['灯塔守护人的一天', '灯塔上的守护人每天记下风向，夜里点灯，为归来的船只指路。'],
  ['灯塔与归航的渔船', '渔船归航的时候先看见灯塔，再看见码头上等候的家人们。'],
  ['Lighthouse tour of the harbour', 'A lighthouse tour begins at noon, weather permitting.'],
  ['Old lighthouse lamps', 'A lighthouse lamp burned oil for a hundred years.'],
  ['Lighthouse tour by boat', 'The boat leaves every hour and the lighthouse is open to all.'],
] as const

test.each(['zh-CN', 'zh-TW', 'en'])(
  'each finds something in the sample corpus, in %s',
  async (language) => {
    const examples = await examplesOn(sample.app, '/', language)
    expect(examples.length).toBeGreaterThanOrEqual(5)
    for (const query of examples) {
      expect([query, await totalOf(sample.app, query)]).not.toEqual([query, 0])
    }
  },
)

test('are words of the archive’s titles, in letters for who reads English', async () => {
  const app = await archiveOf(tides)
  const titles = tides.map(([title]) => title.toLowerCase()).join(' ')
  for (const language of ['zh-CN', 'en']) {
    const examples = await examplesOn(app, '/', language)
    expect(examples.length).toBeGreaterThanOrEqual(4)
    const [words = ''] = examples
    for (const word of words.split(' ')) expect(titles).toContain(word)
    expect(/\p{Script=Han}/u.test(words)).toBe(language === 'zh-CN')
    for (const query of examples) expect([query, await totalOf(app, query)]).not.toEqual([query, 0])
    expect(examples.join('\n')).toContain('date:2024-04..2024-06')
  }
})

test('follow the archive: another one has other examples', async () => {
  const [one, other] = [sample.app, await archiveOf(tides)]
  const [first, second] = await Promise.all([examplesOn(one, '/'), examplesOn(other, '/')])
  expect(first.filter((query) => second.includes(query))).toEqual([])
})

test('are not offered where there is nothing to find', async () => {
  const app = await archiveOf([])
  expect(await examplesOn(app, '/')).toEqual([])
  expect(textOf(await (await app.request('/')).text())).not.toContain('怎样搜索')
})

test('show all of the syntax on the help page, with words of the archive', async () => {
  const app = await archiveOf(tides)
  const [home, help] = await Promise.all([examplesOn(app, '/'), examplesOn(app, '/help')])
  expect(help).toEqual(expect.arrayContaining([...home]))
  for (const sign of [/ OR /, /\*$/, /^site:example\.org$/, /^lang:/, /^is:/, /^fetched:2024-06$/])
    expect(help.filter((query) => sign.test(query))).toHaveLength(1)
})
