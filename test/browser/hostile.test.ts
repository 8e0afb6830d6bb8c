/** Articles that mean harm, seen by a real browser: its DOM holds nothing but what the templates make. */

import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { inBrowser } from './chromium.ts'
import { siteInBrowser } from './site-in-browser.ts'

const harm = [
  '<script>alert(1)</script>',
  '"><img src=https://evil.example/x.png onerror=alert(2)>',
  "' onmouseover='alert(3)",
  '</mark></bdi></a></p></article></main><svg onload=alert(4)>',
  '<style>*{display:none}</style>',
  '<iframe srcdoc="<script>parent.alert(5)</script>"></iframe>',
  '[点我](javascript:alert(6)) ![图](https://evil.example/y.png) <https://evil.example/>',
  '[数据](data:text/html,<script>alert(7)</script>)',
  '<math><mtext></p><script>alert(8)</script>',
  '<base href="https://evil.example/"><meta http-equiv="refresh" content="0;url=https://evil.example/">',
  '\u202e反过来\u2066 零\u200b宽\u200d字\ufeff符 \u0007\u001b[31m\u009b',
  '&lt;script&gt;alert(9)&lt;/script&gt; &#x3c;img src=x&#x3e;',
]

/** A harmful piece as front matter can hold it: one line, quoted. */
function quoted(text: string): string {
  return JSON.stringify(text)
}

const articles: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    harm.map((piece, number) => [
      `harm-${number}.md`,
      `---\ntitle: ${quoted(`${piece} 恶意样本`)}\nurl: ${quoted(number % 2 === 0 ? `javascript:alert(${number})` : `https://evil.example/?${piece}`)}\nsource: ${quoted(piece)}\ndate: 2025-05-0${(number % 9) + 1}\n---\n\n恶意样本：${piece} 结束。\n\n# ${piece}\n\n- 恶意样本 ${piece}\n- 二\n\n> ${piece}\n\n\`\`\`\n${piece}\n\`\`\`\n\n| 甲 | ${piece} |\n| --- | --- |\n| 乙 | ${piece} |\n`,
    ]),
  ),
  'long-fields.md': `---\ntitle: ${'长'.repeat(7_000)}<b>\nurl: https://evil.example/long\nsource: ${'源'.repeat(7_000)}\ndate: 2025-05-01\n---\n\n恶意样本的正文，有人把很长的文字写进标题，看页面会不会被撑破；这一段足够长，算是一篇文章。\n`,
  'long-title.md': `# ${'<b>长'.repeat(12_000)}\n\n恶意样本的正文，有人把很长的文字写进标题，看页面会不会被撑破；这一段足够长，算是一篇文章。\n`,
  'longest-title.md': `---\ntitle: ${'长<i>'.repeat(60_000)}\nurl: https://evil.example/longest\n---\n\n恶意样本的正文，有人把很长的文字写进标题，看页面会不会被撑破；这一段足够长，算是一篇文章。\n`,
}

/** What the templates make: elements with the attributes they may have, besides class, lang, dir and ARIA. */
const known: Readonly<Record<string, readonly string[]>> = {
  html: [],
  head: [],
  meta: ['charset', 'name', 'content'],
  title: [],
  link: ['rel', 'href', 'type', 'title'],
  script: ['src', 'type', 'defer'],
  body: ['data-keys'],
  header: [],
  main: [],
  footer: [],
  nav: [],
  section: [],
  aside: ['id'],
  article: [],
  form: ['role', 'action', 'method'],
  label: ['for'],
  input: [
    ...['id', 'name', 'type', 'value', 'placeholder', 'maxlength', 'autocomplete'],
    ...['autocapitalize', 'spellcheck', 'autofocus', 'pattern', 'title', 'role'],
  ],
  button: ['type', 'hidden', 'data-step'],
  dialog: [],
  kbd: [],
  details: ['open'],
  summary: [],
  a: ['href', 'rel', 'hreflang', 'title', 'id', 'data-opens'],
  h1: [],
  h2: ['id'],
  h3: [],
  p: ['role', 'id'],
  div: ['id', 'role'],
  span: [],
  small: [],
  b: [],
  s: [],
  bdi: [],
  time: ['datetime'],
  mark: ['id'],
  ol: ['start'],
  ul: ['id', 'role', 'hidden'],
  li: ['id', 'role'],
  dl: [],
  dt: [],
  dd: [],
  blockquote: [],
  pre: ['role'],
  code: [],
  table: [],
  thead: [],
  tbody: [],
  tr: [],
  td: [],
  th: ['scope'],
  caption: [],
  svg: ['viewBox', 'preserveAspectRatio', 'role'],
  polyline: ['points'],
  rect: ['x', 'y', 'width', 'height'],
}

const everywhere = /^(?:class|lang|dir|tabindex|aria-[a-z]+)$/

/** 'svg', 'a onclick' and 'a href=javascript:…' for each thing that no template makes. */
async function strangersOf(page: Page): Promise<readonly string[]> {
  const found = await page.evaluate(() =>
    [...document.querySelectorAll('*')].map((element) => ({
      name: element.localName,
      attributes: [...element.attributes].map(({ name, value }) => ({ name, value })),
    })),
  )
  return found.flatMap(({ name, attributes }) => {
    const own = known[name]
    if (own === undefined) return [name]
    return attributes.flatMap((attribute) => {
      if (!own.includes(attribute.name) && !everywhere.test(attribute.name))
        return [`${name} ${attribute.name}`]
      const leads = attribute.name === 'href' || attribute.name === 'src'
      const bad = leads && !/^(?:\/(?!\/)|https?:\/\/|#)/.test(attribute.value)
      return bad ? [`${name} ${attribute.name}=${attribute.value.slice(0, 50)}`] : []
    })
  })
}

inBrowser('hostile articles', () => {
  const shown = siteInBrowser(articles)

  test('leave no element, no attribute and no address in any page, run nothing and load nothing', async () => {
    const { page, incidents } = await shown.open()
    const results = ['', '&page=2', '&sort=date'].map(
      (rest) => `/?q=${encodeURIComponent('"恶意样本"')}${rest}`,
    )
    const read = new Set<string>()
    for (const path of results) {
      await page.goto(path)
      expect(await strangersOf(page)).toEqual([])
      const links = await page.locator('.hit h2 a').all()
      for (const link of links) read.add((await link.getAttribute('href')) ?? '')
    }
    expect(read.size).toBe(Object.keys(articles).length)
    for (const path of read) {
      await page.goto(path)
      expect([path, await strangersOf(page)]).toEqual([path, []])
    }
    expect(incidents).toEqual([])
    await page.context().close()
  })

  test('stay text in their files', async () => {
    const { page, incidents } = await shown.open()
    const path = await shown.site.article('"<script>alert(1)</script> 恶意样本"')
    await page.goto(path.replace(/\?.*/, '/file'))
    expect(await page.locator('body').textContent()).toContain('<script>alert(')
    // A browser shows plain text in one element.
    expect(
      await page.locator('body *').evaluateAll((all) => all.map((one) => one.localName)),
    ).toEqual(['pre'])
    expect(incidents).toEqual([])
    await page.context().close()
  })

  test('are told from markup that would be found: the check itself sees what it must see', async () => {
    const { page } = await shown.open()
    await page.goto('/')
    await page.evaluate(() => {
      const link = document.querySelector('main a')
      link?.setAttribute('onclick', 'x()')
      link?.setAttribute('href', 'javascript:x()')
      document.body.append(document.createElement('img'))
    })
    expect(await strangersOf(page)).toEqual(['a href=javascript:x()', 'a onclick', 'img'])
    await page.context().close()
  })

  test('make no page larger than a reader’s patience', async () => {
    const reply = await fetch(`${shown.site.address}/?q=恶意样本`)
    expect((await reply.text()).length).toBeLessThan(100_000)
  })
})
