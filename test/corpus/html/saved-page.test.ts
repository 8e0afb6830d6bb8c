/** Pages saved from a browser: what a reader saw, as lines, and what the head says. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readSavedPage } from '../../../src/corpus/html/saved-page.ts'
import { pageLines } from '../../../src/corpus/markdown/page-lines.ts'
import { readHead, readPage } from '../../../src/corpus/read/page.ts'

function shape(html: string): readonly string[] {
  return pageLines(readSavedPage(html).markdown).map(({ kind, text }) => `${kind}: ${text}`)
}

describe('the text', () => {
  test('has the blocks that the page shows', () => {
    const html = `<!DOCTYPE html><html><head><title>题</title><style>p{}</style><script>var a="<p>x</p>"</script></head>
<body><nav><a href="/">首页</a></nav><h1>航  标</h1><p>第一
段，<b>粗</b>字。<br>换行。</p><ul><li><p>东</p></li><li>西</ul><blockquote><p>引用</p></blockquote>
<table><tr><th>船<th>吨<tr><td>海燕<td>9</table><pre>if (a &lt; b) {
  *go* \`\`\`
}</pre><p>尾<img src="a.png" alt="图">巴</p><div hidden>看不见</div><noscript>请开脚本</noscript></body></html>`
    expect(shape(html)).toEqual([
      'heading: 航 标',
      'paragraph: 第一 段，粗字。',
      'paragraph: 换行。',
      'list: 东',
      'list: 西',
      'quote: 引用',
      'table: 船\t吨',
      'table: 海燕\t9',
      'code: if (a < b) {\n  *go* ```\n}',
      'paragraph: 尾巴',
    ])
  })

  test('says what is a link, also over blocks', () => {
    const lines = pageLines(
      readSavedPage('<p>见<a href="/x">四字链接</a></p><a href=y><h2>标题</h2></a>').markdown,
    )
    expect(lines.map(({ text, linkedUnits }) => [text, linkedUnits])).toEqual([
      ['见四字链接', 4],
      ['标题', 2],
    ])
  })

  test('keeps a word with a reading over it in one piece', () => {
    expect(shape('<p><ruby>東<rp>(</rp><rt>ひがし</rt><rp>)</rp></ruby>の海</p><p>波</p>')).toEqual(
      ['paragraph: 東の海', 'paragraph: ひがし', 'paragraph: 波'],
    )
  })

  test('is text, whatever signs of Markdown or HTML it has', () => {
    const signs = fc.string({
      unit: fc.constantFrom(...'#*_`~=[]()!<>&\\|{}:-+.1甲a '.split('')),
      minLength: 1,
    })
    fc.assert(
      fc.property(signs, (text) => {
        const written = text.trim().replace(/ +/g, ' ')
        const html = written.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
        const seen = pageLines(readSavedPage(`<p>${html}</p>`).markdown)
        expect(seen.map((line) => line.text).join('\n')).toBe(written)
      }),
    )
  })
})

describe('fields come from the head', () => {
  const fieldsOf = (head: string, body = '<p>正文</p>') =>
    readPage(Buffer.from(`<html><head>${head}</head><body>${body}</body></html>`), 'x.html')

  test.each([
    [
      'the headline, not the site’s name',
      '<title>灯塔之夜 - 海报</title>',
      '<h1>灯塔之夜</h1>',
      { title: '灯塔之夜' },
    ],
    ['entities', '<title>A &amp; B&#39;s</title>', '', { title: "A & B's" }],
    [
      'Open Graph',
      '<meta property="og:title" content="潮"><meta property="og:url" content="https://a.example/1"><meta property="og:site_name" content="海报"><meta property="article:published_time" content="2024-01-02T23:00:00-05:00"><title>别的</title>',
      '',
      { title: '潮', url: 'https://a.example/1', source: '海报', date: '2024-01-02' },
    ],
    [
      'JSON-LD',
      '<title>题</title><script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","datePublished":"2023-04-05T00:00:00Z","author":{"@type":"Person","name":"林渡"}}]}</script>',
      '',
      { date: '2023-04-05' },
    ],
    [
      'a time in the text',
      '<title>题</title>',
      '<time datetime="2022-03-04">昨天</time>',
      { date: '2022-03-04' },
    ],
    [
      'the canonical address',
      '<title>题</title><link rel="canonical" href="https://a.example/c">',
      '',
      { url: 'https://a.example/c' },
    ],
    [
      'what Chrome notes',
      '<!-- saved from url=(0021)https://a.example/s --><title>题</title>',
      '',
      { url: 'https://a.example/s' },
    ],
    [
      'what SingleFile notes',
      '<!--\n Page saved with SingleFile \n url: https://a.example/f \n saved date: Tue Jan 02 2024 08:00:00 GMT+0800\n--><title>题</title>',
      '',
      { url: 'https://a.example/f', date: '2024-01-02' },
    ],
    ['no title', '', '<h2>小题</h2>', { title: '小题' }],
  ])('%s', (_, head, body, expected) => {
    expect(fieldsOf(head, body)).toMatchObject(expected)
  })

  test('the head alone gives what the whole file gives', () => {
    const bytes = Buffer.from(
      `<title>题</title>${'<p>正文</p>'.repeat(2000)}<meta name=author content=x>`,
    )
    const head = readHead(bytes.subarray(0, 4096), 'x.htm', () => bytes)
    expect(readPage(bytes, 'x.htm')).toMatchObject(head)
  })
})

test('Markdown with components has no code', () => {
  const text =
    "---\ntitle: 题\n---\nimport Box from './box'\nexport const a = 1\n\n<Box>\n正文{/* 看不见 */}\n</Box>\n\n出口 export 是词"
  const { markdown } = readPage(Buffer.from(text), 'a.mdx')
  expect(markdown).not.toMatch(/import|const|看不见/)
  expect(markdown).toContain('出口 export 是词')
})

test.each([
  '<b>',
  '</i>',
  '<b></i>',
  '<p>',
  '<li>',
  '<a href=x>',
  '<table><tr><td>',
  '<pre>',
  '<pre>```',
  '<!--',
  '<script>',
  '<a "',
  '&amp;',
  '<rt>x',
  '<select>',
  '<blockquote>',
  '<h1>',
])('half a megabyte of %j takes time that grows with its length', (piece) => {
  const one = msOf(piece.repeat(Math.ceil(60_000 / piece.length)))
  const eight = msOf(piece.repeat(Math.ceil(480_000 / piece.length)))
  expect(eight).toBeLessThan(32 * Math.max(8, one))
})

function msOf(html: string): number {
  const began = process.cpuUsage()
  pageLines(readSavedPage(html).markdown)
  const { user, system } = process.cpuUsage(began)
  return (user + system) / 1000
}

describe('navigation', () => {
  test('is kept apart from the text, a line for each link', () => {
    const { markdown, navigation } = readSavedPage(
      '<nav><ul><li><a href="/">首 页</a><li><a href="/b">关于我们</a></ul><script>no()</script></nav><p>正文。</p>',
    )
    expect(navigation).toEqual(['首 页', '关于我们'])
    expect(markdown).toBe('正文。')
  })

  test('ends where an article begins, also without an end of its own', () => {
    const { markdown, navigation } = readSavedPage(
      '<nav><a href="/">首页</a><article><p>正文。</p>',
    )
    expect(navigation).toEqual(['首页'])
    expect(markdown).toBe('正文。')
  })
})
