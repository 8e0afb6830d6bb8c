/** The owner's synonyms widen queries, with a notice. */

import { expect, test } from 'vitest'
import { search } from '../../../src/search/search.ts'
import { synonymsOf } from '../../../src/text/synonyms.ts'
import { dictionarySegmenter } from '../../helpers/dictionary-segmenter.ts'
import { memoryView } from '../../helpers/memory-index.ts'

const segmenter = dictionarySegmenter(['大模型', '泄露', '开源', '漏洞', '单词', '其他'])
const BODIES = [
  '开源大模型泄露。',
  'An LLM leaks 泄露.',
  'large language model 泄露',
  'large model, no language 泄露',
  'ipod 漏洞',
  'i pod 漏洞',
  '其他单词',
]
const RULES = ['大模型, llm, large language model', 'i pod => ipod', '单词 => 漏洞']

async function ask(query: string) {
  const placed = BODIES.map((body, number) => ({ article: { number, title: `t${number}`, body } }))
  const view = await memoryView([placed.slice(0, 3), placed.slice(3)], segmenter)
  const {
    hits,
    total,
    warnings = [],
  } = await search(
    { ...view, synonyms: synonymsOf(RULES) },
    { query, limit: 10, offset: 0, sort: 'relevance' },
  )
  const ids = hits.slice(0, total).map(({ title }) => Number(title.slice(1)))
  return {
    found: ids.toSorted(),
    first: ids[0],
    words: warnings.flatMap(({ words = [] }) => words),
  }
}

test.each<[string, number[]]>([
  ['大模型 泄露', [0, 1, 2]],
  ['大模型泄露', [0, 1, 2]],
  ['llm泄露', [0, 1, 2]],
  ['large language model', [0, 1, 2, 3]],
  ['i pod', [4, 5]],
  ['ipod', [4]],
  ['单词', [4, 5, 6]],
  ['开源 大模型', [0]],
  ['"大模型"', [0]],
  ['泄露 -大模型', [1, 2, 3]],
])('%s finds what has it or a synonym', async (query, found) => {
  expect((await ask(query)).found).toEqual(found)
})

test('of very many synonyms the first are looked for, and that is said', async () => {
  const many = Array.from({ length: 40 }, (_, i) => `name${i}`)
  const placed = many.map((body, number) => ({ article: { number, title: 't', body } }))
  const view = await memoryView([placed], segmenter)
  const { total, warnings } = await search(
    { ...view, synonyms: synonymsOf([many.join(', ')]) },
    { query: 'name0', limit: 1, offset: 0, sort: 'relevance' },
  )
  expect(total).toBe(17)
  expect(warnings?.map(({ kind }) => kind)).toEqual(['widened', 'limited'])
})

test('what has the word itself comes first, and the others are told', async () => {
  expect(await ask('大模型 泄露')).toMatchObject({
    first: 0,
    words: ['llm', 'large language model'],
  })
})
