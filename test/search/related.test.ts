/** Related articles share rare words, never the common ones alone. */

import { describe, expect, test } from 'vitest'
import { findRelated } from '../../src/search/related.ts'
import { dictionarySegmenter } from '../helpers/dictionary-segmenter.ts'
import { memoryView, type SmallArticle } from '../helpers/memory-index.ts'

const segmenter = dictionarySegmenter(['潮汐', '锁定', '行星', '珊瑚', '白化', '研究', '发现'])
const filler = Array.from({ length: 60 }, (_, number) => ({
  title: `第${number}号`,
  body: '研究 发现',
}))
const rows = [
  { title: '潮汐锁定的行星', body: '研究 发现 潮汐 锁定 行星' },
  { title: '珊瑚白化', body: '研究 发现 珊瑚 白化' },
  { title: '行星的潮汐', body: '研究 发现 行星 潮汐' },
  { title: '又见珊瑚', body: '研究 珊瑚 行星' },
  ...filler,
]
const articles: readonly SmallArticle[] = rows.map((row, number) => ({ ...row, number }))
const view = () => memoryView([articles.map((article) => ({ article }))], segmenter)

async function relatedTitles(number: number): Promise<readonly string[]> {
  const opened = await view()
  const store = opened.segments[0]?.segment.articles
  const record = await store?.record(number)
  if (record === undefined) throw new Error('no such article')
  const places = await findRelated(opened, record, { segment: 0, article: number }, 5)
  return Promise.all(places.map(async ({ article }) => (await store?.record(article))?.title ?? ''))
}

test('what shares two rare words is related, what shares one or common ones is not', async () => {
  expect(await relatedTitles(0)).toEqual(['行星的潮汐'])
  expect(await relatedTitles(2)).toEqual(['潮汐锁定的行星'])
  expect(await relatedTitles(10)).toEqual([])
})

/** Articles of words in letters, some of them deleted, in two segments. */
async function relatedTo(
  asked: string,
  others: readonly string[],
  { deleted = [], count = 9 }: { deleted?: readonly number[]; count?: number } = {},
): Promise<readonly string[]> {
  const bodies = [asked, ...others, ...filler.map(({ body }) => body)]
  const placed = bodies.map((body, number) => ({
    article: { number, title: `n${number}`, body },
    deleted: deleted.includes(number),
  }))
  const opened = await memoryView([placed.slice(0, 2), placed.slice(2)], segmenter)
  const stores = opened.segments.map(({ segment }) => segment.articles)
  const record = await stores[0]?.record(0)
  if (record === undefined) throw new RangeError('the view has two segments')
  const places = await findRelated(opened, record, { segment: 0, article: 0 }, count)
  return Promise.all(
    places.map(
      async ({ segment, article }) => (await stores[segment]?.record(article))?.title ?? '',
    ),
  )
}

describe('of articles that share words', () => {
  const shared = 'zinc quartz basalt'

  test('those that share most, and the rarest, come first, at most so many', async () => {
    const asked = `${shared} onyx`
    const others = ['zinc quartz', shared, 'basalt onyx', 'marble marble', 'onyxes']
    expect(await relatedTo(asked, others)).toEqual(['n2', 'n3', 'n1'])
    expect(await relatedTo(asked, others, { count: 1 })).toEqual(['n2'])
    expect(await relatedTo(asked, others, { count: 0 })).toEqual([])
  })

  test('deleted ones are left out', async () => {
    expect(await relatedTo(shared, [shared, shared], { deleted: [1] })).toEqual(['n2'])
  })

  test('a word of more than a twentieth of all is not rare', async () => {
    // There are 64 articles: three may hold a word that is rare, four may not.
    expect(await relatedTo(shared, [shared, shared, ''])).toEqual(['n1', 'n2'])
    expect(await relatedTo(shared, [shared, shared, shared])).toEqual([])
  })

  test('the first 400 units of the body say what an article is about', async () => {
    const long = (before: number) => `${'，'.repeat(before)}${shared}`
    expect(await relatedTo(long(400 - shared.length), [shared])).toEqual(['n1'])
    expect(await relatedTo(long(400), [shared])).toEqual([])
  })

  test('a word of its own relates an article to nothing', async () => {
    expect(await relatedTo('zinc onlyhere', ['zinc', 'zinc elsewhere'])).toEqual([])
  })
})
