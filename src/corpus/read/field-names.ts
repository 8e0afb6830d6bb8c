/**
 * Which field a name in front matter means. The names are those of Hugo, Hexo, Jekyll, VuePress, Pelican, Obsidian and its Web
 * Clipper, wallabag, Omnivore, Readwise, Joplin, SiYuan, Yuque, Karakeep, of feeds and of Chinese exporters. README.md lists them.
 */

export type FieldName = 'title' | 'url' | 'source' | 'date' | 'fetched' | 'author' | 'tag'

/**
 * The names of each field are in order of preference: the first that has a value is taken, but authors and tags are taken from
 * all.
 */
const NAMES: Readonly<Record<FieldName, string>> = {
  title: 'title, full title, og:title, headline, 标题, 题目, 篇名, 文章标题, 標題',
  url: 'url, link, original url, source url, canonical url, canonical, page url, article url, item url, web url, external url, original, href, uri, via, permalink, guid, 原文, 原文链接, 原文地址, 原文網址, 链接, 連結, 文章链接, 文章地址, 来源链接, 网址, 網址, 地址',
  source:
    'source, site name, site, website, publisher, publication, feed title, feed name, feed, domain name, domain, journal, blog, channel, account, 来源, 來源, 公众号, 公眾號, 媒体, 媒體, 站点, 网站, 網站, 出处, 發布者, 发布者',
  date: 'date, published, published at, published date, published time, publish date, publish time, publication date, pub date, date published, date_published, article:published_time, posted, posted at, post date, issued, 发布时间, 发布日期, 發布時間, 發佈日期, 发表时间, 发表日期, 发布于, 发表于, 日期, 时间, 時間, time, created, created at, created time, date created, creation date, create time, ctime, 创建时间, 创建日期, 建立時間, updated, updated at, last updated, lastmod, last mod, modified, modified at, last modified, mtime, 更新时间, 更新日期, 修改时间',
  fetched:
    'fetch date, fetched, fetched at, fetch time, retrieved, retrieved at, accessed, access date, saved, saved at, date saved, clipped, clipped at, archived, archived at, crawled, crawled at, crawl time, date added, added, added at, bookmarked, 抓取时间, 采集时间, 收藏时间, 保存时间, 剪藏时间, 下载时间, 存档时间, 抓取日期',
  author:
    'author, authors, author name, creator, dc:creator, byline, by, writer, written by, published by, 作者, 作者名, 撰文, 笔者, 撰稿, 文',
  tag: 'tags, tag, categories, category, keywords, keyword, topics, topic, labels, label, document tags, 标签, 標籤, 分类, 分類, 关键词, 关键字, 關鍵字, 类别, 话题, 专题',
}

const FIELDS = Object.keys(NAMES) as readonly FieldName[]

interface Meaning {
  readonly field: FieldName
  /** The names with less come first. */
  readonly rank: number
}

const MEANINGS: ReadonlyMap<string, Meaning> = new Map(
  FIELDS.flatMap((field) =>
    NAMES[field]
      .split(',')
      .map((name, rank): [string, Meaning] => [plainName(name), { field, rank }]),
  ),
)

/**
 * Returns the field that a name stands for, however it is spelled (`published_at`, `publishedAt`, `Published At`); undefined if
 * it is none of these.
 */
export function meaningOf(name: string): Meaning | undefined {
  return MEANINGS.get(plainName(name))
}

/** Letters and digits alone, in lower case. */
function plainName(name: string): string {
  return name.replace(/[\s_.:-]+/g, '').toLowerCase()
}
