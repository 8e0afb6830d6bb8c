/** Pages without a menu around them: every line is their author's. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanPage } from '../../../src/corpus/clean/clean.ts'
import { pageLines } from '../../../src/corpus/markdown/page-lines.ts'
import { pageOf } from './site.ts'

function bodyOf(title: string, markdown: string): string {
  const { status, blocks } = cleanPage(pageOf(title, markdown), [])
  expect(status).toBe('article')
  return blocks.map(({ text }) => text).join('\n')
}

const prose = '梯田要在霜降以前放水，泥鳅和田螺由孩子们收走，剩下的活归水牛。'

describe('what an author writes stays', () => {
  test.each([
    ['a lead above the first heading', `${prose}\n\n# 梯田\n\n${prose}`, prose],
    ['a headline that comes back', `# 梯田\n\n${prose}\n\n## 梯田\n\n冬天的田。`, '梯田\n冬天'],
    [
      'a table of contents',
      '# 梯田\n\n## 目录\n\n- [放水](#a)\n- [翻土](#b)\n- [育秧](#c)\n\n## 放水\n\n水渠。\n\n## 翻土\n\n犁。\n\n## 育秧\n\n秧。',
      '放水\n翻土\n育秧',
    ],
    ['a note on the author', `# 梯田\n\n${prose}\n\n作者：罗水根`, '作者：罗水根'],
    ['a date above the text', `# 梯田\n\n2024-11-02\n\n${prose}`, '2024-11-02'],
    [
      'advice to read on',
      `# 梯田\n\n${prose}\n\n## 延伸阅读\n\n- [水牛的一生](https://field.example/b)`,
      '延伸阅读\n水牛的一生',
    ],
    [
      'who translated it',
      `# 梯田\n\n${prose}\n\n本文由 [稻社](https://rice.example) 原创编译，荣誉推出`,
      '原创编译',
    ],
  ])('%s', (_, markdown, part) => {
    expect(bodyOf('梯田', markdown)).toContain(part)
  })

  test.each([
    ['a poem', '牛背斜阳\n\n短笛无腔\n\n一蓑烟雨\n\n任他四方'],
    ['a small table', '| 品种 | 亩产 |\n|---|---|\n| 红米 | 三百斤 |'],
    [
      'a list of links',
      '- [红米怎么煮](https://rice.example/1)\n- [水渠怎么修](https://rice.example/2)',
    ],
    ['one block of code', '```py\nprint("paddy")\n```'],
    ['question and answer', '问：几月插秧？\n\n答：五月。'],
    ['a caption', '![](https://rice.example/a.jpg)\n\n寨门外的老水车'],
    ['one word', '待续'],
    ['a script', '```js\nvar x = 1\nfunction f() {}\n```'],
  ])('%s is an article', (_, markdown) => {
    const wanted = pageLines(markdown).map(({ text }) => text)
    expect(bodyOf('山里的日子', `# 山里的日子\n\n${markdown}`)).toBe(wanted.join('\n'))
  })

  test('every line but the title, whatever they are', () => {
    const line = fc.constantFrom(
      ...[
        prose,
        `${prose}${prose}`,
        '## 梯田',
        '## 秧',
        '- 红米',
        '> 谚语说，霜降放水。',
        '```\nx\n```',
      ],
      ...['2024年3月5日', '作者：罗水根', '[水牛](https://field.example)', '', '| 甲 | 乙 |'],
    )
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), (lines) => {
        const links = lines.filter((text) => text.startsWith('[')).length
        fc.pre(links < 3)
        const page = pageOf('梯田', `# 梯田\n\n${prose}\n\n${lines.join('\n\n')}`)
        const { removed } = cleanPage(page, [])
        expect(removed).toEqual([{ reason: 'before', text: '梯田', blocksBefore: 0 }])
      }),
    )
  })
})
