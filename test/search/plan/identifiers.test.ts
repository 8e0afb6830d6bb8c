import { describe, expect, test } from 'vitest'
import { search } from '../../../src/search/search.ts'
import { dictionarySegmenter } from '../../helpers/dictionary-segmenter.ts'
import { idOfNumber, memoryView } from '../../helpers/memory-index.ts'

const BODIES = [
  '攻击者的服务器是 1[.]2[.]3[.]4，域名 evil[.]example[.]com 和 hxxps://bad[.]site/payload.exe。',
  '攻击者的服务器是 1.2.3.4，域名 good.example.com 和 https://nice.site/setup.exe。',
  'CVE-2025-24813 影响 Apache Tomcat，CVE-2025-248130 不存在。',
  'MD5 为 d41d8cd98f00b204e9800998ecf8427e，见 update_2025-03.tar.gz。',
  'Chrome v139.0.7258.66 修复，log4j2 与 log4j-core-2.14.1.jar 受影响。',
  'C++ 与 C# 都不是它，.NET 8 与 ASP.NET Core，Node.js。',
  'C 语言的指针与 C 编译器。',
  '关注 #AI_Safety 和 @elonmusk，邮箱 admin@corp.example.org。',
  '损失 1,000,000 美元，2024年3月15日 发布。',
  '损失 1000000 美元，2024-03 发布。',
  'CVE-2025-248 另有其事',
]

async function ask(query: string) {
  const placed = BODIES.map((body, number) => ({ article: { title: '甲', body, number } }))
  const view = await memoryView([placed], dictionarySegmenter(['攻击者', '服务器', '域名']))
  const { hits } = await search(view, { query, limit: 100, offset: 0, sort: 'relevance' })
  const marked = hits.map(({ snippets }) =>
    snippets.flatMap(({ text, marks }) => marks.map(([start, end]) => text.slice(start, end))),
  )
  return { ids: hits.map(({ id }) => id), marked }
}

describe('identifiers', () => {
  test.each<[string, number[]]>([
    ['1.2.3.4', [0, 1]],
    ['1[.]2[.]3[.]4', [0, 1]],
    ['2.3.4', []],
    ['evil.example.com', [0]],
    ['evil[.]example[.]com', [0]],
    ['example.com', [0, 1]],
    ['https://bad.site/payload.exe', [0]],
    ['hxxps://bad[.]site/payload.exe', [0]],
    ['CVE-2025-24813', [2]],
    ['24813', [2]],
    ['cve-2025-*', [2, 10]],
    ['D41D8CD98F00B204E9800998ECF8427E', [3]],
    ['tar.gz', [3]],
    ['139.0.7258.66', [4]],
    ['v139.0.7258.66', [4]],
    ['2.14.1', [4]],
    ['14.1', []],
    ['log4j2', [4]],
    ['log4j-core-2.14.1.jar', [4]],
    ['c++', [5]],
    ['C#', [5]],
    ['.net', [5]],
    ['asp.net', [5]],
    ['C', [6]],
    ['#ai_safety', [7]],
    ['@elonmusk', [7]],
    ['corp.example.org', [7]],
    ['1,000,000', [8, 9]],
    ['1000000', [8, 9]],
    ['2024-03', [8, 9]],
    ['2024年3月15日', [8]],
    ['2024-03-15', [8]],
  ])('%s finds them as a whole and by their parts', async (query, numbers) => {
    const { ids } = await ask(query)
    // What is a sentence of several words is widened; what was asked for comes first.
    expect(ids.slice(0, Math.max(1, numbers.length)).sort()).toEqual(numbers.map(idOfNumber).sort())
  })

  test.each([
    ['1.2.3.4', ['1[.]2[.]3[.]4', '1.2.3.4']],
    ['evil[.]example[.]com', ['evil[.]example[.]com']],
    ['1000000', ['1,000,000', '1000000']],
    ['139.0.7258.66', ['139.0.7258.66']],
  ])('%s is marked as it is written', async (query, written) => {
    const { marked } = await ask(query)
    expect(marked.flat().sort()).toEqual([...written].sort())
  })
})
