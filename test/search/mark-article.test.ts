/** What is marked where a found article is shown. */

import { describe, expect, test } from 'vitest'
import { markTexts } from '../../src/search/mark-article.ts'
import { dictionarySegmenter } from '../helpers/dictionary-segmenter.ts'
import { memoryView } from '../helpers/memory-index.ts'

const bodies = ['开源模型的漏洞', '软体 vulnerabilities', 'gpt-oss gpt-4 net', '2025年3月1日']
const view = await memoryView(
  [bodies.map((body, number) => ({ article: { number, title: 'x', body } }))],
  dictionarySegmenter(['开源', '模型', '漏洞', '软体', '软件']),
)

async function marked(query: string, text: string): Promise<readonly string[]> {
  const [marks = []] = await markTexts(view, query, '2025-03-02', [text])
  return marks.map(([start, end]) => text.slice(start, end))
}

describe('a query marks', () => {
  test.each([
    ['漏洞 开源', '开源模型的漏洞，開源', ['开源', '漏洞', '開源']],
    ['开源模型', '开源与模型', ['开源', '模型']],
    ['"模型的"', '开源模型的漏洞', ['模型的']],
    ['title:漏洞', '漏洞', ['漏洞']],
    ['page:漏洞 in:page', '漏洞', ['漏洞']],
    ['开源 -漏洞', '开源漏洞', ['开源']],
    ['开源 OR (漏洞 模型)', '模型，漏洞，开源', ['模型', '漏洞', '开源']],
    ['net', 'net .net network 网net', ['net', 'net', 'net']],
    ['gpt*', 'GPT-4 and gptx', ['GPT', 'gptx']],
    ['gpt-*', 'gpt-oss 与 gpt', ['gpt-oss']],
    ['vulnerability', 'vulnerabilities', ['vulnerabilities']],
    ['软件', '软体', ['软体']],
    ['2025-03-01', '发布于 2025年3月1日。', ['2025年3月1日']],
    ['source:漏洞', '漏洞', []],
    ['漏洞', '', []],
    ['-漏洞', '漏洞', []],
  ])('of %s in %s: %j', async (query, text, expected) => {
    expect(await marked(query, text)).toEqual(expected)
  })

  test('each text by itself, in their order', async () => {
    expect(await markTexts(view, '漏洞', '2025-03-02', ['无', '漏洞漏洞', '一漏洞'])).toEqual([
      [],
      [[0, 4]],
      [[1, 3]],
    ])
    expect(await markTexts(view, '漏洞', '2025-03-02', [])).toEqual([])
  })
})
