/** Particles and question words never decide whether an article matches. */

import { expect, test } from 'vitest'
import { search } from '../../../src/search/search.ts'
import { dictionarySegmenter } from '../../helpers/dictionary-segmenter.ts'
import { memoryView } from '../../helpers/memory-index.ts'

const segmenter = dictionarySegmenter(['泄露', '隐私', '什么', '怎么', '防火墙', '泄露隐私'])

const articles = [
  { number: 0, title: '助手', body: 'chatbot 泄露 用户的隐私。' },
  { number: 1, title: '问答', body: '怎么办呢？你吃了吗？这是什么？' },
  { number: 2, title: 'guide', body: 'The art of firewall rules: what to do and how.' },
  { number: 3, title: 'rules', body: 'firewall rules' },
  { number: 4, title: '墙', body: '防火墙' },
]

async function titlesOf(query: string): Promise<readonly string[]> {
  const view = await memoryView([articles.map((article) => ({ article }))], segmenter)
  const request = { query, limit: 10, offset: 0, sort: 'relevance' } as const
  const { hits } = await search(view, request)
  const complete = hits.filter(({ lacks }) => lacks === undefined)
  return complete.map(({ title }) => title).sort()
}

test.each([
  ['chatbot泄露隐私', ['助手']],
  ['chatbot泄露隐私吗', ['助手']],
  ['chatbot 怎么 泄露 隐私 呢', ['助手']],
  ['什么是防火墙', ['墙']],
  ['what are the rules of a firewall', ['guide', 'rules']],
  ['how 防火墙', ['墙']],
  ['title:rules title:怎么', ['rules']],
])('%s finds what has its other words', async (query, titles) => {
  expect(await titlesOf(query)).toEqual(titles)
})

test.each([
  ['怎么', ['问答']],
  ['什么吗', ['问答']],
  ['the of', ['guide']],
  ['怎么 -防火墙', ['问答']],
  ['how is:article', ['guide']],
  ['隐私 OR 怎么', ['助手', '问答']],
  ['in:page 怎么', ['问答']],
])('%s asks for nothing else, and finds it', async (query, titles) => {
  expect(await titlesOf(query)).toEqual(titles)
})

test.each([
  ['rules "how"', ['guide']],
  ['rules +how', ['guide']],
  ['rules AND how', ['guide']],
  ['rules -how', ['rules']],
])('in %s it is meant', async (query, titles) => {
  expect(await titlesOf(query)).toEqual(titles)
})

test('it is not told as lacking', async () => {
  const view = await memoryView([articles.map((article) => ({ article }))], segmenter)
  const request = {
    query: 'why 怎么 防火墙 隐私',
    limit: 10,
    offset: 0,
    sort: 'relevance',
  } as const
  const { hits } = await search(view, request)
  expect(hits.map(({ title }) => title).sort()).toEqual(['助手', '墙'])
  expect(hits.map(({ title, lacks }) => [title, lacks]).sort()).toEqual([
    ['助手', ['防火墙']],
    ['墙', ['隐私']],
  ])
})

test('what is typed again between them asks for nothing more', async () => {
  const view = await memoryView([articles.map((article) => ({ article }))], segmenter)
  const request = { limit: 10, offset: 0, sort: 'relevance' } as const
  const scores = ['隐私的泄露', '隐私的泄露的隐私的泄露'].map(async (query) => {
    const { hits } = await search(view, { query, explain: true, ...request })
    return hits.map(({ explanation }) => explanation?.parts.filter(({ kind }) => kind === 'term'))
  })
  const [once, twice] = await Promise.all(scores)
  expect(twice).toEqual(once)
  expect(once).toHaveLength(1)
})
