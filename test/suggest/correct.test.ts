import { expect, test } from 'vitest'
import { parse } from '../../src/query/parse.ts'
import { print } from '../../src/query/print.ts'
import type { QueryNode } from '../../src/query/query.ts'
import { correctedQueries, type TextNode } from '../../src/suggest/correct.ts'
import { lexiconOf } from '../../src/suggest/lexicon.ts'

const lexicon = lexiconOf({
  words: ['microsoft', 'vulnerability', 'kubernetes'].map((text, place) => ({
    text,
    articles: 100 - place,
  })),
  sources: [],
})
const knowledge = { lexicon, syllablesOf: () => [], count: async () => 1 }

function textsIn(node: QueryNode): readonly TextNode[] {
  if (node.kind === 'word' || node.kind === 'phrase') return [node]
  return node.kind === 'and' || node.kind === 'or' ? node.children.flatMap(textsIn) : []
}

/** Corrections of a query whose words are all doubtful but for those that are right. */
async function correct(text: string): Promise<readonly string[]> {
  const { root } = parse(text)
  const doubtful = textsIn(root).filter((node) => lexicon.word(node.text) === undefined)
  const queries = await correctedQueries(knowledge, root, doubtful)
  return queries.map((other) => print({ root: other, warnings: [] }))
}

test('all doubtful words are corrected first, then one after the other', async () => {
  expect(await correct('microsfot vulnerabilty')).toEqual([
    'microsoft vulnerability',
    'microsoft vulnerabilty',
    'microsfot vulnerability',
  ])
})

test('what is not doubtful stays as it is', async () => {
  expect(await correct('kubernetes vulnerabilty -linux source:news')).toEqual([
    'kubernetes vulnerability -linux source:news',
  ])
  expect(await correct('(kubernetes OR microsfot) "vulnerabilty"')).toContain(
    'kubernetes OR microsoft "vulnerability"',
  )
})

test('a query is corrected in no more ways than can be tried, and in none twice', async () => {
  const all = await correct('microsfot vulnerabilty kubernets OR microsft OR vulnerabilit')
  expect(all.length).toBeLessThanOrEqual(8)
  expect(new Set(all).size).toBe(all.length)
})

test('what has no likely reading is left alone', async () => {
  expect(await correct('qwertzuiop')).toEqual([])
})

test('a reading with a run of Chinese that no article has is dropped', async () => {
  const words = [{ text: '漏洞', articles: 9, sound: 'lou dong' }]
  const { root } = parse('漏懂')
  const knowing = (articles: number) => ({
    lexicon: lexiconOf({ words, sources: [] }),
    syllablesOf: () => ['lou', 'dong'],
    count: async () => articles,
  })
  expect(await correctedQueries(knowing(1), root, textsIn(root))).toEqual([parse('漏洞').root])
  expect(await correctedQueries(knowing(0), root, textsIn(root))).toEqual([])
})
