/** A page as the lines a reader sees, with the kinds of their blocks. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lineKey } from '../../../src/corpus/markdown/line-key.ts'
import { pageLines } from '../../../src/corpus/markdown/page-lines.ts'

function shape(markdown: string): readonly string[] {
  return pageLines(markdown).map(({ kind, text }) => `${kind}: ${text}`)
}

/** How many lines each block has. */
function blockSizes(markdown: string): readonly number[] {
  const sizes = new Map<number, number>()
  for (const { block } of pageLines(markdown)) sizes.set(block, (sizes.get(block) ?? 0) + 1)
  return [...sizes.values()]
}

describe('blocks', () => {
  test('headings, paragraphs and quotes', () => {
    expect(shape('# 标题\n正文一\n正文二\n\n另一段\n> 引用\n> > 引用里的引用\n续行')).toEqual([
      'heading: 标题',
      'paragraph: 正文一',
      'paragraph: 正文二',
      'paragraph: 另一段',
      'quote: 引用',
      'quote: 引用里的引用',
      'quote: 续行',
    ])
  })

  test('a paragraph is one block, an empty line ends it', () => {
    expect(blockSizes('一\n二\n\n三')).toEqual([2, 1])
  })

  test('lists with nested, loose and continued items are one block', () => {
    const list = '* 甲\n  + 乙\n\n    乙的第二段\n* ### 丙\n1. 丁\n10) 戊'
    expect(shape(list)).toEqual([
      'list: 甲',
      'list: 乙',
      'list: 乙的第二段',
      'list: 丙',
      'list: 丁',
      'list: 戊',
    ])
    expect(blockSizes(list)).toEqual([6])
  })

  test('a paragraph after a list is no item', () => {
    expect(shape('* 甲\n\n后文')).toEqual(['list: 甲', 'paragraph: 后文'])
  })

  test('a table has its cells between tabs and no rule', () => {
    expect(shape('| 编号 | 影响 |\n| --- | :-: |\n| CVE-2025-1 | **高** |')).toEqual([
      'table: 编号\t影响',
      'table: CVE-2025-1\t高',
    ])
  })

  test('rules are not text, and an underline makes a heading', () => {
    expect(shape('标题\n====\n\n* * *\n---\n正文\n\n小节\n---\n')).toEqual([
      'heading: 标题',
      'paragraph: 正文',
      'heading: 小节',
    ])
    expect(shape('一行\n又一行\n---\n')).toEqual(['paragraph: 一行', 'paragraph: 又一行'])
  })

  test('a link around a heading leaves the heading', () => {
    expect(shape('[## 栏目](https://example.com)')).toEqual(['heading: 栏目'])
  })
})

describe('fenced code', () => {
  test('is one line, taken as it stands', () => {
    expect(shape('前文\n\n```python\n# 不是标题\n  * [x](y)\n\n**z**\n```\n后文')).toEqual([
      'paragraph: 前文',
      'code: # 不是标题\n  * [x](y)\n\n**z**',
      'paragraph: 后文',
    ])
  })

  test('holds to the end where the fetcher cut it', () => {
    expect(shape('```\nwhile true; do\n  curl http://1.2.3.4')).toEqual([
      'code: while true; do\n  curl http://1.2.3.4',
    ])
  })

  test('ends at a fence of its own sign and length only', () => {
    expect(shape('````\na\n```\n~~~\nb\n````\nc')).toEqual(['code: a\n```\n~~~\nb', 'paragraph: c'])
  })

  test('inside a list item', () => {
    expect(shape('* 步骤\n  ```\n  make\n  ```\n* 完成')).toEqual([
      'list: 步骤',
      'code:   make',
      'list: 完成',
    ])
  })
})

describe('lines', () => {
  test('say how much of them is link text', () => {
    expect(pageLines('见[公告](a)吧\n\n[全是链接](b)').map((line) => line.linkedUnits)).toEqual([
      2, 4,
    ])
  })

  test('lose no-break and zero-width spaces', () => {
    expect(shape('前\u00a0\u00a0后\u200b\ufeff  尾\n\ufeff\n \u00a0')).toEqual([
      'paragraph: 前 后 尾',
    ])
  })

  test('are not parted by what has no width', () => {
    expect(shape('桅\u200b杆上的风\u2060向标\ufeff转了 \u200b 半圈')).toEqual([
      'paragraph: 桅杆上的风向标转了 半圈',
    ])
  })

  test('have the key of what is seen of them', () => {
    const pieces = [
      '字',
      'Ab',
      '12',
      ' ',
      '\u3000',
      '\u200b',
      '\n',
      '\n\n',
      '# ',
      '* ',
      '> ',
      '|',
      '```',
    ]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces)), (parts) => {
        const lines = pageLines(parts.join(''))
        expect(lines.map(({ key }) => key)).toEqual(lines.map(({ text }) => lineKey(text)))
      }),
    )
  })
})

test.each([
  '# ',
  '> ',
  '* ',
  '1. ',
  '| a |\n',
  '```\n',
  '  ',
  '>'.repeat(1000),
  '* '.repeat(1000),
  '---\n',
  '\n',
])(
  'a megabyte of %j is read in time that grows with its length',
  (piece) => {
    const markdown = piece.repeat(Math.ceil(1_000_000 / piece.length))
    expect(pageLines(markdown).length).toBeLessThanOrEqual(markdown.length)
  },
  15_000,
)
