/** What is beyond the limits of a query is left out, and the reply says so. */

import { describe, expect, test } from 'vitest'
import { search } from '../../../src/search/search.ts'
import { dictionarySegmenter } from '../../helpers/dictionary-segmenter.ts'
import { idOfNumber, memoryView } from '../../helpers/memory-index.ts'

/** Article n has the address n.cn/, and a line that was taken off with the word of n. */
const WORDS = ['鲤', '鲫', '鲢', '鳙', '鲈', '鳜', '鳊', '鲶', '鳗', '鳝']
const view = await memoryView(
  [
    WORDS.map((word, number) => ({
      article: {
        number,
        title: '渔',
        body: '港',
        url: `https://${number}.cn/`,
        removed: [`${word}鱼`],
      },
    })),
  ],
  dictionarySegmenter([]),
)

async function ask(query: string) {
  const request = { query, limit: 20, offset: 0, sort: 'relevance', all: true } as const
  const { hits, warnings = [] } = await search(view, request)
  return { ids: hits.map(({ id }) => id).sort(), warnings }
}

const firstFour = WORDS.slice(0, 4)
  .map((_, number) => idOfNumber(number))
  .sort()

describe('of ten addresses', () => {
  const urls = WORDS.map((_, number) => `url:${number}.cn`)

  test('four are looked for, and the reply says so', async () => {
    const { ids, warnings } = await ask(urls.join(' OR '))
    expect(ids).toEqual(firstFour)
    expect(warnings).toEqual([
      expect.objectContaining({
        kind: 'limited',
        position: urls.slice(0, 4).join(' OR ').length + 8,
      }),
    ])
  })

  test('those that are left out exclude nothing and forbid nothing', async () => {
    const one = await ask(`(${urls.slice(0, 4).join(' OR ')}) (url:8.cn OR -url:9.cn) -url:1x.cn`)
    expect(one.ids).toEqual(firstFour)
  })

  test('the same one asked for again is none more', async () => {
    const { warnings } = await ask(Array.from({ length: 10 }, () => 'url:3.cn').join(' OR '))
    expect(warnings).toEqual([])
  })
})

test('of ten words in pages four are looked for in removed lines, and the reply says so', async () => {
  const { ids, warnings } = await ask(`in:page ${WORDS.map((word) => `"${word}鱼"`).join(' OR ')}`)
  expect(ids).toEqual(firstFour)
  expect(warnings.map(({ kind }) => kind)).toEqual(['limited'])
})
