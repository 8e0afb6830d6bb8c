import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { search } from '../../../src/search/search.ts'
import { dictionarySegmenter } from '../../helpers/dictionary-segmenter.ts'
import { memoryView, type SmallArticle } from '../../helpers/memory-index.ts'

const segmenter = dictionarySegmenter(['开源', '模型', '漏洞', '攻击'])
const everything = { limit: 10_000, offset: 0, sort: 'relevance' } as const

async function ask(articles: readonly Omit<SmallArticle, 'number'>[], query: string) {
  const placed = articles.map((article, number) => ({ article: { ...article, number } }))
  const view = await memoryView([placed.slice(0, 1), placed.slice(1)], segmenter)
  const result = await search(view, { query, ...everything })
  const complete = result.hits.filter(({ lacks }) => lacks === undefined)
  return { ...result, complete, lacking: result.hits.slice(complete.length) }
}

/** So many articles with each of these bodies. */
const archive = (bodies: Readonly<Record<string, number>>) =>
  Object.entries(bodies).flatMap(([body, count]) =>
    Array.from({ length: count }, (_, i) => ({ title: `甲${i}`, body })),
  )

describe('articles that lack words', () => {
  test('are those with the greatest share of the weight, in steps, until there are a hundred', async () => {
    const letters = fc.uniqueArray(fc.constantFrom(...'abcdef'), { minLength: 1, maxLength: 4 })
    const groups = fc.array(fc.tuple(letters, fc.constantFrom(1, 9, 60)), {
      minLength: 1,
      maxLength: 6,
    })
    await fc.assert(
      fc.asyncProperty(groups, letters, async (rows, asked) => {
        const bodies = rows.flatMap(([body, count]) => Array.from({ length: count }, () => body))
        const holders = (word: string) => bodies.filter((body) => body.includes(word)).length
        const weight = (word: string) =>
          Math.log(1 + (bodies.length - holders(word) + 0.5) / (holders(word) + 0.5))
        const sum = (words: readonly string[]) =>
          words.reduce((total, word) => total + weight(word), 0)
        const shares = bodies.map((body) => sum(asked.filter((word) => body.includes(word))))
        const atLeast = (step: number) =>
          shares.filter((share) => share >= (sum(asked) * step) / 20 - 1e-9).length
        const steps = Array.from({ length: 19 }, (_, i) => 20 - i)
        const last = steps.find((step) => atLeast(step) >= 100) ?? 2
        const all = bodies.filter((body) => asked.every((word) => body.includes(word))).length
        const result = await ask(
          bodies.map((body) => ({ title: '', body: body.join(' ') })),
          asked.join(' '),
        )
        expect(result.total).toBe(all)
        expect(result.partial ?? 0).toBe(asked.length < 2 ? 0 : atLeast(last) - all)
      }),
      { numRuns: 40 },
    )
  })

  test('come behind those that have all, each with what it is without', async () => {
    const { complete, lacking, total, partial } = await ask(
      [
        { title: '漏洞漏洞', body: '漏洞漏洞漏洞漏洞' },
        { title: '甲', body: `漏洞，${'别的事情，'.repeat(50)}攻击` },
        { title: '攻击', body: '模型攻击' },
        { title: '乙', body: '别的' },
      ],
      '漏洞 攻击',
    )
    expect({ total, partial }).toEqual({ total: 1, partial: 2 })
    expect(complete.map(({ title }) => title)).toEqual(['甲'])
    expect(new Map(lacking.map(({ title, lacks }) => [title, lacks]))).toEqual(
      new Map([
        ['漏洞漏洞', ['攻击']],
        ['攻击', ['漏洞']],
      ]),
    )
  })

  test('are left out where they would be a thousand that share a common word', async () => {
    const common = archive({ 漏洞: 1001, 别的: 9000 })
    expect(await ask(common, '漏洞 攻击')).toMatchObject({ total: 0, hits: [] })
    const rare = archive({ 漏洞: 1000, 别的: 9000 })
    expect(await ask(rare, '漏洞 攻击')).toMatchObject({ total: 0, partial: 1000 })
  })

  test('are left out where enough articles have all words', async () => {
    const { total, partial } = await ask(archive({ '漏洞，攻击': 100, 漏洞: 5 }), '漏洞 攻击')
    expect({ total, partial }).toEqual({ total: 100, partial: undefined })
  })

  test('keep to conditions, exclusions, fields, quotations and what is demanded', async () => {
    const articles = [
      { title: '开源模型', body: '开源模型', source: '甲报', date: '2025-01-01' },
      { title: '开源漏洞', body: '开源漏洞', source: '乙报', date: '2025-02-01' },
      ...archive({ 别的: 8 }),
    ]
    const only = async (query: string) =>
      (await ask(articles, query)).hits.map(({ title }) => title).sort()
    expect(await only('开源 攻击')).toEqual(['开源模型', '开源漏洞'].sort())
    expect(await only('开源 攻击 -漏洞')).toEqual(['开源模型'])
    expect(await only('开源 攻击 source:乙')).toEqual(['开源漏洞'])
    expect(await only('开源 攻击 date:2025-01')).toEqual(['开源模型'])
    expect(await only('开源 攻击 title:漏洞')).toEqual(['开源漏洞'])
    expect(await only('开源 攻击 "模型"')).toEqual(['开源模型'])
    expect(await only('开源 攻击 +模型')).toEqual(['开源模型'])
    expect(await only('开源 攻击 (模型 OR 漏洞)')).toEqual(['开源模型', '开源漏洞'].sort())
    expect(await only('开源 +攻击')).toEqual([])
    expect(await only('开源 AND 攻击')).toEqual([])
    expect(await only('开源 "攻击"')).toEqual([])
  })

  test('are none for a single word that stands nowhere', async () => {
    const { total, partial } = await ask([{ title: '开源', body: '开源模型' }], '攻击')
    expect({ total, partial }).toEqual({ total: 0, partial: undefined })
  })

  test('come last in the order of dates, too', async () => {
    const articles = [
      { title: '旧', body: '开源模型', date: '2020-01-01' },
      { title: '新', body: '开源', date: '2025-01-01' },
    ]
    const placed = articles.map((article, number) => ({ article: { ...article, number } }))
    const request = { ...everything, query: '开源 模型', sort: 'date' } as const
    const { hits } = await search(await memoryView([placed], segmenter), request)
    expect(hits.map(({ title }) => title)).toEqual(['旧', '新'])
  })
})
