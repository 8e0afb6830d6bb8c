import { expect, test } from 'vitest'
import type { Block } from '../../../src/corpus/article.ts'
import { listHeadings } from '../../../src/search/show/headings.ts'

const heading = (text: string): Block => ({ kind: 'heading', level: 2, text }) as Block
const paragraph = (text: string): Block => ({ kind: 'paragraph', text }) as Block

test('headings stand where the body has them, but for the title and empty ones', () => {
  const blocks = [
    heading('开源模型'),
    paragraph('第一段'),
    heading('原理'),
    heading(' '),
    paragraph('第二段'),
    heading('结论'),
  ]
  const body = blocks.map(({ text }) => text).join('\n')
  const headings = listHeadings(blocks, '《开源模型》')
  expect(headings.map(({ start, end }) => body.slice(start, end))).toEqual(['原理', '结论'])
})
