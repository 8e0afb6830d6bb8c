/** Where an article begins and ends on a page whose site nobody knows: bylines, tables of contents, boxes, the foot. */

import { describe, expect, test } from 'vitest'
import { cleanPage } from '../../../src/corpus/clean/clean.ts'
import { fetchedPage } from './site.ts'

function bodyOf(title: string, markdown: string): string {
  return cleanPage(fetchedPage(title, markdown), [])
    .blocks.map((block) => block.text)
    .join('\n')
}

const prose = (about: string) => `${about}的调查持续了三个月，记者走访了七个城市，记录下许多细节。`
const text = `${prose('港口')}\n\n${prose('码头')}`
const read = `${prose('港口')}\n${prose('码头')}`

describe('who wrote it and when is no text', () => {
  test.each([
    '2025年02月26日',
    '发布时间 : 2024-07-19 11:36:17',
    '发表于 2025年02月26日',
    'Apr 10, 2025, 10:00 AM',
    '30 Apr 2024 • 8 min read',
    '8 Agosto 2025, ore 12:15',
    '2025-05-31 35分钟阅读',
    '阅读次数: 1,421 次',
    '阅读量**107061**',
    '作者：陈子',
    '以下文章来源于港口观察 ，作者陈子',
    '文 | 某大学法学院教授 张三',
    'By Tom Gallagher',
    'Posted on 09/14/2024',
    '原文地址：<https://example.com/2024/07/17/insecure-workflows/>',
    '本文是翻译文章，文章原作者 Help Net，文章来源：HELPNET',
  ])('%s above the text', (line) => {
    expect(bodyOf('港口罢工结束', `# 港口罢工结束\n\n海港日报\n\n${line}\n\n${text}`)).toBe(read)
  })

  test.each([
    '赛程一：2024年12月1日-2024年12月13日',
    '2024年12月1日，第一批货轮靠港了。',
    '### 2024年12月1日',
  ])('a day that is no byline stays: %s', (line) => {
    const body = bodyOf('港口罢工结束', `# 港口罢工结束\n\n${line}\n\n${text}`)
    expect(body).toBe(`${line.replace('### ', '')}\n${read}`)
  })
})

describe('what is under the text', () => {
  test.each([
    '版权声明：本文为某某原创，转载请注明出处',
    '如若转载,请注明出处： <https://example.com/a-very-long-address-of-an-article/>',
    'Original Link:<https://example.com/2024/05/04/a-long-address/>',
    '标签：[港口](/a) 原文连接：港口罢工结束 所有媒体，可在保留署名的情况下转载',
    '由 [Hexo](/h) & [NexT](/n) 强力驱动',
    'Please enable JavaScript to view the comments powered by Disqus.',
    'To provide the best experiences, we use technologies like cookies to store information.',
    '# 港口 # 罢工',
    '长按关注公众号，第一时间收到推送',
    '3 条评论',
    '免责声明',
    'Leave a Reply Cancel reply',
    'Lascia un commento Annulla risposta',
    'Tags: harbour, strike',
    'This entry was posted on Monday, June 30th, 2025 at 10:11 pm and is filed under harbours.',
    'Potrebbero interessarti',
    'Share on Mastodon',
    'Written by Anna Behrens',
    'Your email address will not be published. Required fields are marked *',
    'Subscribe to our weekly newsletter',
    '关于作者',
    '订阅我们的邮件周报',
  ])('%s', (line) => {
    expect(bodyOf('港口罢工结束', `# 港口罢工结束\n\n${text}\n\n${line}`)).toBe(read)
  })

  test('names between the lines of a foot go with it', () => {
    const foot = '永久链接:\n\n<https://example.com/x>\n\n协 议:\n\nMIT\n\n[首页](/)\n\n某某的小站'
    expect(
      bodyOf('港口罢工结束', `# 港口罢工结束\n\n${text}\n\n[归档](/a)\n\n${foot}`),
    ).not.toContain('某某的小站')
  })

  test('other articles, whatever is said of them', () => {
    const entry = (about: string) =>
      `### [${about}](/x)\n\n2025年1月1日\n\n${prose(about).repeat(9)}`
    const box = `相关文章\n\n${entry('海上风电')}\n\n${entry('深海电缆')}`
    const page = `# 港口罢工结束\n\n${prose('港口')}\n\n${box}`
    expect(bodyOf('港口罢工结束', page)).toBe(prose('港口'))
  })

  test.each([
    [
      'who wrote it',
      'Written by Anna Behrens\n\nAnna has sailed for ten years, and she writes about it.',
    ],
    [
      'a form',
      '[ ]\n\nHarbour Daily\n\nDaily letter, sent from Monday to Friday.\n\nSubscribe to our newsletter\n\nIt comes once a day.',
    ],
    [
      'what others say',
      'Hot this week\n\nWind farms at sea\n\nThey grow faster than anybody thought...',
    ],
  ])('%s, with sentences', (_, foot) => {
    const article = Array.from({ length: 8 }, (_, i) => prose(`第${i}港`)).join('\n\n')
    const body = bodyOf('港口罢工结束', `# 港口罢工结束\n\n${article}\n\n${foot}`)
    expect(body).toContain(prose('第7港'))
    expect(body).not.toMatch(/Anna|once a day|anybody thought/)
  })

  test('an article that goes on after such a box', () => {
    const box = `相关文章\n\n### [海上风电](/a)\n\n${prose('风电')}\n\n### [深海电缆](/b)\n\n${prose('电缆')}`
    const rest = [prose('甲'), prose('乙'), prose('丙')]
    const page = `# 港口罢工结束\n\n${prose('港口')}\n\n${box}\n\n${rest.join('\n\n')}`
    expect(bodyOf('港口罢工结束', page)).toBe([prose('港口'), ...rest].join('\n'))
  })
})

describe('a table of contents is no text', () => {
  const sections = ['背景', '经过', '影响']
    .map((name) => `## ${name}\n\n${prose(name)}`)
    .join('\n\n')
  const contents =
    '1. [1. 背景](#a)\n2. [2. 经过](#b)\n3. [2.1.3 还没有写到的一节](#c)\n4. [3. 影响](#d)'

  test.each([
    ['above', `# 港口罢工结束\n\n${prose('港口')}\n\n${contents}\n\n${sections}`],
    ['below', `# 港口罢工结束\n\n${prose('港口')}\n\n${sections}\n\n${contents}`],
  ])('%s it', (_, page) => {
    const body = bodyOf('港口罢工结束', page)
    expect(body).not.toContain('还没有写到')
    expect(body.match(/背景/g)).toHaveLength(2)
  })
})

describe('the title', () => {
  test('as the page has it, in other words than the feed', () => {
    const page = `# 一个关于港口罢工结束的消息\n\n关于本站的介绍\n\n## 关于港口罢工结束的消息\n\n${text}`
    expect(bodyOf('一个关于港口罢工结束的消息', page)).toBe(read)
  })

  test('with signs that the feed wrote as entities', () => {
    const page = `# 港口&quot;罢工&quot;结束\n\n本站\n\n港口"罢工"结束\n\n${text}`
    expect(bodyOf('港口&quot;罢工&quot;结束', page)).toBe(read)
  })

  test('alone, twice, is no article', () => {
    const title = 'Hackers exploit a plugin flaw to infect 3,300 sites with malware'
    expect(cleanPage(fetchedPage(title, `# ${title}\n\n[Home](/)\n\n${title}`), []).status).toBe(
      'empty',
    )
  })
})

describe('a page that was cut', () => {
  const entry = (i: number) =>
    `* [Product ${i}](/p${i})\n\nOur platform ${i}\n\nProtects what is yours, number ${i}, every day of the year.\n\n[Learn more](/m${i})`
  const menu = Array.from({ length: 40 }, (_, i) => entry(i)).join('\n\n')

  test('in its menu holds no article, and so no text that was cut', () => {
    const page = fetchedPage('甲漏洞通报', '')
    const markdown = `# 甲漏洞通报\n\n[首页](/)\n\n[登录](/in)\n\n${menu}...`
    const { status, truncated } = cleanPage({ ...page, markdown }, [])
    expect([status, truncated]).toEqual(['empty', false])
  })

  test('in its article holds one', () => {
    const page = `# 甲漏洞通报\n\n${menu}\n\n# 甲漏洞通报\n\n${prose('甲').repeat(20)}...`
    expect(cleanPage(fetchedPage('甲漏洞通报', page), []).status).toBe('article')
  })

  const long = Array.from({ length: 60 }, (_, i) => prose(`第${i}段`)).join('\n\n')

  test('in its text is marked, one that was cut in the menu under it is not', () => {
    const isTruncated = (markdown: string) =>
      cleanPage(fetchedPage('港口罢工结束', markdown), []).truncated
    expect(isTruncated(`# 港口罢工结束\n\n${long}\n\n记者还看到...`)).toBe(true)
    const links = '[海上风电](/a)\n\n[深海电缆](/b)\n\n[联系我们](/c)\n\n[隐私'
    expect(isTruncated(`# 港口罢工结束\n\n${long}\n\n相关文章\n\n${links}...`)).toBe(false)
  })
})
