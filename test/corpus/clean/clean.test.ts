/** What of a page is its article. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanPage } from '../../../src/corpus/clean/clean.ts'
import { pageLines } from '../../../src/corpus/markdown/page-lines.ts'
import { learnedFrom, pageOf, sitePage, sitePages } from './site.ts'

/** The text that gets searched. */
function bodyOf(
  page: Parameters<typeof cleanPage>[0],
  learned: readonly Uint32Array[] = [],
): string {
  return cleanPage(page, learned)
    .blocks.map((block) => block.text)
    .join('\n')
}

const prose = (about: string) => `${about}的调查持续了三个月，记者走访了七个城市，记录下许多细节。`

describe('what comes back on the pages of a site', () => {
  const learned = learnedFrom(sitePages())

  test('is not searched: menu, counter and foot', () => {
    const page = sitePage({ title: '灯塔的新进展', body: prose('灯塔') }, 4743)
    expect(bodyOf(page, learned)).toBe(prose('灯塔'))
  })

  test('every page of the site keeps its article and nothing else', () => {
    for (const page of sitePages()) {
      const topic = page.title.replace('的新进展', '')
      const body = bodyOf(page, learned)
      expect(body).toContain(`${topic}去年有了新进展`)
      expect(body).toContain(`${topic}还要等很久才能普及。`)
      for (const word of ['移动', '书籍', '查看', '转载', 'ICP']) expect(body).not.toContain(word)
    }
  })

  test('a word of the menu inside an article stays', () => {
    const body = '移动支付走进了高原牧区，书籍也能在手机上买到，牧民们说很方便。'
    expect(bodyOf(sitePage({ title: '移动支付进高原', body }, 1), learned)).toBe(body)
  })

  test('a heading that several articles have stays between their paragraphs', () => {
    const withHeading = (title: string) =>
      sitePage({ title, body: `${prose(title)}\n\n### 影响范围\n\n${prose(`${title}以后`)}` }, 5)
    const pages = [
      ...sitePages(),
      ...sitePages(),
      withHeading('甲漏洞'),
      withHeading('乙漏洞'),
      withHeading('丙漏洞'),
    ]
    expect(bodyOf(withHeading('丁漏洞'), learnedFrom(pages))).toContain('影响范围')
  })

  test('a heading that every article has stays between two paragraphs, and only there', () => {
    const withHeading = (title: string) =>
      sitePage({ title, body: `${prose(title)}\n\n### 影响范围\n\n${prose(`${title}以后`)}` }, 5)
    const pages = ['甲漏洞', '乙漏洞', '丙漏洞', '丁漏洞'].map(withHeading)
    const bare = sitePage({ title: '戊漏洞', body: `${prose('戊')}\n\n### 影响范围` }, 5)
    const known = learnedFrom([...pages, bare])
    expect(bodyOf(withHeading('己漏洞'), known)).toContain('影响范围')
    expect(bodyOf(bare, known)).not.toContain('影响范围')
  })

  test('code that comes back stays code of the article unless it is on every page', () => {
    const code = '```\ncurl -s http://198.51.100.7/x.sh\n```'
    const page = sitePage(
      { title: '脚本分析', body: `${prose('脚本')}\n\n${code}\n\n${prose('结论')}` },
      3,
    )
    expect(bodyOf(page, learned)).toContain('curl -s http://198.51.100.7/x.sh')
  })
})

describe('a page whose site nobody knows', () => {
  test('begins after the title that comes back before the text', () => {
    const page = pageOf(
      '港口罢工结束',
      `# 港口罢工结束\n\n[首页](/)\n\n[国际](/world)\n\n[登录](/in)\n\n关于本站的介绍\n\n# 港口罢工结束\n\n${prose('港口')}`,
    )
    expect(bodyOf(page)).toBe(prose('港口'))
  })

  test('a title in the foot does not cut the article', () => {
    const page = pageOf(
      '港口罢工结束',
      `# 港口罢工结束\n\n${prose('港口')}\n\n${prose('码头')}\n\n港口罢工结束`,
    )
    expect(bodyOf(page)).toContain(prose('港口'))
  })

  test.each([
    '相关阅读',
    '### 热门文章',
    '**猜你喜欢**',
    '发表评论',
    '上一篇：别的事',
    'Related posts',
    'Leave a Reply',
  ])('ends before %s', (heading) => {
    const page = pageOf(
      '港口罢工结束',
      `# 港口罢工结束\n\n${prose('港口')}\n\n${prose('码头')}\n\n${heading}\n\n* [另一条新闻的标题](/a)\n* [又一条新闻的标题](/b)`,
    )
    expect(bodyOf(page)).toBe(`${prose('港口')}\n${prose('码头')}`)
  })

  test('goes on after a box with links in its middle', () => {
    const page = pageOf(
      '港口罢工结束',
      `# 港口罢工结束\n\n${prose('港口')}\n\n相关阅读\n\n* [另一条新闻的标题](/a)\n\n${prose('码头')}\n\n${prose('航线')}`,
    )
    expect(bodyOf(page)).toBe(`${prose('港口')}\n${prose('码头')}\n${prose('航线')}`)
  })

  test('keeps the links it refers to', () => {
    const page = pageOf(
      '漏洞通报',
      `# 漏洞通报\n\n${prose('漏洞')}\n\n## 参考链接\n\n* [厂商安全公告 2025-03](https://example.com/a)\n* https://example.com/advisory/7`,
    )
    expect(bodyOf(page)).toContain('厂商安全公告 2025-03')
    expect(bodyOf(page)).toContain('https://example.com/advisory/7')
  })

  test('a page that is a list of links keeps them', () => {
    const links = [
      '一种利用日历邀请的钓鱼邮件新手法',
      '内网穿透工具横向比较与检测笔记',
      '从零开始的 Linux 日志取证入门',
      '某品牌路由器固件解包记录与分析',
      '域渗透速查表',
      '供应链投毒复盘',
      '蜜罐部署手册',
    ].map((text) => `* [${text}](/x)`)
    const body = bodyOf(
      pageOf('每周链接', `# 每周链接\n\n本周的文章，欢迎推荐更多。\n\n${links.join('\n')}`),
    )
    expect(body).toContain('钓鱼邮件新手法')
    expect(body).toContain('固件解包记录')
  })

  test('keeps the kinds of its blocks', () => {
    const page = pageOf(
      '通报',
      `# 通报\n\n${prose('甲')}\n\n## 影响\n\n* 版本 1.2，需要升级。\n* 版本 1.3，需要升级。\n\n| 编号 | 等级 |\n|---|---|\n| CVE-2025-1 | 高 |\n\n> 官方说，${prose('乙')}\n\n\`\`\`\nid\n\`\`\`\n\n${prose('丙')}`,
    )
    expect(cleanPage(page, []).blocks.map((block) => block.kind)).toEqual([
      'paragraph',
      'heading',
      'list',
      'table',
      'quote',
      'code',
      'paragraph',
    ])
  })
})

describe('the status of a page', () => {
  test.each([
    ['empty', '：\n，\n。\n\n视频\n小程序\n赞\n，轻点两下取消赞\n在看\n，轻点两下取消在看'],
    ['blocked', '## 环境异常\n\n当前环境异常，完成验证后即可继续访问。\n\n去验证'],
    ['blocked', 'Checking your browser before accessing example.com'],
    ['removed', '该内容已被发布者删除'],
    ['removed', '此内容因违规无法查看'],
    [
      'script-only',
      '# JavaScript is not available.\n\nWe’ve detected that JavaScript is disabled in this browser.',
    ],
    ['login', '您还未登录，请先登录。'],
    [
      'login',
      '您好, 这里需要密码.\n\nPlease enable JavaScript to view the comments powered by Disqus.',
    ],
    ['script-only', '{"l1":"var arg1=\'5fcd4055339e394b93b3774fb7970bbb3cdb36ffe9ae088e91\';"}'],
    ['error', 'error code: 1106'],
    ['error', '502 Bad Gateway\n\nnginx'],
  ])('is %s by what it says', (status, body) => {
    const shells = Array.from({ length: 5 }, (_, i) => pageOf(`第${i}篇`, `# 第${i}篇\n\n${body}`))
    expect(cleanPage(pageOf('别的标题', `# 别的标题\n\n${body}`), learnedFrom(shells)).status).toBe(
      status,
    )
  })

  test('an article about captchas is an article', () => {
    const page = pageOf(
      '验证码为什么难',
      `# 验证码为什么难\n\n环境异常、请完成验证、captcha：${prose('验证码')}`,
    )
    expect(cleanPage(page, []).status).toBe('article')
  })

  test('a notice that has nothing to do with the title is no article', () => {
    const notice =
      'The page you have requested has been blocked. Please contact your administrator.'
    const page = (title: string) => pageOf(title, `# ${title}\n\n${notice}`)
    expect(cleanPage(page('Vodka maker files for bankruptcy'), []).status).toBe('blocked')
    expect(
      cleanPage(page('Why a page is blocked, and what an administrator sees'), []).status,
    ).toBe('article')
  })

  test('one shell alone, of a site that nobody knows, is empty too', () => {
    const shell = '：\n，\n。\n\n视频\n小程序\n赞\n，轻点两下取消赞\n在看\n，轻点两下取消在看'
    expect(cleanPage(pageOf('某篇文章', `# 某篇文章\n\n${shell}`), []).status).toBe('empty')
  })

  test('says that it was repaired where a line was that is kept', () => {
    const markdown = `# 长文\n\n${prose('甲')}\n\n${prose('乙')}\n\n相关阅读\n\n[另一篇](/a)`
    const repairedOf = (repairedLines: string) =>
      cleanPage({ ...pageOf('长文', markdown), repaired: 'pt154', repairedLines }, []).repaired
    expect(repairedOf(prose('乙'))).toBe('pt154')
    expect(repairedOf('[另一篇](/a)')).toBe('')
  })

  test('a failed page has no blocks', () => {
    expect(cleanPage(pageOf('某事', '# 某事\n\n已被作者删除'), []).blocks).toEqual([])
  })

  test('a long page that ends in three dots was cut, a short one was not', () => {
    const long = `# 长文\n\n${prose('长').repeat(100)}后来呢...`
    expect(cleanPage(pageOf('长文', long), []).truncated).toBe(true)
    expect(cleanPage(pageOf('短文', `# 短文\n\n${prose('短')}后来呢...`), []).truncated).toBe(false)
    expect(cleanPage(pageOf('长文', long.slice(0, -3)), []).truncated).toBe(false)
  })
})

describe('nothing of a page is lost', () => {
  const line = fc.constantFrom(
    ...[
      '首页',
      '[登录](a)',
      '* [移动](b)',
      '## 相关阅读',
      '# 灯塔的新进展',
      '环境异常',
      '```',
      '|a|b|',
    ],
    ...[prose('甲'), prose('乙'), '> 引文说了很多，读者记住了一句。', '', ''],
  )
  const learned = learnedFrom(sitePages())

  test('each of its lines is in the article or among those removed, in order', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 24 }), (lines) => {
        const page = pageOf('灯塔的新进展', lines.join('\n'))
        const { blocks, removed } = cleanPage(page, learned)
        const rest = removed.map(({ text, blocksBefore }) => ({ text, blocksBefore }))
        const joined: string[] = []
        for (const [i, block] of [...blocks, { text: '' }].entries()) {
          const inside = rest.filter(({ blocksBefore }) => blocksBefore === i)
          joined.push(...inside.flatMap(({ text }) => text.split('\n')), ...block.text.split('\n'))
        }
        const all = pageLines(page.markdown).flatMap(({ text }) => text.split('\n'))
        expect(joined.filter((text) => text !== '').sort()).toEqual(all.filter(Boolean).sort())
      }),
      { numRuns: 500 },
    )
  })

  test('and each removed one says why', () => {
    const page = sitePage({ title: '灯塔的新进展', body: prose('灯塔') }, 4743)
    const { removed } = cleanPage(
      { ...page, markdown: `[另一篇](x)\n\n${page.markdown}\n\n相关阅读\n\n[又一篇](y)` },
      learned,
    )
    expect(removed).toContainEqual({ reason: 'before', text: '另一篇', blocksBefore: 0 })
    expect(removed).toContainEqual({ reason: 'after', text: '又一篇', blocksBefore: 1 })
    expect(removed.some(({ reason }) => reason === 'repeated')).toBe(true)
  })

  test('of a failed fetch, all of it', () => {
    const { removed } = cleanPage(pageOf('某事', '# 某事\n\n已被作者删除'), [])
    expect(removed).toEqual([
      { reason: 'failed', text: '某事', blocksBefore: 0 },
      { reason: 'failed', text: '已被作者删除', blocksBefore: 0 },
    ])
  })
})

test.each([
  '* [a](b)\n',
  '# a\n* [a](b)\n',
  '* [标题标题](b)\n',
  '# [a](b)\n',
  '2024-01-01\n\n',
  '作者：',
  '相关阅读\n\n',
  '登录\n\n',
  '。\n\n',
  '标题标题\n\n',
  '**',
  '环境异常',
])(
  'half a megabyte of %j costs time that grows with its length',
  (piece) => {
    const markdown = piece.repeat(Math.ceil(500_000 / piece.length))
    expect(cleanPage(pageOf('标题标题', markdown), []).title).toBe('标题标题')
  },
  15_000,
)

test('the navigation that a saved page marks is taken off, and kept', () => {
  const page = {
    ...pageOf('航标', '航标灯今夜重新点亮了，渔民们都来看。'),
    navigation: ['首页', '关于我们'],
  }
  expect(cleanPage(page, [])).toMatchObject({
    status: 'article',
    removed: [
      { reason: 'menu', text: '首页', blocksBefore: 0 },
      { reason: 'menu', text: '关于我们', blocksBefore: 0 },
    ],
  })
})
