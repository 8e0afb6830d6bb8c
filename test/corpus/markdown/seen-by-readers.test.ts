/** Markdown as people and their tools write it: a reader's eye sees the text, and none of the signs. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { withoutEntities } from '../../../src/corpus/markdown/entities.ts'
import { pageLines } from '../../../src/corpus/markdown/page-lines.ts'

function shape(markdown: string): readonly string[] {
  return pageLines(markdown).map(({ kind, text }) => `${kind}: ${text}`)
}

function text(markdown: string): string {
  return pageLines(markdown)
    .map((line) => line.text)
    .join('\n')
}

describe('HTML is markup', () => {
  test.each([
    ['tags inside a word', '风<b>帆</b>鼓<span class="x">起来</span>了', '风帆鼓起来了'],
    [
      'tags in capitals, with and without quotes',
      '<FONT color=red>旧</FONT>船<BR/>新船',
      '旧船\n新船',
    ],
    ['a value with a sign of a tag in it', '看<a title="甲>乙" href="/x">这里</a>', '看这里'],
    ['comments, over blank lines too', '前<!-- 别人\n\n看不见 -->后', '前后'],
    ['a comment that nobody ends is text', '箭头 <!-- 没有终点', '箭头 <!-- 没有终点'],
    [
      'scripts and styles',
      '甲\n\n<script>\nvar a = 1\n\nvar b = "<p>"\n</script>\n\n<style>\n.a > .b { }\n</style>\n乙',
      '甲\n乙',
    ],
    ['a drawing', '标<svg viewBox="0 0 1 1"><title>叉</title><path d="M0 0"/></svg>志', '标志'],
    [
      'a picture, and one that is written out in the page',
      `图<img src="data:image/png;base64,${'A'.repeat(9000)}" alt="x">下`,
      '图下',
    ],
    ['paragraphs on one line', '<p>第一段。</p><p>第二段。</p>', '第一段。\n第二段。'],
    [
      'a table',
      '<table><tr><td>船名</td><td>吨位</td></tr>\n<tr><td>海燕</td><td>90</td></tr></table>',
      '船名 吨位\n海燕 90',
    ],
    [
      'a box that opens',
      '<details>\n<summary>展开</summary>\n\n里面的话。\n\n</details>',
      '展开\n里面的话。',
    ],
    [
      'preformatted text',
      '<pre>\n# 不是标题\n*a*  <b>b</b> &lt;c&gt;\n</pre>',
      '# 不是标题\n*a* b <c>',
    ],
    ['a declaration', '<!DOCTYPE html>\n正文', '正文'],
    ['a line break in a row of a table', '| 甲<br>乙 | 丙 |', '甲 乙\t丙'],
    [
      'a reading over a word, which stays in one piece',
      '<ruby>東<rp>(</rp><rt>ひがし</rt><rp>)</rp></ruby>の海\n波',
      '東の海\nひがし\n波',
    ],
  ])('%s', (_, markdown, expected) => {
    expect(text(markdown)).toBe(expected)
  })

  test('headings, items and links are what they are in Markdown', () => {
    expect(shape('<h2 id="a">\n航线\n</h2>\n<ul><li>东线</li>\n<li><p>西线</p></li></ul>')).toEqual(
      ['heading: 航线', 'list: 东线', 'list: 西线'],
    )
    expect(pageLines('<a href="/x">四字链接</a>后').map((line) => line.linkedUnits)).toEqual([4])
  })

  test.each([
    '类型 List<String> 与 map<key, value>',
    '若 a<b 且 c>d',
    '运行 git commit -m <title>',
    '填 <your-name> 与 <input> 两处',
    '#include <stdio.h>',
    '心形 <3 与 <- 箭头',
    '填入 <script>alert(1)</script> 或 <img src=x onerror=alert(1)> 即弹窗',
    '规则 ACTION=="add", ENV{A}=="1", ENV{B}=="8"',
  ])('what only looks like it is text: %s', (line) => {
    expect(text(line)).toBe(line)
  })
})

describe('entities', () => {
  test.each([
    ['M&amp;M 与 R&#68; 与 &#x732B;', 'M&M 与 RD 与 猫'],
    ['一&nbsp;二&hellip;', '一 二…'],
    ['&amp;lt; 只解一次', '&lt; 只解一次'],
    ['?a=1&copy=2 与 &没有; 与 &bogus;', '?a=1&copy=2 与 &没有; 与 &bogus;'],
    ['&lt;script&gt; 是文字', '<script> 是文字'],
    ['&#35; 不是标题', '# 不是标题'],
    ['`&amp;` 在代码里照原样', '&amp; 在代码里照原样'],
  ])('%s', (markdown, expected) => {
    expect(text(markdown)).toBe(expected)
  })

  test('any text comes back from its entities', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (written) => {
        const escaped = written.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
        expect(withoutEntities(escaped)).toBe(written)
      }),
    )
  })
})

describe('what other tools add to Markdown', () => {
  test.each([
    [
      'links of a wiki',
      '见[[灯塔]]、[[航标|浮标]]与[[海图#图例]]。',
      '见灯塔、浮标与海图 > 图例。',
    ],
    ['what a wiki puts in from other files', '前![[海图.png|300]]后', '前后'],
    [
      'brackets of numbers, of shells and of notes stay',
      'x = [[1, 2]] 与 [[ -f a ]] 与 [[3]](#n)',
      'x = [[1, 2]] 与 [[ -f a ]] 与 [3]',
    ],
    ['highlights', '这是==要紧的话==，a == b 与 c==d 不是', '这是要紧的话，a == b 与 c==d 不是'],
    ['a box in a quote', '> [!warning]- 小心\n> 水深三米。', '小心\n水深三米。'],
    ['a box without a title', '> [!NOTE]\n> 水深三米。', '水深三米。'],
    ['a task', '- [x] 补帆\n- [ ] 刷漆', '补帆\n刷漆'],
    ['notes at the foot', '潮水[^1]退了。\n\n[^1]: 每日两次。', '潮水退了。\n每日两次。'],
    ['a pattern that looks like a note', '匹配 [^abc] 之外', '匹配 [^abc] 之外'],
    [
      'links that name their address elsewhere',
      '看[手册][m]、[海图][]与[潮表]。\n\n[m]: https://a.example/ "书"\n[海图]: <b.md>\n[潮表]: ../t.md\n',
      '看手册、海图与潮表。',
    ],
    ['a remark', '[//]: # (看不见)\n[#]: author: "某人"\n正文', '正文'],
    [
      'a sentence behind a word in brackets',
      '[注]: 这是说明。\n[注1]: 见下',
      '[注]: 这是说明。\n[注1]: 见下',
    ],
    [
      'calls of templates',
      '{{< figure src="/a.png" caption="码头全景" >}}\n{{% notice tip %}}\n涨潮时出海。\n{{% /notice %}}',
      '码头全景\n涨潮时出海。',
    ],
    [
      'calls of templates that stand alone',
      '{% raw %}\n文字 {{ name }} 与 {% x %}\n{% endraw %}',
      '文字 {{ name }} 与 {% x %}',
    ],
    [
      'containers',
      '::: tip 提示\n先看风向。\n:::\n\n:::warning\n别逆流。\n:::',
      '提示\n先看风向。\n别逆流。',
    ],
    ['admonitions', '!!! note "记住"\n    风向会变。', '记住\n风向会变。'],
    [
      'a picture that is written out',
      `前![图](data:image/png;base64,${'Ab+/'.repeat(4000)})后`,
      '前后',
    ],
    ['names of headings', '## 用法 {#usage}\n### 闭合 ###', '用法\n闭合'],
    ['classes of a block', '文字\n{: .note}', '文字'],
    ['a table of one column', '| 船 |\n| --- |\n| 海燕 |', '船\n海燕'],
    ['a table without bars at its ends', '船 | 吨\n---|:-:\n海燕 | 9', '船 | 吨\n海燕 | 9'],
  ])('%s', (_, markdown, expected) => {
    expect(text(markdown)).toBe(expected)
  })

  test.each([
    ['1\\. 不是列表', 'paragraph: 1. 不是列表'],
    ['2024\\) 也不是', 'paragraph: 2024) 也不是'],
    ['\\# 不是标题', 'paragraph: # 不是标题'],
    ['\\- 不是列表', 'paragraph: - 不是列表'],
    ['\\> 不是引用', 'paragraph: > 不是引用'],
    ['| 甲\\|乙 | `丙\\|丁` |', 'table: 甲|乙\t丙|丁'],
    ['a \\<b\\_c> d', 'paragraph: a <b_c> d'],
    ['在 C:\\Users\\<name>\\x', 'paragraph: 在 C:\\Users\\<name>\\x'],
    ['路径 C:\\dir\\.git 与 \\d+\\.\\d', 'paragraph: 路径 C:\\dir\\.git 与 \\d+\\.\\d'],
  ])('escapes of converters: %s', (markdown, expected) => {
    expect(shape(markdown)).toEqual([expected])
  })
})

const HOSTILE = [
  '<',
  '<a',
  '<a ',
  '<a x="',
  '<a x="data:',
  '<!--',
  '<!-- --',
  '<script>',
  '<pre>',
  '<p>',
  '<li>',
  '<ruby><rt>a',
  '<b></b>',
  '</a><a x>',
  '&amp;',
  '&a',
  '&#',
  '[[a',
  '[[甲]]',
  '![[',
  '[^1]',
  '[^1]: ',
  '[a]: /b\n',
  '[a][',
  '[a]:',
  '{{<',
  '{{< a="',
  '{%',
  '==a',
  '==a== ',
  '](data:',
  ':::',
  '::: ',
  '> [!a]',
  '| a\\|',
  '-|',
  '{#',
  '\\1.',
  '1\\.',
  ' [',
]

test.each(HOSTILE)(
  'a quarter of a megabyte of %j takes time that grows with its length',
  (piece) => {
    const tail = '\n\n[a]: /b\n[^1]: c\n</a></b><a x><b y>'
    const one = msOf(piece.repeat(Math.ceil(30_000 / piece.length)) + tail)
    const eight = msOf(piece.repeat(Math.ceil(240_000 / piece.length)) + tail)
    expect(eight).toBeLessThan(32 * Math.max(8, one))
  },
)

function msOf(markdown: string): number {
  const began = process.cpuUsage()
  pageLines(markdown)
  const { user, system } = process.cpuUsage(began)
  return (user + system) / 1000
}
