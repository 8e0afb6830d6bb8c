import { expect, test } from 'vitest'
import { MOST_WORDS } from '../../../src/search/lists/expand.ts'
import type { IndexView } from '../../../src/search/lists/index-view.ts'
import { search } from '../../../src/search/search.ts'
import { dictionarySegmenter } from '../../helpers/dictionary-segmenter.ts'
import { idOfNumber, memoryView } from '../../helpers/memory-index.ts'

const BODIES = [
  'Apache Tomcat 的 CVE-2025-24813 已经修复',
  '去年的 CVE-2024-3094 是 xz 的后门',
  'CVE-2025-3248，Langflow 远程代码执行',
  'gpt-oss-120b 是开源模型',
  'vulnerability 与 vulnerable',
  '主机 10.0.0.12 与 10.0.1.1',
]

function viewOf(bodies: readonly string[]): Promise<IndexView> {
  const rows = bodies.map((body, number) => ({ article: { title: '甲', body, number } }))
  const middle = Math.ceil(rows.length / 2)
  return memoryView(
    [rows.slice(0, middle), rows.slice(middle)],
    dictionarySegmenter(['开源', '模型']),
  )
}

async function found(view: IndexView, query: string) {
  const { hits, warnings = [] } = await search(view, {
    query,
    limit: 1000,
    offset: 0,
    sort: 'relevance',
  })
  return { ids: hits.map(({ id }) => id).sort(), hits, warnings }
}

const idsOf = (...numbers: number[]) => numbers.map(idOfNumber).sort()

test.each<[string, number[]]>([
  ['cve-2025-*', [0, 2]],
  ['CVE－２０２５－＊', [0, 2]],
  ['cve-*', [0, 1, 2]],
  ['248*', [0]],
  ['vuln*', [4]],
  ['10.0.0.*', [5]],
  ['gpt-*', [3]],
  ['开源gp*', [3]],
  ['是开*', [3]],
  ['cve-* -cve-2025-*', [1]],
  ['vuln* OR gpt*', [3, 4]],
])('%s finds the articles with such words', async (query, numbers) => {
  expect((await found(await viewOf(BODIES), query)).ids).toEqual(idsOf(...numbers))
})

test('of more words than are looked for the commonest are, and the reply says so', async () => {
  const rare = Array.from({ length: MOST_WORDS + 40 }, (_, i) => `w${String(i).padStart(3, '0')}`)
  const common = rare.slice(200)
  const view = await viewOf([...rare, common.join(' ')])
  const { ids, warnings } = await found(view, '甲 w*')
  expect(warnings).toEqual([
    { kind: 'limited', position: 2, message: expect.stringMatching(/more than 256 words/) },
  ])
  for (const i of common.keys()) expect(ids).toContain(idOfNumber(200 + i))
  expect(ids.length).toBe(MOST_WORDS + 1)
  expect((await found(view, 'w0*')).warnings).toEqual([])
})

test('a fifth beginning in a query is a plain word', async () => {
  const { warnings } = await found(await viewOf(BODIES), 'a* b* c* d* e*')
  expect(warnings).toMatchObject([{ kind: 'limited', position: 12 }])
})

test('a word of many beginnings scores as one word', async () => {
  const view = await viewOf(['apple apples', 'apple apple', '乙', '丙'])
  const { hits } = await found(view, 'apple*')
  expect(hits[0]?.score).toBeCloseTo(hits[1]?.score ?? 0, 9)
})
