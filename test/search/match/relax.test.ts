import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { search } from '../../../src/search/search.ts'
import { dictionarySegmenter } from '../../helpers/dictionary-segmenter.ts'
import { idOfNumber, memoryView, type SmallArticle } from '../../helpers/memory-index.ts'

const segmenter = dictionarySegmenter(['开源', '模型', '漏洞', '攻击'])
const everything = { limit: 100, offset: 0, sort: 'relevance' } as const

async function ask(articles: readonly Omit<SmallArticle, 'number'>[], query: string) {
  const placed = articles.map((article, number) => ({ article: { ...article, number } }))
  const view = await memoryView([placed.slice(0, 1), placed.slice(1)], segmenter)
  return search(view, { query, ...everything })
}

describe('when no article has all words', () => {
  test('those with at least half of what the known words tell are found, and the rest is named', async () => {
    const letters = fc.uniqueArray(fc.constantFrom(...'abcdef'), { minLength: 1, maxLength: 4 })
    await fc.assert(
      fc.asyncProperty(
        fc.array(letters, { minLength: 1, maxLength: 8 }),
        letters,
        async (bodies, asked) => {
          const holders = (word: string) => bodies.filter((body) => body.includes(word)).length
          const weight = (word: string) =>
            Math.log(1 + (bodies.length - holders(word) + 0.5) / (holders(word) + 0.5))
          const sum = (words: readonly string[]) =>
            words.reduce((total, word) => total + weight(word), 0)
          const known = asked.filter((word) => holders(word) > 0)
          const result = await ask(
            bodies.map((body) => ({ title: '', body: body.join(' ') })),
            asked.join(' '),
          )
          const hasAll = bodies.some((body) => asked.every((word) => body.includes(word)))
          if (hasAll || known.length === 0 || asked.length < 2) {
            expect(result.relaxed).toBeUndefined()
            return
          }
          const found = bodies
            .map((body, number) => ({ body, number }))
            .filter(({ body }) => {
              const here = known.filter((word) => body.includes(word))
              return here.length > 0 && sum(here) >= sum(known) / 2 - 1e-9
            })
          expect(result.hits.map(({ id }) => id).sort()).toEqual(
            found.map(({ number }) => idOfNumber(number)).sort(),
          )
          const lacking = asked.filter((word) => !found.every(({ body }) => body.includes(word)))
          if (found.length > 0) expect(result.relaxed).toEqual(lacking)
        },
      ),
      { numRuns: 150 },
    )
  })

  test('conditions and exclusions still hold', async () => {
    const articles = [
      { title: '开源模型', body: '开源模型', source: '甲报', date: '2025-01-01' },
      { title: '开源漏洞', body: '开源漏洞', source: '乙报', date: '2025-02-01' },
    ]
    const only = async (query: string) =>
      (await ask(articles, query)).hits.map(({ title }) => title)
    expect(await only('开源 攻击')).toHaveLength(2)
    expect(await only('开源 攻击 -漏洞')).toEqual(['开源模型'])
    expect(await only('开源 攻击 source:乙')).toEqual(['开源漏洞'])
    expect(await only('开源 攻击 date:2025-01')).toEqual(['开源模型'])
  })

  test('a single word that stands nowhere finds nothing', async () => {
    const { total, relaxed } = await ask([{ title: '开源', body: '开源模型' }], '攻击')
    expect({ total, relaxed }).toEqual({ total: 0, relaxed: undefined })
  })

  test('words that the query shares with nothing are named alone', async () => {
    const { total, relaxed } = await ask([{ title: '开源', body: '开源模型' }], '开源 攻击')
    expect({ total, relaxed }).toEqual({ total: 1, relaxed: ['攻击'] })
  })
})
