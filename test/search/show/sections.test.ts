import { describe, expect, test } from 'vitest'
import type { Block, BlockKind } from '../../../src/corpus/article.ts'
import { bodyOf } from '../../../src/index/store/article-record.ts'
import { listSections, wholeSection } from '../../../src/search/show/sections.ts'

const block = (kind: BlockKind, text: string): Block => ({ kind, text })
const heading = (text: string) => block('heading', text)
const paragraph = (text: string) => block('paragraph', text)

/** Each section as 'heading > text', code with a '$' before it. */
function told(blocks: readonly Block[], title: string): string[] {
  const body = bodyOf({ blocks })
  return listSections(blocks, title).map(({ range, heading, isCode }) => {
    const above = heading === undefined ? '' : `${body.slice(...heading)} > `
    return `${isCode ? '$' : ''}${above}${body.slice(...range)}`
  })
}

describe('a section', () => {
  test('is all that stands under a heading, without the spaces around it', () => {
    const blocks = [
      paragraph(' 引言 '),
      heading('原理'),
      paragraph('第二段'),
      block('list', '甲\n乙\n'),
      heading(' '),
      heading('结论 '),
      paragraph('完'),
    ]
    expect(told(blocks, '')).toEqual(['引言', '原理 > 第二段\n甲\n乙', '结论 > 完'])
  })

  test('of code is one block, under the same heading as the text around it', () => {
    const blocks = [heading('用法'), paragraph('先装'), block('code', 'npm i'), paragraph('后用')]
    expect(told(blocks, '')).toEqual(['用法 > 先装', '$用法 > npm i', '用法 > 后用'])
  })

  test('is a heading with nothing under it', () => {
    const blocks = [heading('上'), heading('下'), paragraph('文'), heading('尾')]
    expect(told(blocks, '')).toEqual(['上', '下 > 文', '尾'])
  })

  test('is not what only says the title again, unless there is nothing else', () => {
    const blocks = [heading('开源模型'), paragraph('开源 模型！'), paragraph('今天发布。')]
    expect(told(blocks, '《开源模型》')).toEqual(['今天发布。'])
    expect(told(blocks.slice(0, 1), '《开源模型》')).toEqual(['开源模型'])
  })

  test('has no heading above it that is too wide to be shown whole', () => {
    const wide = '很长的一段话，'.repeat(40)
    expect(told([heading(wide), paragraph('正文')], '')).toEqual([`${wide}\n正文`])
  })

  test('of a text without blocks is all of it, if there is any', () => {
    expect(wholeSection(' 一行\n两行 ')).toEqual([{ range: [1, 6], isCode: false }])
    expect(wholeSection(' \n')).toEqual([])
  })
})
