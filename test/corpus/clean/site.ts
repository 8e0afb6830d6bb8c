/** A made-up site for tests of what comes back on its pages: each page has the same menu and foot around its own article. */

import type { Page } from '../../../src/corpus/article.ts'
import { learnSite, sampledPage } from '../../../src/corpus/clean/learn-site.ts'

export interface Text {
  readonly title: string
  readonly body: string
}

export function pageOf(title: string, markdown: string): Page {
  const url = `https://news.example.com/${encodeURIComponent(title)}`
  return {
    path: `${title}.md`,
    title,
    url,
    source: '示例网',
    date: '2025-01-01',
    fetchDate: '',
    authors: [],
    tags: [],
    meta: {},
    markdown,
    encoding: 'utf-8',
    repaired: '',
    repairedLines: '',
    navigation: [],
  }
}

/** A page that was fetched with the menu of a site that nobody knows. */
export function fetchedPage(title: string, markdown: string): Page {
  return pageOf(title, `[首页](/)\n\n[登录](/in)\n\n${markdown}`)
}

const MENU = '* [科学](/science)\n* [移动](/mobile)\n* [书籍](/books)'
const FOOT = '本站内容归作者所有，转载请联系编辑部。\n\n京ICP备12345678号'

/** The article as the site shows it: menu, title again, counter, body, foot. */
export function sitePage({ title, body }: Text, views: number): Page {
  const markdown = `# ${title}\n\n${MENU}\n\n## ${title}\n\n本文已被查看 ${views} 次\n\n${body}\n\n${FOOT}`
  return pageOf(title, markdown)
}

const TOPICS = [
  '潮汐发电',
  '古籍修复',
  '机场调度',
  '稻田养鱼',
  '量子钟',
  '地铁检修',
  '山火监测',
  '皮影戏',
  '深海电缆',
  '候鸟迁徙',
]

/** Ten pages with articles of their own. */
export function sitePages(): readonly Page[] {
  return TOPICS.map((topic, i) =>
    sitePage(
      {
        title: `${topic}的新进展`,
        body: `${topic}去年有了新进展，研究者在第${i}次试验中看到了结果。\n\n他们说，${topic}还要等很久才能普及。`,
      },
      i * 37,
    ),
  )
}

export function learnedFrom(pages: readonly Page[]): readonly Uint32Array[] {
  return [learnSite(pages.map(sampledPage))]
}
