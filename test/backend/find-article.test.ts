/** Articles by their id and by their path, in random layouts of segments. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findArticle } from '../../src/backend/find-article.ts'
import { idOfNumber, memorySnapshot, type Placed } from '../helpers/memory-index.ts'
import { articles, segmenter, spread } from '../search/small-archive.ts'

const open = (segments: readonly (readonly Placed[])[]) => memorySnapshot(segments, segmenter)
const row = (number: number, title: string, deleted = false): Placed => ({
  article: { number, title, body: `body of ${title}`, date: '2025-01-01', fetchDate: '2025-01-02' },
  deleted,
})

describe('an article', () => {
  test('is found by its id and by its path while it is not deleted', async () => {
    const layouts = fc
      .tuple(articles, articles)
      .chain(([kept, gone]) => fc.tuple(fc.constant([kept, gone] as const), spread(kept, gone)))
    await fc.assert(
      fc.asyncProperty(layouts, async ([[kept, gone], segments]) => {
        const snapshot = await open(segments)
        for (const { number, title } of kept) {
          const found = await findArticle(snapshot, idOfNumber(number))
          expect(found).toMatchObject({ id: idOfNumber(number), title, path: `${number}.md` })
          expect(await findArticle(snapshot, `${number}.md`)).toEqual(found)
        }
        for (const { number } of gone) {
          const there = number + kept.length
          expect(await findArticle(snapshot, idOfNumber(there))).toBeUndefined()
          expect(await findArticle(snapshot, `${there}.md`)).toBeUndefined()
        }
      }),
      { numRuns: 40 },
    )
  })

  test('that was written anew is the one that is not deleted', async () => {
    for (const order of [
      [row(3, 'old', true), row(3, 'new')],
      [row(3, 'new'), row(3, 'old', true)],
    ]) {
      const snapshot = await open(order.map((one) => [one]))
      expect((await findArticle(snapshot, idOfNumber(3)))?.title).toBe('new')
      expect((await findArticle(snapshot, '3.md'))?.title).toBe('new')
    }
  })

  test.each(['12.md', './12.md', '/corpus/12.md', '/corpus/x/../12.md'])(
    'of the folder /corpus is found by the path %s',
    async (path) => {
      const snapshot = await open([[row(1, 'other')], [row(12, 'asked for'), row(2, 'third')]])
      expect((await findArticle(snapshot, path))?.title).toBe('asked for')
    },
  )

  test.each(['', '2.md', 'x/12.md', '/elsewhere/12.md', '12', '12.md/', idOfNumber(12).slice(1)])(
    'is not found by %j',
    async (path) => {
      expect(await findArticle(await open([[row(12, 'asked for')]]), path)).toBeUndefined()
    },
  )

  test('is not found by an id in capitals, or by one that differs in either half', async () => {
    const snapshot = await open([[row(12, 'asked for')]])
    const id = idOfNumber(12)
    const other = (at: number) => id.slice(0, at) + (id[at] === '0' ? '1' : '0') + id.slice(at + 1)
    for (const wrong of [id.toUpperCase(), other(0), other(7), other(8), other(15)])
      expect(await findArticle(snapshot, wrong), wrong).toBeUndefined()
  })

  test('has one version where its page was fetched once, and the lines that were taken off', async () => {
    const placed = { article: { ...row(1, 'x').article, removed: ['首页', '订阅'] } }
    const found = await findArticle(await open([[placed]]), '1.md')
    expect(found?.versions).toEqual([
      { path: '1.md', title: 'x', fetchDate: '2025-01-02', status: 'article' },
    ])
    expect(found?.removed.map(({ text }) => text)).toEqual(['首页', '订阅'])
    expect(found).not.toHaveProperty('paths')
  })
})
