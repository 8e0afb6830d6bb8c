/** Questions as people type them: whole sentences, most words of which stand in no article. */

import { describe, expect, test } from 'vitest'
import { search } from '../../src/search/search.ts'
import { dictionarySegmenter } from '../helpers/dictionary-segmenter.ts'
import { memoryView, type SmallArticle } from '../helpers/memory-index.ts'

const segmenter = dictionarySegmenter(['首都', '机场', '什么', '时候', '建成', '北京', '扩建'])

async function ask(articles: readonly Omit<SmallArticle, 'number'>[], query: string, limit = 100) {
  const placed = articles.map((article, number) => ({ article: { ...article, number } }))
  const view = await memoryView([placed.slice(0, 2), placed.slice(2)], segmenter)
  const request = { query, limit, offset: 0, sort: 'relevance' } as const
  const result = await search(view, request)
  return { ...result, titles: result.hits.map(({ title }) => title) }
}

const others = Array.from({ length: 12 }, (_, i) => ({
  title: `其他${i}`,
  body: '别的时候，别的事。',
}))

describe('a question in one sentence', () => {
  const answer = { title: '甲', body: '一九五八年，机场建成。' }
  const lookalike = { title: '乙', body: '什么首都，什么机场，什么时候建成，没有说。' }

  test('finds what holds words that tell something, and says what it lacks', async () => {
    const { total, hits } = await ask([answer, ...others], '首都机场什么时候建成')
    expect(total).toBe(0)
    expect(hits[0]).toMatchObject({ title: '甲', lacks: ['首都', '时候'] })
  })

  test('finds more than the one article that happens to have all words', async () => {
    const { titles, total } = await ask([answer, lookalike, ...others], '首都机场什么时候建成')
    expect(titles.slice(0, 2)).toEqual(['乙', '甲'])
    expect(total).toBe(1)
  })

  test('asks for the same with spaces between its words', async () => {
    const { titles, total } = await ask([answer, lookalike, ...others], '首都 机场 什么 时候 建成')
    expect(titles.slice(0, 2)).toEqual(['乙', '甲'])
    expect(total).toBe(1)
  })

  test('with an operator asks for what it says', async () => {
    const { titles } = await ask([answer, lookalike, ...others], '首都机场什么时候建成 -其他')
    expect(titles).toEqual(['乙', '甲'])
  })
})

describe('words side by side as they were typed', () => {
  const filler = '这里说的是别的事情，'.repeat(6)
  const said = { title: '甲', body: `${filler}去年北京机场扩建。${filler}` }
  const often = { title: '乙', body: '北京的事，机场的事。'.repeat(12) }
  const english = { title: '丙', body: `${filler}a supply chain attack${filler}` }
  const chains = { title: '丁', body: 'attack, chain, supply; '.repeat(12) }

  test.each(['北京机场', '北京 机场', '北京  機場'])(
    'come before the same words often: %s',
    async (query) => {
      const articles = [often, said, ...others]
      expect((await ask(articles, query)).titles).toEqual(['甲', '乙'])
    },
  )

  test('in other scripts, too', async () => {
    const { titles } = await ask([chains, english, ...others], 'supply chain attack')
    expect(titles).toEqual(['丙', '丁'])
  })
})

describe('words near each other', () => {
  const filler = '这里说的是别的事情，'.repeat(8)
  const near = { title: '近', body: `${filler}${filler}北京扩建` }
  const apart = { title: '远', body: `北京${filler}${filler}扩建` }

  test('come before the same words apart', async () => {
    expect((await ask([apart, near], '北京 扩建')).titles).toEqual(['近', '远'])
    expect((await ask([near, apart], '北京 扩建')).titles).toEqual(['近', '远'])
  })

  test('stay in the same order page by page', async () => {
    const articles = Array.from({ length: 70 }, (_, i) => ({
      title: `篇${i}`,
      body: i % 3 === 0 ? near.body : `${apart.body}${'别'.repeat(i)}`,
    }))
    const placed = articles.map((article, number) => ({ article: { ...article, number } }))
    const view = await memoryView([placed], segmenter)
    const ids = async (offset: number, limit: number) => {
      const request = { query: '北京 扩建', limit, offset, sort: 'relevance' } as const
      return (await search(view, request)).hits.map(({ id }) => id)
    }
    const all = await ids(0, 100)
    expect(new Set(all).size).toBe(70)
    for (const size of [7, 10, 50]) {
      const pages: string[] = []
      for (let offset = 0; offset < 70; offset += size) pages.push(...(await ids(offset, size)))
      expect(pages).toEqual(all)
    }
  })
})
