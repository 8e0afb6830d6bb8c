/** The lines above an article, as feed readers write them. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { NO_FIELDS } from '../../../src/corpus/read/fields.ts'
import { MAXIMUM_FRONT_MATTER, readFrontMatter } from '../../../src/corpus/read/front-matter.ts'

const fieldOf = (line: string, field: 'title' | 'url' | 'source' | 'date' = 'title') =>
  readFrontMatter(`---\n${line}\n---\n正文`).fields[field]

describe('values are taken as written', () => {
  test.each([
    ['a colon', 'title: 漏洞通报: Tomcat 部分 PUT', '漏洞通报: Tomcat 部分 PUT'],
    ['a bracket', 'title: [综述] 编程语言', '[综述] 编程语言'],
    ['a hash', 'title: C# 与 #随笔', 'C# 与 #随笔'],
    ['quotes at one end', 'title: "默认安全" 要花多少钱', '"默认安全" 要花多少钱'],
    ['quotes at both ends that are not one value', 'title: "甲" 和 "乙"', '"甲" 和 "乙"'],
    ['percent, at, backtick', 'title: `%@`', '`%@`'],
    ['markup', 'title: <script>alert(1)</script>', '<script>alert(1)</script>'],
    ['a separator of lines that ends no line here', 'title: 上\u2028下', '上 下'],
    ['a backslash that is no escape of YAML', 'title: "C:\\dir 目录"', '"C:\\dir 目录"'],
    ['one quote', 'title: "', '"'],
    ['a mark that nobody sees', 'title: 搜\uFEFF文', '搜文'],
    ['nothing', 'title:', ''],
    ['no blank after the colon', 'title:标题', '标题'],
    ['another case', 'Title: 标题', '标题'],
  ])('%s', (_, line, expected) => {
    expect(fieldOf(line)).toBe(expected)
  })

  test.each([
    ['double quotes', 'title: "甲 \\"乙\\" 丙"', '甲 "乙" 丙'],
    ['single quotes', "title: '它''s 好'", "它's 好"],
    ['escaped Chinese', 'title: "\\u641c\\u6587 \\xe9\\U0001F600 \\ud83d\\ude00"', '搜文 é😀 😀'],
    ['half a character', 'title: "\\ud83d 半"', '\uFFFD 半'],
    ['no character', 'title: "\\UFFFFFFFF"', '\uFFFD'],
    ['a quoted value over two lines', 'title: "第一行 a\\\n  \\ b\\n\n  c"', '第一行 a b c'],
    ['an empty one', "title: ''", ''],
    ['a folded value', 'title: >-\n  第一行\n  第二行', '第一行 第二行'],
  ])('but for YAML that cannot be anything else: %s', (_, line, expected) => {
    expect(fieldOf(line)).toBe(expected)
  })

  test('a value that goes on, over an empty line and a line that looks like a field', () => {
    expect(fieldOf('title: 开放注册公告。\n\nPS: 名额有限。\nurl: https://example.com/')).toBe(
      '开放注册公告。 PS: 名额有限。',
    )
  })

  test('fields that nobody asked for are no part of another', () => {
    const { fields } = readFrontMatter(
      '---\ntitle: 标题\nauthor: 某人\ntags:\n  - 甲\nurl: https://example.com/\n---\n',
    )
    expect(fields.title).toBe('标题')
    expect(fields.url).toBe('https://example.com/')
  })

  test('fields with capitals are fields where the first one has a capital', () => {
    const { fields } = readFrontMatter('---\nTitle: 标题\nAuthor: 某人\nURL: https://e.com/\n---\n')
    expect([fields.title, fields.url]).toEqual(['标题', 'https://e.com/'])
  })

  test('a title with a line of three hyphens in it', () => {
    const { fields, markdown } = readFrontMatter(
      '---\ntitle: 上\n---\n下\nurl: https://e.com/\nsource: 源\n---\n正文\n\n---\nurl: https://x.com/\n---\n',
    )
    expect([fields.title, fields.url, fields.source]).toEqual(['上 --- 下', 'https://e.com/', '源'])
    expect(markdown).toBe('正文\n\n---\nurl: https://x.com/\n---\n')
  })
})

describe('where it ends', () => {
  test('the text under it begins after the closing line', () => {
    expect(readFrontMatter('---\ntitle: 甲\n---\n\n---\n乙').markdown).toBe('\n---\n乙')
  })

  test('with a byte order mark and empty lines before it', () => {
    expect(readFrontMatter('\uFEFF\n---\ntitle: 甲\n---\n乙').fields.title).toBe('甲')
  })

  test.each([
    ['no front matter', '# 标题\n正文'],
    ['one that nobody closes', '---\ntitle: 甲\n正文'],
    ['one that goes on too long', `---\ntitle: 甲\n${'x\n'.repeat(MAXIMUM_FRONT_MATTER)}---\n`],
    ['a text between two rules', '---\n正文，没有字段\nNote: 也没有\n---\n正文'],
    ['a rule in the text', '正文\n---\ntitle: 甲\n---\n'],
    ['nothing', ''],
  ])('%s: all is text', (_, text) => {
    expect(readFrontMatter(text)).toEqual({ fields: NO_FIELDS, markdown: text })
  })

  test('a megabyte of lines costs little', () => {
    const text = `---\n${'title: a\n'.repeat(120_000)}`
    expect(readFrontMatter(text).markdown).toBe(text)
  })
})

test('what a feed reader writes comes back, whatever the title', () => {
  const value = fc
    .string({
      unit: fc.constantFrom(
        '甲',
        'a',
        ':',
        ' ',
        '[',
        '#',
        '-',
        '{',
        '&',
        '*',
        '?',
        '|',
        '>',
        '%',
        '@',
        '，',
      ),
    })
    .map((text) => text.trim())
  fc.assert(
    fc.property(value, value, (title, source) => {
      fc.pre(!/^[>|][+-]?$/.test(title) && !/^[>|][+-]?$/.test(source))
      const { fields, markdown } = readFrontMatter(
        `---\ntitle: ${title}\nurl: https://e.com/\nsource: ${source}\n---\n文`,
      )
      expect([fields.title, fields.source, markdown]).toEqual([
        title.replace(/ +/g, ' '),
        source.replace(/ +/g, ' '),
        '文',
      ])
    }),
  )
})
