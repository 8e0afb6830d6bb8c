/** Markdown's inline markup: what a reader sees of it. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { withoutInlineMarkup } from '../../../src/corpus/markdown/inline.ts'

/** The text with what is link text in «…». */
function seen(markdown: string): string {
  const { text, linked } = withoutInlineMarkup(markdown)
  let marked = ''
  for (let at = 0; at < text.length; at++) {
    if (linked[at] === 1 && linked[at - 1] !== 1) marked += '«'
    marked += text[at]
    if (linked[at] === 1 && linked[at + 1] !== 1) marked += '»'
  }
  return marked
}

describe('links and pictures', () => {
  test.each([
    ['a link keeps its text', '见[官方公告](https://example.com/a?b=1)。', '见«官方公告»。'],
    ['a title is not seen', '[软件](/s "软件 频道")', '«软件»'],
    ['brackets in an address', '[维基](https://example.org/猫_(动物))吧', '«维基»吧'],
    ['an address in angles may hold spaces', '[文件](<a b.md>)', '«文件»'],
    [
      'a picture leaves nothing, not even its description',
      '前![微信二维码](https://x/q.png)后',
      '前后',
    ],
    ['a linked picture leaves nothing', '前[![头像](a.png)](/user)后', '前后'],
    ['a picture and a headline in one link', '[![图](a.png)\n\n  大新闻](/n)', '«\n\n  大新闻»'],
    ['text in brackets stays', '数组 a[0] 和 [注] 以及 f(x)', '数组 a[0] 和 [注] 以及 f(x)'],
    [
      'an address between angles',
      '邮件 <https://example.com/x> 见',
      '邮件 «https://example.com/x» 见',
    ],
    [
      'an address that the fetcher cut',
      '更多 [往期文章](https://example.com/s?mid=22&id..',
      '更多 «往期文章»',
    ],
  ])('%s', (_, markdown, expected) => {
    expect(seen(markdown)).toBe(expected)
  })
})

describe('emphasis, escapes and code', () => {
  test.each([
    ['bold', '**供应链**攻击', '供应链攻击'],
    [
      'bold next to Chinese quotes, where CommonMark leaves the stars',
      '**“供应链”**攻击',
      '“供应链”攻击',
    ],
    ['two bold words that touch', '**供应链****攻击**', '供应链攻击'],
    ['bold twice over', '****网络安全警报！****', '网络安全警报！'],
    ['italics and struck out', '*斜体* 和 ~~旧价~~ 与 _em_', '斜体 和 旧价 与 em'],
    ['snake_case is no emphasis', '调用 my_snake_case 函数', '调用 my_snake_case 函数'],
    ['a product is no emphasis', '2 * 3 * 4', '2 * 3 * 4'],
    ['escaped signs', 'RCE\\_CODE \\*.js', 'RCE_CODE *.js'],
    ['backslashes of paths and bytes stay', 'C:\\\\Users \\x90\\x90', 'C:\\\\Users \\x90\\x90'],
    ['code is taken as it stands', '运行 `a[0](b) **x**` 即可', '运行 a[0](b) **x** 即可'],
    ['a backtick alone', '字符 ` 没有闭合 **粗**', '字符 ` 没有闭合 粗'],
  ])('%s', (_, markdown, expected) => {
    expect(seen(markdown)).toBe(expected)
  })

  test('a text without any sign of markup stays as it is', () => {
    const plain = fc.string({
      unit: fc.constantFrom('猫', '鼠', '𠮷', 'a', ' ', '\n', '。', '1', '('),
    })
    fc.assert(
      fc.property(plain, (text) => {
        expect(seen(text)).toBe(text)
      }),
    )
  })

  test('what is left is in the source, in its order', () => {
    const signs = fc.string({
      unit: fc.constantFrom(
        '[',
        ']',
        '(',
        ')',
        '*',
        '_',
        '`',
        '!',
        '<',
        '>',
        '\\',
        '\n',
        '猫',
        'a',
        ' ',
      ),
    })
    fc.assert(
      fc.property(signs, (source) => {
        const { text, linked } = withoutInlineMarkup(source)
        let at = -1
        for (const unit of text)
          at = source.indexOf(unit, at + 1) < 0 ? source.length : source.indexOf(unit, at + 1)
        expect(at).toBeLessThan(Math.max(1, source.length))
        expect(linked.length).toBe(text.length)
      }),
    )
  })
})

test.each([
  '[',
  '](',
  '![',
  '](a',
  '`',
  '``` ',
  '**',
  '*a',
  '_a ',
  '<http://',
  '[a](b "',
  '\\',
  '[[a](b)',
  '(](',
  '~~a',
])(
  'half a megabyte of %j is read in time that grows with its length',
  (piece) => {
    const source = piece.repeat(Math.ceil(500_000 / piece.length))
    expect(withoutInlineMarkup(source).text.length).toBeLessThanOrEqual(source.length)
  },
  15_000,
)
