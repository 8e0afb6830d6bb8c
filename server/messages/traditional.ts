/** The texts in 繁體中文, in the words of Taiwan. */

import type { ParameterReason } from '../problems/parameter-problem.ts'
import { joinCitation, listFigures, nameParameter } from './composed-texts.ts'
import type { Messages } from './messages.ts'

const number = new Intl.NumberFormat('zh-Hant-TW', { maximumFractionDigits: 1 })

export const traditional: Messages = {
  language: 'zh-Hant',
  languageName: '繁體中文',
  languages: '介面語言',
  name: '搜文',
  tagline: '在典藏的文章裡全文搜尋',
  titleOf: (page: string) => `${page} - 搜文`,

  query: '搜尋詞',
  queryHint: '詞語、"原句" 或 source:來源',
  submit: '搜尋',
  filters: '來源與日期',
  source: '來源',
  sourceHint: '如 solidot',
  from: '起',
  to: '止',
  dateHint: '年-月-日',
  filterHelp: '日期可以只寫年（2025）或年月（2025-03），也可以寫 2025年3月9日、上週三、三天前。',
  activeFilter: {
    source: (source: string) => `來源含「${source}」`,
    sourceIs: (source) => `來源：${source}`,
    from: (date: string) => `${date} 起`,
    to: (date: string) => `${date} 止`,
  },
  removeFilter: (filter: string) => `移除條件：${filter}`,

  facets: {
    label: '篩選',
    toFacets: '篩選 ↓',
    source: '來源',
    noSource: '未註明來源',
    elsewhere: '其他來源',
    more: (sources) => `另外 ${number.format(sources)} 項`,
    time: '時間',
    undated: '沒有日期',
    bar: (period, articles) => `${period}：${number.format(articles)} 篇`,
    tagTitle: '標籤',
    authorTitle: '作者',
    languageTitle: '語言',
    language: { zh: '中文', en: '英文', ja: '日文', other: '其他語言' },
    statusTitle: '抓取情況',
    status: {
      article: '有內文',
      empty: '沒有內文',
      blocked: '被攔截',
      'script-only': '要執行程式',
      removed: '原文已刪除',
      login: '要登入',
      error: '網站出錯',
    },
    truncated: '不完整',
    repaired: '已還原亂碼',
  },

  sort: '排序',
  byRelevance: '依相關度',
  byDate: '依日期',
  byFetch: '依抓取時間',
  total: (articles: number) => `找到 ${number.format(articles)} 篇`,
  time: (milliseconds: number) => `用時 ${number.format(milliseconds)} 毫秒`,
  results: '搜尋結果',
  untitled: '（無標題）',
  titleOnly: '沒有抓取到內文，只有標題和來源。',
  copies: (copies: number) => `另有 ${number.format(copies)} 個來源`,
  pages: '翻頁',
  previous: '上一頁',
  next: '下一頁',
  page: (page: number, pages: number) => `第 ${number.format(page)} / ${number.format(pages)} 頁`,
  deepest: (results: number) =>
    `最多能翻到第 ${number.format(results)} 篇；想看後面的，請加上來源或日期縮小範圍。`,

  didYouMean: '您是不是要找：',
  totalAndPartial: (articles: number, partial: number) =>
    `${articles === 0 ? '沒有文章' : `${number.format(articles)} 篇`}包含全部詞語；另有 ${number.format(partial)} 篇缺少其中一些`,
  partialBegin: '以下文章缺少一些詞語。一定要有的詞，請在前面加上 +。',
  lacks: '缺少：',
  inPage: (pages) => `有 ${number.format(pages)} 個網頁在正文以外的部分包含它，連同這些一起搜尋`,
  fromPage: '正文以外',
  warnings: {
    plain: '下面這些沒有當作特殊寫法，而是當作一般詞語搜尋了：',
    dropped: '下面這些沒有用來搜尋：',
    limited: '下面這些只搜尋了一部分：',
    widened: '下面這些也按別的寫法搜尋了：',
    unknown: '沒有文章包含：',
    absent: '沒有文章是這個地址，改為搜尋同時含有其中各個詞語的文章：',
  },
  warningHelp:
    '引號和括號要成對，減號和加號要緊貼在詞的前面，AND、OR、NOT 旁邊要有詞，「 」要和前後的字空開，欄位寫作 source:來源、title:詞語 或 date:2025-03。',

  nothing: '沒有找到相符的文章。',
  noSuchPage: '沒有這一頁。',
  firstPage: '回到第一頁',
  tryInstead: '可以試試：',
  withoutQuotes: '不要求原句，拿掉引號',
  withoutExclusions: '不排除任何詞',
  withoutSource: '在全部來源裡找',
  withoutDates: '不限日期',
  withoutKind: '不限語言和抓取情況',
  withoutPrefixes: '不限欄位，只依詞語找',
  fewerWords: '換一個更短、更常見的說法，或少寫幾個詞。',

  archive: (articles: number, sources: number) =>
    `共 ${number.format(articles)} 篇文章，${number.format(sources)} 個來源`,
  span: (first: string, last: string) => `${first} 至 ${last}`,
  howTo: '怎樣搜尋',
  examples: {
    words: '幾個詞都要有；簡體、繁體、全形、半形都找得到',
    phrase: '引號裡的原句，一字不差',
    without: (wanted, unwanted) => `要有「${wanted}」，不要「${unwanted}」`,
    title: '只在標題裡找',
    dates: '一段日期之內，寫到日、月或年都可以',
    source: '只看一個來源的文章',
    either: '兩個詞有一個就行；括號可以分組',
    beginning: '以此開頭的詞',
    site: '一個網站的文章',
    language: '一種語言的文章：zh、en、ja',
    status: '抓取情況：truncated、repaired、blocked、removed 等',
    fetched: '抓取的日期',
  },
  samples: { words: ['蘋果', '手機'], phrase: '開源模型' },

  original: '查看原文',
  back: '返回搜尋結果',
  backHome: '返回首頁',
  tryAgain: '再試一次',
  count: (articles) => number.format(articles),
  fetched: (date: string) => `${date} 抓取`,
  badAddress: '原文網址（不是網頁連結）：',
  truncated: '抓取時超過長度上限，典藏裡的文章在結尾處中斷；完整內容請看原文。',
  code: '程式碼',
  table: '表格',
  status: {
    article: '',
    empty: '抓取到的頁面沒有內文，這裡只有標題和來源。',
    blocked: '抓取時被網站攔截，這裡只有標題和來源。',
    'script-only': '網頁要執行程式才顯示內文，典藏裡只有標題和來源。',
    removed: '抓取時原文已被刪除，這裡只有標題和來源。',
    login: '原文要登入才能看，典藏裡只有標題和來源。',
    error: '抓取時網站出錯，這裡只有標題和來源。',
  },

  siteLinks: '本站',
  sources: {
    title: '來源',
    name: '來源',
    articles: '文章',
    failed: '抓取失敗',
    last: '最近',
    trend: '近兩年',
    trendOf: (counts) => `近兩年每月篇數：${counts.join('、')}`,
  },
  help: {
    title: '搜尋語法',
    keysTitle: '快速鍵',
    closeKeys: '關閉',
    keys: [
      { key: '/', does: '到搜尋框' },
      { key: 'j k', does: '下一筆、上一筆結果' },
      { key: 'o', does: '開啟這筆結果' },
      { key: 'n p', does: '文章裡的下一處、上一處' },
      { key: '?', does: '顯示這些快速鍵' },
    ],
  },
  about: {
    title: '關於',
    figures: (figures) =>
      listFigures(
        figures,
        number,
        {
          articles: '文章',
          sources: '來源',
          terms: '詞語',
          index: '索引',
          generation: '索引代次',
          updated: '更新時間',
          program: '程式',
        },
        '，',
      ),
  },
  article: {
    marks: (places) => `搜尋詞出現 ${number.format(places)} 處`,
    previousMark: '上一處',
    nextMark: '下一處',
    notes: '關於這篇文章',
    cite: '引用',
    citation: (citation) => joinCitation(citation, '〈〉', '，'),
    file: '典藏檔案',
    versions: (count) => `抓取過 ${number.format(count)} 次`,
    unread: '未讀',
    furniture: (lines) => `頁面上不屬於文章的 ${number.format(lines)} 行`,
    related: '相關文章',
  },
  api: {
    title: 'API',
    intro: '每個網址接受的參數如下，多餘的參數會被拒絕；出錯時傳回 application/problem+json。',
    document: 'OpenAPI 文件',
  },
  entrance: {
    title: '請輸入通行碼',
    token: '通行碼',
    enter: '進入',
    wrongToken: '通行碼不對，請再試一次。',
    tokenHelp: '通行碼由啟動 souwen 的人設定（--token）。',
  },
  problem: {
    tooMany: '請求太多了',
    busy: '現在太忙',
    badRequest: '這樣沒辦法搜尋',
    notFound: '沒有這個頁面',
    noFile: '沒有典藏檔案',
    forbidden: '不接受這個網址',
    unavailable: '索引現在用不了',
    internal: '程式出錯了',
  },
  advice: {
    tooMany: '請稍後再試。',
    busy: '同時進行的搜尋太多，請稍後再試。',
    badRequest: '請改正這一項，再試一次。',
    notFound: '網址可能寫錯了，或者文章已不在典藏裡。',
    noFile:
      '典藏資料夾裡讀不到這篇文章的檔案：它可能已被移走、改名或刪除。文章的內文仍在索引裡，請返回上一頁閱讀。',
    forbidden: '請用啟動時顯示的網址開啟；要用別的主機名，請在啟動時用 --host 指定。',
    internal: '不是您的錯。請再試一次；如果還是這樣，請看執行 souwen 的終端機裡的紀錄。',
  },
  unavailable: {
    'index-missing': '還沒有索引。請先執行 souwen index 建立索引，然後重新整理本頁。',
    'index-foreign':
      '索引資料夾裡是別的程式的檔案。請用 --index 指定另一個資料夾，並在那裡執行 souwen index。',
    'index-damaged': '索引檔已損壞。請執行 souwen index --full 重建索引，然後重新整理本頁。',
    'index-newer': '索引由更新版本的 souwen 建立。請升級本程式，或執行 souwen index --full 重建。',
    'index-older': '索引由舊版本的 souwen 建立。請執行 souwen index --full 重建。',
  },
  parameter: nameParameter(
    {
      q: '搜尋詞',
      page: '頁碼',
      sort: '排序',
      source: '來源',
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
      return `${parameter}出現了不止一次。`
    case 'unknown':
      return `沒有 ${parameter} 這個參數。`
    case 'integer':
      return `${parameter}應是 ${reason.minimum} 到 ${reason.maximum} 之間的整數。`
    case 'choice':
      return `${parameter}只能是 ${reason.choices.join('、')} 之一。`
    case 'date':
      return `${parameter}應是真實的日期，例如 2025、2025-03、2025-03-09、2025/3/9、20250309、2025年3月9日、昨天、三天前、上週三、去年三月。`
    case 'length':
      return `${parameter}最多 ${number.format(reason.maximum)} 個字元。`
    case 'depth':
      return `最多能看到第 ${number.format(reason.maximum)} 條結果。`
  }
}
