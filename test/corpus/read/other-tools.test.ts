/** Fields as other tools write them: each form as the tool itself puts it out. */

import { describe, expect, test } from 'vitest'
import { dayIn } from '../../../src/corpus/read/days.ts'
import { readFrontMatter } from '../../../src/corpus/read/front-matter.ts'
import { HEAD_BYTES, readHead, readPage } from '../../../src/corpus/read/page.ts'

const read = (text: string, path = 'a.md') => {
  const page = readPage(Buffer.from(text), path)
  const { fields } = readFrontMatter(text)
  return { ...page, authors: fields.authors, tags: fields.tags, meta: fields.meta }
}

describe('front matter of', () => {
  test.each([
    [
      'Hugo, in YAML',
      '---\ntitle: "盐场: 上篇"\ndate: 2023-11-05T23:30:00-08:00\nlastmod: 2024-01-01\ntags: [盐, 海]\ncategories:\n- 手记\nauthor: 林渡\ndraft: true\n---\n正文',
      {
        title: '盐场: 上篇',
        date: '2023-11-05',
        authors: ['林渡'],
        tags: ['盐', '海', '手记'],
        markdown: '正文',
      },
    ],
    [
      'Hugo, in TOML',
      '+++\ntitle = "木船"\ndate = 2022-02-03\nauthors = ["甲乙", "丙丁"]\n[params]\nx = 1\n+++\n\n正文',
      { title: '木船', date: '2022-02-03', authors: ['甲乙', '丙丁'], markdown: '\n正文' },
    ],
    [
      'Hugo, in JSON',
      '{\n  "title": "渔网",\n  "publishDate": "2021-07-08T00:00:00Z",\n  "keywords": ["网"],\n  "a": {"b": 1}\n}\n\n正文',
      { title: '渔网', date: '2021-07-08', tags: ['网'], markdown: '\n正文' },
    ],
    [
      'TOML that is none',
      '+++\ntitle = 没有引号\ndate = 昨天\n+++\n正文',
      { title: '没有引号', date: '', markdown: '正文' },
    ],
    [
      'Hexo without a first fence',
      'title: 旧文\ndate: 2016-05-06 07:08:09\ncategories:\ntags: 船\n---\n正文',
      { title: '旧文', date: '2016-05-06', tags: ['船'], markdown: '正文' },
    ],
    [
      'Jekyll',
      '---\nlayout: post\ntitle:  "Ropes"\ndate:   2015-11-17 16:16:01 -0600\ncategories: knots sailing\n---\nText',
      { title: 'Ropes', date: '2015-11-17', tags: ['knots', 'sailing'] },
    ],
    [
      'VuePress',
      '---\ntitle: 罗盘\nauthor: { name: 周行, url: https://a.example }\ncategory: 仪器\ntag:\n  - 磁\n  - 针\n---\n正文',
      { title: '罗盘', authors: ['周行'], tags: ['仪器', '磁', '针'] },
    ],
    [
      'Pelican',
      'Title: Buoys\nDate: 2010-12-03 10:20\nTags: sea, signals\nAuthors: Ann Lee, Bo Day\nSlug: b\n\nText',
      {
        title: 'Buoys',
        date: '2010-12-03',
        tags: ['sea', 'signals'],
        authors: ['Ann Lee', 'Bo Day'],
        markdown: '\nText',
      },
    ],
    [
      'Obsidian’s Web Clipper',
      '---\ntitle: "Tide tables, explained"\nsource: "https://tides.example/t"\nauthor:\n  - "[[Kim Sea]]"\npublished: 2024-06-07\ncreated: 2024-08-09\ndescription: "How: they work"\ntags:\n  - "clippings"\n---\nText',
      {
        title: 'Tide tables, explained',
        url: 'https://tides.example/t',
        source: '',
        authors: ['Kim Sea'],
        date: '2024-06-07',
        fetchDate: '2024-08-09',
        tags: ['clippings'],
      },
    ],
    [
      'Omnivore',
      '---\nid: 1f\ntitle: |\n  Two lines\n  of title\nauthor: |\n  Jo Pier\ntags:\n  - read\ndate_saved: 2023-09-10 11:12:13\ndate_published: 2023-09-01 00:00:00\n---\n# Other\n',
      {
        title: 'Two lines of title',
        authors: ['Jo Pier'],
        date: '2023-09-01',
        fetchDate: '2023-09-10 11:12:13',
      },
    ],
    [
      'Joplin',
      '---\ntitle: 港口笔记\nupdated: 2024-02-02 01:00:00Z\ncreated: 2024-02-01 01:00:00Z\nsource: https://port.example/1\nlatitude: 31.2\n---\n正文',
      { title: '港口笔记', url: 'https://port.example/1', date: '2024-02-01' },
    ],
    [
      'SiYuan',
      '---\ntitle: 缆桩\ndate: 2023-03-04T05:06:07Z\nlastmod: 2023-04-04T05:06:07Z\ntags: [港, 桩]\n---\n\n# 缆桩\n',
      { title: '缆桩', date: '2023-03-04', tags: ['港', '桩'] },
    ],
    [
      'Karakeep',
      '---\nbookmark_id: "x1"\nurl: https://k.example/p\ntitle: |\n  Lamps\ndate: 2024-05-05T06:07:08.000Z\ntags:\n  - light\nnote: 自己的话\n---\n\n# Lamps',
      { title: 'Lamps', url: 'https://k.example/p', date: '2024-05-05', tags: ['light'] },
    ],
    [
      'wallabag',
      '---\nwallabag_id: 7\ntitle: Docks\noriginal_url: https://w.example/d\ndomain_name: w.example\npublished_by: "Al Dock"\npublished_at: "2020-01-02T03:04:05+0000"\nreading_time: 4\n---\nText',
      {
        title: 'Docks',
        url: 'https://w.example/d',
        source: 'w.example',
        date: '2020-01-02',
        authors: ['Al Dock'],
      },
    ],
    [
      'Readwise',
      '# Sails\n\n![rw-book-cover](https://r.example/c.png)\n\n## Metadata\n- Author: [[r.example]]\n- Full Title: Sails and Masts\n- Category: #articles\n- Document Tags: [[wind]] [[sea]] \n- URL: https://r.example/s\n\n## Highlights\n- Text',
      {
        title: 'Sails and Masts',
        url: 'https://r.example/s',
        authors: ['r.example'],
        tags: ['articles', 'wind', 'sea'],
      },
    ],
    [
      'a feed reader',
      '---\ntitle: News\nlink: https://f.example/n\nfeed_title: Harbour Feed\npubDate: Tue, 02 Jan 2024 23:00:00 -0500\ndc:creator: Pat Quay\n---\nText',
      {
        url: 'https://f.example/n',
        source: 'Harbour Feed',
        date: '2024-01-02',
        authors: ['Pat Quay'],
      },
    ],
    [
      'keys in Chinese',
      '---\n标题: 渡船\n作者: 江一、江二\n标签: 船，渡口\n发布时间: 2024年3月5日\n原文链接: https://d.example/1\n来源: 渡口报\n---\n正文',
      {
        title: '渡船',
        authors: ['江一', '江二'],
        tags: ['船', '渡口'],
        date: '2024-03-05',
        url: 'https://d.example/1',
        source: '渡口报',
      },
    ],
    [
      'an exporter of WeChat',
      '# 夜航\n\n> 公众号: 航海志\n> 作者: 海生\n> 发布时间: 2023-10-11 12:13:14\n> 原文链接: [点此](https://mp.example/s/1)\n\n正文',
      {
        title: '夜航',
        source: '航海志',
        authors: ['海生'],
        date: '2023-10-11',
        url: 'https://mp.example/s/1',
      },
    ],
    [
      'one line under a heading',
      '夜雾\n===\n\n**作者**：阿浮 | **日期**：2022/1/2 | **来源**：雾报\n\n正文',
      { title: '夜雾', source: '雾报', authors: ['阿浮'], date: '2022-01-02' },
    ],
    [
      'translators',
      '[#]: subject: "Boats"\n[#]: via: "https://b.example/boats"\n[#]: author: "Sy Oar https://b.example/sy"\n[#]: translator: "译者"\n\n船\n======\n\n正文',
      { title: '船', url: 'https://b.example/boats', authors: ['Sy Oar'] },
    ],
    [
      'YAML that is none',
      '---\ntitle: 甲: "乙" 丙\nauthor: 丁\ntags: [戊, 己]\n---\n正文',
      { title: '甲: "乙" 丙', authors: ['丁'], tags: ['戊', '己'], markdown: '正文' },
    ],
    [
      'a page that names nothing known',
      '---\noutline: deep\n---\n\n# 概览\n',
      { title: '概览', markdown: '\n# 概览\n' },
    ],
    ['an empty one', '---\n---\n# 概览\n', { title: '概览', markdown: '# 概览\n' }],
  ])('%s', (_, text, expected) => {
    const page = read(text)
    expect(page).toMatchObject(expected)
    const bytes = Buffer.from(text)
    const head = readHead(bytes.subarray(0, HEAD_BYTES), 'a.md', () => bytes)
    expect(page).toMatchObject(head)
  })

  test('any other field is kept under its name', () => {
    const { meta } = read(
      '---\ntitle: 甲\nrating: 5\nlang: zh\naliases: [乙, 丙]\nmenu: { main: 1 }\nupdated: 2024-01-01\ndate: 2023-01-01\n---\n',
    )
    expect(Object.fromEntries(meta)).toEqual({
      rating: '5',
      lang: 'zh',
      aliases: '乙, 丙',
      updated: '2024-01-01',
    })
  })
})

describe('what is no front matter stays text', () => {
  test.each([
    ['a notice', '# 聚会\n\n时间：下午三点\n\n正文'],
    ['a sentence with a colon', '# 聚会\n\n他说：明天来。\n\n正文'],
    ['a dialogue', '问：几点？\n答：三点。\n'],
    ['an object in a text', '{\n "a": 1\n}\n正文'],
    ['a sum', '+++\n没有字段\n'],
  ])('%s', (_, text) => {
    expect(read(text)).toMatchObject({ markdown: text, url: '', date: '' })
  })

  test('nesting without end and aliases without number harm nothing', () => {
    for (const lines of ['[', '{a: ', '- ', '? '].map((piece) => piece.repeat(4000)))
      expect(read(`---\nx: ${lines}\n---\n正文`).markdown).toContain('正文')
    const bomb = [
      'a: &a [x,x,x,x,x,x,x,x,x]',
      ...'bcdefghi'
        .split('')
        .map((name, i) => `${name}: &${name} [${`*${'abcdefgh'[i]},`.repeat(9)}]`),
    ]
    expect(read(`---\n${bomb.join('\n')}\ntitle: 甲\n---\n正文`).title).toBe('甲')
  })
})

describe('days', () => {
  test.each([
    ['2024-01-02T23:59:59-11:00', '2024-01-02'],
    ['2024-1-2 8:00', '2024-01-02'],
    ['2024/01/02', '2024-01-02'],
    ['2024.1.2', '2024-01-02'],
    ['2024年1月2日 星期二', '2024-01-02'],
    ['20240102', '2024-01-02'],
    ['20240102T080000Z', '2024-01-02'],
    ['Tue, 02 Jan 2024 08:00:00 +0800', '2024-01-02'],
    ['2 January 2024', '2024-01-02'],
    ['2nd Jan, 2024', '2024-01-02'],
    ['January 2, 2024', '2024-01-02'],
    ['Tuesday, January 2nd, 2024', '2024-01-02'],
    ['Jan. 2, 2024 at 8:00 PM', '2024-01-02'],
    ['Tue Jan 02 2024 08:00:00 GMT+0800', '2024-01-02'],
    ['Tue Jan  2 08:00:00 CST 2024', '2024-01-02'],
    ['1/2/2024', '2024-01-02'],
    ['25/12/2024', '2024-12-25'],
    ['2.1.2024', '2024-01-02'],
    ['1704153600', '2024-01-02'],
    ['1704153600123', '2024-01-02'],
    ['31 February 2024', ''],
    ['2024', ''],
    ['版本 2024.1.2', ''],
    ['Chapter 2 2024', ''],
  ])('%s', (text, day) => {
    expect(dayIn(text)).toBe(day)
  })

  test('in a file’s name', () => {
    expect(read('正文', 'posts/2024-01-02-灯塔.md')).toMatchObject({
      date: '2024-01-02',
      title: '灯塔',
    })
    expect(read('正文', '2023/05/06/20240102 灯塔.md')).toMatchObject({
      date: '2024-01-02',
      title: '灯塔',
    })
    expect(read('正文', '2024-13-02-灯塔.md')).toMatchObject({ date: '' })
    expect(read('正文', '2024-01-02.md')).toMatchObject({ date: '2024-01-02', title: '2024-01-02' })
  })
})
