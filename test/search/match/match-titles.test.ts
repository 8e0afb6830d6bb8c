import { describe, expect, test } from 'vitest'
import { search } from '../../../src/search/search.ts'
import { titleKey } from '../../../src/text/title-key.ts'
import { dictionarySegmenter } from '../../helpers/dictionary-segmenter.ts'
import { memoryView, type SmallArticle } from '../../helpers/memory-index.ts'

const segmenter = dictionarySegmenter(['开源', '模型', '漏洞', '苹果', '手机', '更新', '通报'])

async function ask(
  articles: readonly Omit<SmallArticle, 'number'>[],
  query: string,
  filters: { readonly source?: string; readonly from?: string } = {},
) {
  const placed = articles.map((article, number) => ({ article: { ...article, number } }))
  const view = await memoryView([placed.slice(0, 1), placed.slice(1)], segmenter)
  const request = { query, limit: 100, offset: 0, sort: 'relevance', ...filters } as const
  return (await search(view, request)).hits.map(({ title }) => title)
}

const dense = { title: '开源模型开源模型又一篇', body: '开源模型，'.repeat(20) }

describe('a title asked for', () => {
  test('puts its article above all that say it more often', async () => {
    const titled = {
      title: '开源：模型',
      body: '这一篇很长，说的是别的事情，而且没有再提。'.repeat(20),
    }
    expect((await ask([dense, titled], '开源模型'))[0]).toBe('开源：模型')
    expect((await ask([dense, titled], '开源 模型'))[0]).toBe('开源：模型')
    expect((await ask([dense, titled], '開源－模型'))[0]).toBe('开源：模型')
  })

  test('of a page without text comes behind what says the words', async () => {
    const failed = { title: '开源模型', body: '', failed: true, date: '2025-05-01' }
    const whole = { title: '开源模型', body: '别的', date: '2024-01-01', source: '甲' }
    expect(await ask([dense, failed], '开源模型')).toEqual([dense.title, '开源模型'])
    const placed = [failed, dense, whole].map((row, number) => ({ article: { ...row, number } }))
    const view = await memoryView([placed], segmenter)
    const request = { query: '开源模型', limit: 9, offset: 0, sort: 'relevance' } as const
    const { hits } = await search(view, request)
    expect(hits.map(({ source, title }) => source || title)).toEqual([
      '甲',
      dense.title,
      '开源模型',
    ])
  })

  test('of one word does not put a page first that holds nothing', async () => {
    const failed = { title: '漏洞', body: '', failed: true }
    expect(await ask([failed, { title: '通报', body: '漏洞更新' }], '漏洞')).toEqual([
      '通报',
      '漏洞',
    ])
    expect((await ask([{ ...failed, body: '更新', failed: false }, dense], '漏洞'))[0]).toBe('漏洞')
  })

  test.each([
    '漏洞通报: 苹果 -手机',
    '更新：（苹果 OR 手机',
    '"苹果"更新 source:手机 通报',
    'is:手机 title:苹果',
    '……？！',
  ])('is found as it stands, whatever its signs may mean: %s', async (title) => {
    const article = { title, body: '没有这些字' }
    expect((await ask([dense, article], title))[0]).toBe(title)
    expect((await ask([dense, article], ` ${title.replace(' ', '  ')} `))[0]).toBe(title)
  })

  test('does not bring in what the query excludes', async () => {
    expect(await ask([{ title: '苹果手机', body: '苹果' }], '苹果 -手机')).toEqual([])
    expect(await ask([{ title: '苹果手机', body: '' }], '"苹果。手机"')).toEqual([])
  })

  test('comes first among what its conditions leave', async () => {
    const [one, other] = [
      { title: '开源模型', body: '开源', source: '甲报', date: '2024-01-01' },
      { ...dense, source: '乙报', date: '2025-01-01' },
    ]
    expect(await ask([one, other], '开源模型 source:乙')).toEqual([dense.title])
    expect(await ask([one, other], '开源模型', { source: '乙' })).toEqual([dense.title])
    expect(await ask([one, other], '开源模型', { from: '2025' })).toEqual([dense.title])
    expect((await ask([other, one], '开源模型 date:2024..2025'))[0]).toBe('开源模型')
    expect((await ask([other, one], 'title:开源模型'))[0]).toBe('开源模型')
  })
})

describe('a line pasted from an article', () => {
  test('finds it whatever its signs may mean, where nothing else holds what they mean', async () => {
    const line = '运行 Coda -B，对日志进行保存（apple OR 苹果'
    const article = { title: '甲', body: `先这样。${line}，再那样。` }
    expect((await ask([dense, article], line))[0]).toBe('甲')
    expect(await ask([dense, article], line, { from: '2025' })).toEqual([])
  })

  test('does not find what the query excludes by a word', async () => {
    const article = { title: '甲', body: '苹果手机 -手机' }
    expect(await ask([dense, article], '苹果 -手机')).toEqual([])
  })
})

describe('two titles are the same', () => {
  test.each([
    ['漏洞通报：【更新】', '漏洞通报 更新'],
    ['资料庫　ＡＩ', '資料庫ai'],
    ['Redis 7.2', 'redis-7-2'],
    ['', ' '],
  ])('%j and %j', (one, other) => {
    expect(titleKey(one)).toBe(titleKey(other))
  })
})

describe('two titles are not the same', () => {
  test.each([
    ['C++', 'C'],
    ['Redis 7.2', 'Redis 72'],
    ['？', '！'],
    ['漏洞', '漏洞2'],
  ])('%j and %j', (one, other) => {
    expect(titleKey(one)).not.toBe(titleKey(other))
  })
})
