/** A set of questions is judged by the real search over an index of its documents. */

import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { openIndex } from '../../src/engine.ts'
import { evaluateFolder, judgeQuestions } from '../../src/evaluate/evaluate.ts'
import { indexSet } from '../../src/evaluate/index-set.ts'
import type { SearchRequest } from '../../src/search/answers/result.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'souwen-set-'))
  // Other tests make such folders at the same time.
  vi.stubEnv('TMPDIR', folder)
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

const DOCUMENTS = [
  { id: '果园', title: '苹果丰收', text: '今年的苹果又大又甜，果农忙着采摘。' },
  { id: 'doc/2', title: '', text: '供应链攻击迅速扩大，攻击者改动了安装脚本。' },
  { id: 'doc 3', title: '书店', text: '雨后的书店特别热闹。' },
]

function writeSet(queries: string, qrels: string): void {
  writeFileSync(join(folder, 'docs.jsonl'), DOCUMENTS.map((one) => JSON.stringify(one)).join('\n'))
  writeFileSync(join(folder, 'queries.jsonl'), queries)
  writeFileSync(join(folder, 'qrels.tsv'), qrels)
}

/** Indexes of evaluations that somebody left behind. */
const left = () => readdirSync(folder).filter((name) => name.startsWith('souwen-evaluate-'))

describe('a set', () => {
  test('is judged question by question, and nothing is left of its index', async () => {
    writeSet(
      '{"id":"1","text":"苹果"}\n{"id":"2","text":"攻击者"}\n{"id":"3","text":"书店"}\n',
      // The second question asks for a document that it does not find, and for the one that it finds.
      '1\t果园\t1\n2\tdoc/2\t1\n2\t果园\t1\n3\tdoc/2\t1\n',
    )
    const { documents, questions, mean } = await evaluateFolder(folder)
    expect(documents).toBe(3)
    // One of two answers, in the first place: 1 / (1 + 1 / log2(3)).
    const half = 1 / (1 + 1 / Math.log2(3))
    expect(questions).toEqual([
      { id: '1', text: '苹果', ndcg: 1, mrr: 1, recall: 1 },
      { id: '2', text: '攻击者', ndcg: half, mrr: 1, recall: 0.5 },
      { id: '3', text: '书店', ndcg: 0, mrr: 0, recall: 0 },
    ])
    expect(mean).toEqual({ ndcg: (1 + half) / 3, mrr: 2 / 3, recall: 0.5 })
    expect(left()).toEqual([])
  })

  test('that is wrong is refused before anything is made of it', async () => {
    writeSet('{"id":"1"}\n', '1\t果园\t1\n')
    await expect(evaluateFolder(folder)).rejects.toThrow('queries.jsonl, line 1: has no "text"')
    expect(left()).toEqual([])
  })
})

test('a question is asked for the first hundred by relevance, one after the other', async () => {
  const asked: SearchRequest[] = []
  let running = 0
  const questions = ['甲', '乙'].map((text, n) => ({
    id: `${n}`,
    text,
    judgements: new Map([['果园', 1]]),
  }))
  await judgeQuestions({ documents: DOCUMENTS, questions }, async (request) => {
    expect(++running).toBe(1)
    asked.push(request)
    await Promise.resolve()
    running--
    return { hits: [] }
  })
  expect(asked).toEqual(
    ['甲', '乙'].map((query) => ({
      query,
      limit: 100,
      offset: 0,
      sort: 'relevance',
      withoutSnippets: true,
    })),
  )
})

describe('the documents of a set', () => {
  test('are articles under their ids, word for word', async () => {
    const text = '[首页](/)\n\n# 不是标题\n\n版权所有'
    await indexSet(join(folder, 'index'), [...DOCUMENTS, { id: '原文', title: '原 文', text }])
    const backend = await openIndex(join(folder, 'index'))
    for (const { id, title } of DOCUMENTS)
      expect(await backend.article(id)).toMatchObject({ path: id, title, status: 'article' })
    // Nothing is taken for Markdown or for furniture.
    expect(await backend.article('原文')).toMatchObject({
      title: '原 文',
      blocks: [{ kind: 'paragraph', text }],
      removed: [],
    })
    await backend.close()
  })

  test('are all there, also where two have one text', async () => {
    const text = '同一篇报道，一字不差。'.repeat(10)
    const copies = ['甲', '乙', '丙'].map((id) => ({ id, title: '报道', text }))
    await indexSet(join(folder, 'index'), copies)
    const backend = await openIndex(join(folder, 'index'))
    const request = { query: '报道', limit: 10, offset: 0, sort: 'relevance' } as const
    const { hits } = await backend.search(request)
    expect(hits.map(({ path }) => path).sort()).toEqual(['丙', '乙', '甲'])
    await backend.close()
  })
})
