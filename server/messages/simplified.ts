/** The texts in 简体中文. The comments here say what each entry is for, in all tables. */

import type { ErrorCode } from '../../src/errors.ts'
import type { ParameterReason } from '../problems/parameter-problem.ts'
import {
  type Citation,
  type Figures,
  joinCitation,
  listFigures,
  nameParameter,
} from './composed-texts.ts'

const number = new Intl.NumberFormat('zh-Hans-CN', { maximumFractionDigits: 1 })

export const simplified = {
  /** The BCP 47 tag, for `lang`, for the cookie and for the switch. */
  language: 'zh-Hans',
  /** The language's own name. */
  languageName: '简体中文',
  languages: '界面语言',
  name: '搜文',
  tagline: '在存档的文章里全文搜索',
  titleOf: (page: string) => `${page} - 搜文`,

  query: '搜索词',
  queryHint: '词语、"原句" 或 source:来源',
  submit: '搜索',
  filters: '来源与日期',
  source: '来源',
  sourceHint: '如 solidot',
  from: '起',
  to: '止',
  dateHint: '年-月-日',
  filterHelp: '日期可以只写年（2025）或年月（2025-03），也可以写 2025年3月9日、上周三、三天前。',
  activeFilter: {
    source: (source: string) => `来源含“${source}”`,
    sourceIs: (source: string) => `来源：${source}`,
    from: (date: string) => `${date} 起`,
    to: (date: string) => `${date} 止`,
  },
  removeFilter: (filter: string) => `去掉条件：${filter}`,

  facets: {
    label: '筛选',
    toFacets: '筛选 ↓',
    source: '来源',
    noSource: '未注明来源',
    elsewhere: '其他来源',
    more: (sources: number) => `另外 ${number.format(sources)} 项`,
    time: '时间',
    undated: '没有日期',
    /** Labels a bar of the histogram. */
    bar: (period: string, articles: number) => `${period}：${number.format(articles)} 篇`,
    tagTitle: '标签',
    authorTitle: '作者',
    languageTitle: '语言',
    language: { zh: '中文', en: '英文', ja: '日文', other: '其他语言' },
    statusTitle: '抓取情况',
    status: {
      article: '有正文',
      empty: '没有正文',
      blocked: '被拦截',
      'script-only': '要运行脚本',
      removed: '原文已删除',
      login: '要登录',
      error: '网站出错',
    },
    truncated: '不完整',
    repaired: '已还原乱码',
  },

  sort: '排序',
  byRelevance: '按相关度',
  byDate: '按日期',
  byFetch: '按抓取时间',
  total: (articles: number) => `找到 ${number.format(articles)} 篇`,
  time: (milliseconds: number) => `用时 ${number.format(milliseconds)} 毫秒`,
  results: '搜索结果',
  untitled: '（无标题）',
  titleOnly: '没有抓取到正文，只有标题和来源。',
  copies: (copies: number) => `另有 ${number.format(copies)} 个来源`,
  pages: '翻页',
  previous: '上一页',
  next: '下一页',
  page: (page: number, pages: number) => `第 ${number.format(page)} / ${number.format(pages)} 页`,
  deepest: (results: number) =>
    `最多能翻到第 ${number.format(results)} 篇；想看后面的，请加上来源或日期缩小范围。`,

  didYouMean: '您是不是要找：',
  totalAndPartial: (articles: number, partial: number) =>
    `${articles === 0 ? '没有文章' : `${number.format(articles)} 篇`}包含全部词语；另有 ${number.format(partial)} 篇缺少其中一些`,
  /** Stands between the articles that have all words and those that lack some. */
  partialBegin: '以下文章缺少一些词语。一定要有的词，请在前面加上 +。',
  /** Stands before the words that an article lacks. */
  lacks: '缺少：',
  /** A link to the same search over whole pages. */
  inPage: (pages: number) =>
    `有 ${number.format(pages)} 个网页在正文以外的部分包含它，连同这些一起搜索`,
  /** Marks a passage that was taken off its page. */
  fromPage: '正文以外',
  /** Each says what was done with the parts of the query that follow it. */
  warnings: {
    plain: '下面这些没有按特殊写法理解，当作普通词语搜索了：',
    dropped: '下面这些没有用来搜索：',
    limited: '下面这些只搜索了一部分：',
    widened: '下面这些也按别的写法搜索了：',
    unknown: '没有文章包含：',
    absent: '没有文章是这个地址，改为搜索同时含有其中各个词语的文章：',
  },
  warningHelp:
    '引号和括号要成对，减号和加号要紧贴在词的前面，AND、OR、NOT 旁边要有词，“ ”要和前后的字空开，字段写作 source:来源、title:词语 或 date:2025-03。',

  nothing: '没有找到相符的文章。',
  noSuchPage: '没有这一页。',
  firstPage: '回到第一页',
  tryInstead: '可以试试：',
  withoutQuotes: '不要求原句，去掉引号',
  withoutExclusions: '不排除任何词',
  withoutSource: '在全部来源里找',
  withoutDates: '不限日期',
  withoutKind: '不限语言和抓取情况',
  withoutPrefixes: '不限字段，只按词语找',
  fewerWords: '换一个更短、更常见的说法，或少写几个词。',

  archive: (articles: number, sources: number) =>
    `共 ${number.format(articles)} 篇文章，${number.format(sources)} 个来源`,
  span: (first: string, last: string) => `${first} 至 ${last}`,
  howTo: '怎样搜索',
  /** Explain queries to try, whose words are the archive's own. */
  examples: {
    words: '几个词都要有；简体、繁体、全角、半角都找得到',
    phrase: '引号里的原句，一字不差',
    without: (wanted: string, unwanted: string) => `要有“${wanted}”，不要“${unwanted}”`,
    title: '只在标题里找',
    dates: '一段日期之内，写到日、月或年都可以',
    source: '只看一个来源的文章',
    either: '两个词有一个就行；括号可以分组',
    beginning: '以此开头的词',
    site: '一个网站的文章',
    language: '一种语言的文章：zh、en、ja',
    status: '抓取情况：truncated、repaired、blocked、removed 等',
    fetched: '抓取的日期',
  },
  /** The help page uses these words where no archive offers its own. */
  samples: { words: ['苹果', '手机'] satisfies [string, string], phrase: '开源模型' },

  original: '查看原文',
  back: '返回搜索结果',
  backHome: '返回首页',
  tryAgain: '再试一次',
  /** Writes a number of articles in tables and lists. */
  count: (articles: number) => number.format(articles),
  fetched: (date: string) => `${date} 抓取`,
  badAddress: '原文地址（不是网页链接）：',
  truncated: '抓取时超过长度上限，存档里的文章到末尾处中断；完整内容请看原文。',
  code: '代码',
  table: '表格',
  status: {
    article: '',
    empty: '抓取到的页面没有正文，这里只有标题和来源。',
    blocked: '抓取时被网站拦截，这里只有标题和来源。',
    'script-only': '网页要运行脚本才显示正文，存档里只有标题和来源。',
    removed: '抓取时原文已被删除，这里只有标题和来源。',
    login: '原文要登录才能看，存档里只有标题和来源。',
    error: '抓取时网站出错，这里只有标题和来源。',
  },

  siteLinks: '本站',
  sources: {
    title: '来源',
    name: '来源',
    articles: '文章',
    failed: '抓取失败',
    last: '最近',
    trend: '近两年',
    /** Tells the trend line to those who cannot see it. */
    trendOf: (counts: readonly number[]) => `近两年每月篇数：${counts.join('、')}`,
  },
  help: {
    title: '搜索语法',
    keysTitle: '快捷键',
    closeKeys: '关闭',
    keys: [
      { key: '/', does: '到搜索框' },
      { key: 'j k', does: '下一条、上一条结果' },
      { key: 'o', does: '打开这条结果' },
      { key: 'n p', does: '文章里的下一处、上一处' },
      { key: '?', does: '显示这些快捷键' },
    ],
  },
  about: {
    title: '关于',
    figures: (figures: Figures) =>
      listFigures(
        figures,
        number,
        {
          articles: '文章',
          sources: '来源',
          terms: '词语',
          index: '索引',
          generation: '索引代次',
          updated: '更新时间',
          program: '程序',
        },
        '，',
      ),
  },
  article: {
    marks: (places: number) => `搜索词出现 ${number.format(places)} 处`,
    previousMark: '上一处',
    nextMark: '下一处',
    notes: '关于这篇文章',
    cite: '引用',
    citation: (citation: Citation) => joinCitation(citation, '《》', '，'),
    file: '存档文件',
    versions: (count: number) => `抓取过 ${number.format(count)} 次`,
    unread: '未读',
    furniture: (lines: number) => `页面上不属于文章的 ${number.format(lines)} 行`,
    related: '相关文章',
  },
  api: {
    title: 'API',
    intro: '每个地址接受的参数如下，多余的参数会被拒绝；出错时返回 application/problem+json。',
    document: 'OpenAPI 文档',
  },
  entrance: {
    title: '请输入口令',
    token: '口令',
    enter: '进入',
    wrongToken: '口令不对，请再试一次。',
    tokenHelp: '口令由启动 souwen 的人设定（--token）。',
  },
  problem: {
    tooMany: '请求太多了',
    busy: '现在太忙',
    badRequest: '这样搜索不了',
    notFound: '没有这个页面',
    noFile: '没有存档文件',
    forbidden: '不接受这个网址',
    unavailable: '索引现在用不了',
    internal: '程序出错了',
  },
  advice: {
    tooMany: '请过一会儿再试。',
    busy: '同时进行的搜索太多，请过一会儿再试。',
    badRequest: '请改正这一项，再试一次。',
    notFound: '网址可能写错了，或者文章已不在存档里。',
    noFile:
      '存档文件夹里读不到这篇文章的文件：它可能已被移走、改名或删除。文章的正文仍在索引里，请返回上一页阅读。',
    forbidden: '请用启动时显示的网址打开；要用别的主机名，请在启动时用 --host 指定。',
    internal: '不是您的错。请再试一次；如果还是这样，请看运行 souwen 的终端里的记录。',
  },
  unavailable: {
    'index-missing': '还没有索引。请先运行 souwen index 建立索引，然后刷新本页。',
    'index-foreign':
      '索引文件夹里是别的程序的文件。请用 --index 指定另一个文件夹，并在那里运行 souwen index。',
    'index-damaged': '索引文件已损坏。请运行 souwen index --full 重建索引，然后刷新本页。',
    'index-newer': '索引由更新版本的 souwen 建立。请升级本程序，或运行 souwen index --full 重建。',
    'index-older': '索引由旧版本的 souwen 建立。请运行 souwen index --full 重建。',
  } satisfies Partial<Record<ErrorCode, string>>,
  /** Names a parameter as the form does. */
  parameter: nameParameter(
    {
      q: '搜索词',
      page: '页码',
      sort: '排序',
      source: '来源',
      from: '起始日期',
      to: '截止日期',
    },
    '（',
    '）',
  ),
  parameterProblem: describeReason,
}

function describeReason(parameter: string, reason: ParameterReason): string {
  switch (reason.kind) {
    case 'missing':
      return `缺少${parameter}。`
    case 'repeated':
      return `${parameter}出现了不止一次。`
    case 'unknown':
      return `不认识参数 ${parameter}。`
    case 'integer':
      return `${parameter}应是 ${reason.minimum} 到 ${reason.maximum} 之间的整数。`
    case 'choice':
      return `${parameter}只能是 ${reason.choices.join('、')} 之一。`
    case 'date':
      return `${parameter}应是真实的日期，例如 2025、2025-03、2025-03-09、2025/3/9、20250309、2025年3月9日、昨天、三天前、上周三、去年三月。`
    case 'length':
      return `${parameter}最多 ${number.format(reason.maximum)} 个字符。`
    case 'depth':
      return `最多能看到第 ${number.format(reason.maximum)} 条结果。`
  }
}
