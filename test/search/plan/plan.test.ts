/** The plans of small queries: their terms, their parts, and what they say of the whole query. */

import { describe, expect, test } from 'vitest'
import { parse } from '../../../src/query/parse.ts'
import { listRequiredTerms, listWantedTerms } from '../../../src/search/plan/plan-terms.ts'
import { prepare } from '../../../src/search/plan/prepare.ts'
import { dictionarySegmenter } from '../../helpers/dictionary-segmenter.ts'
import { memoryView } from '../../helpers/memory-index.ts'

const WORDS = ['开源', '模型', '漏洞', '开源模型', '身份证', '身份', '份证', '软件', '软体']
const segmenter = dictionarySegmenter(WORDS)
const bodies = [
  '开源，模型。漏洞',
  '身份证，身份，份证',
  '开源漏洞',
  '软体 networks',
  'network',
  '模型漏洞',
]
const view = await memoryView(
  [bodies.map((body, number) => ({ article: { number, title: `n${number}`, body } }))],
  segmenter,
)
const planOf = (query: string) => prepare(view, parse(query).root)

describe('the words of a plan', () => {
  test.each([
    ['开源 漏洞', ['开源', '漏洞']],
    ['开源漏洞', ['开源', '漏洞']],
    ['开源 -漏洞', ['开源']],
    ['network', ['network']],
    ['开源 OR 漏洞', ['开源']],
    ['site:a.cn', []],
  ])('%s', async (query, words) => {
    const { plan } = await planOf(query)
    expect(listRequiredTerms(plan).map(({ text }) => text)).toEqual(words)
  })

  test('that are excluded are neither marked nor scored', async () => {
    const { plan, needles, words } = await planOf('开源 -漏洞')
    expect(listWantedTerms(plan).map(({ term }) => term.text)).not.toContain('漏洞')
    expect(needles.map(({ text }) => text)).not.toContain('漏洞')
    expect(words.map(({ text }) => text)).toEqual(['开源'])
  })

  test('of titles are marked, but not looked for in texts', async () => {
    const { needles, words } = await planOf('title:开源')
    expect(needles.map(({ text }) => text)).toContain('开源')
    expect(words).toEqual([])
  })
})

describe('what a word is widened to', () => {
  test('weighs less: another number, another region', async () => {
    const weights = new Map(
      listWantedTerms((await planOf('network 软件')).plan).map(({ term }) => [
        term.text,
        term.weight,
      ]),
    )
    expect([...weights.keys()]).toEqual(
      expect.arrayContaining(['network', 'networks', '软件', '软体']),
    )
    expect(weights.get('networks')).toBeLessThan(weights.get('network') ?? 0)
  })

  test('is told where another region calls it otherwise', async () => {
    const { notices } = await planOf('软件')
    expect(notices.map(({ kind, text }) => [kind, text])).toEqual([['widened', '软件']])
  })

  test('includes the words inside it, for scores alone', async () => {
    const { parts, plan } = await planOf('身份证')
    expect(parts.map(({ text }) => text).sort()).toEqual(['份证', '身份'])
    expect(listRequiredTerms(plan).map(({ text }) => text)).toEqual(['身份证'])
  })
})

describe('what a plan says of the whole query', () => {
  test.each<[string, string[], number]>([
    ['开源漏洞 network', ['开源', '漏洞', 'network'], 0],
    ['开源 title:漏洞', ['开源'], 1],
    ['开源 "漏洞" -模型', ['开源'], 2],
    ['开源 +漏洞', ['开源'], 1],
    ['开源 AND 漏洞', [], 1],
    ['开源 (漏洞 OR 模型) lang:zh', ['开源'], 2],
  ])('of %s articles may lack %s', async (query, words, fixed) => {
    const prepared = await planOf(query)
    expect(prepared.units.map(({ text }) => text)).toEqual(words)
    expect(prepared.fixed).toHaveLength(fixed)
  })

  test('words that articles hold side by side are found by the pair where they meet', async () => {
    expect((await planOf('开源 漏洞')).phraseArticles?.map((set) => [...set])).toEqual([[2]])
    expect((await planOf('模型漏洞')).phraseArticles?.map((set) => [...set])).toEqual([[5]])
    expect((await planOf('开源')).phraseArticles).toBeUndefined()
    expect((await planOf('network 漏洞')).phraseArticles).toBeUndefined()
  })
})
