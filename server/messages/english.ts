/** The texts in English. */

import type { ParameterReason } from '../problems/parameter-problem.ts'
import { joinCitation, listFigures, nameParameter } from './composed-texts.ts'
import type { Messages } from './messages.ts'

const number = new Intl.NumberFormat('en', { maximumFractionDigits: 1 })

export const english: Messages = {
  language: 'en',
  languageName: 'English',
  languages: 'Language',
  name: '搜文',
  tagline: 'Full-text search in archived articles',
  titleOf: (page) => `${page} - 搜文`,

  query: 'Search for',
  queryHint: 'words, "a phrase" or source:name',
  submit: 'Search',
  filters: 'Source and date',
  source: 'Source',
  sourceHint: 'such as solidot',
  from: 'From',
  to: 'Until',
  dateHint: 'YYYY-MM-DD',
  filterHelp:
    'A date may be a year (2025), a month (2025-03), 2025/3/9, yesterday, 3 days ago or last Wednesday.',
  activeFilter: {
    source: (source) => `source has “${source}”`,
    sourceIs: (source) => `source: ${source}`,
    from: (date) => `from ${date}`,
    to: (date) => `until ${date}`,
  },
  removeFilter: (filter) => `Remove the filter: ${filter}`,

  facets: {
    label: 'Narrow down',
    toFacets: 'Narrow down ↓',
    source: 'Source',
    noSource: 'no source',
    elsewhere: 'other sources',
    more: (sources) => `${number.format(sources)} more`,
    time: 'Time',
    undated: 'no date',
    bar: (period, articles) => `${period}: ${number.format(articles)}`,
    tagTitle: 'Tag',
    authorTitle: 'Author',
    languageTitle: 'Language',
    language: { zh: 'Chinese', en: 'English', ja: 'Japanese', other: 'other' },
    statusTitle: 'Fetch',
    status: {
      article: 'with text',
      empty: 'without text',
      blocked: 'blocked',
      'script-only': 'needs scripts',
      removed: 'removed',
      login: 'needs a login',
      error: 'site error',
    },
    truncated: 'incomplete',
    repaired: 'repaired',
  },

  sort: 'Order',
  byRelevance: 'By relevance',
  byDate: 'By date',
  byFetch: 'By fetch',
  total: (articles) => `${number.format(articles)} ${articles === 1 ? 'article' : 'articles'}`,
  time: (milliseconds) => `in ${number.format(milliseconds)} ms`,
  results: 'Search results',
  untitled: '(untitled)',
  titleOnly: 'No text was fetched; title and source are all there is.',
  copies: (copies: number) =>
    copies === 1 ? 'One more source' : `${number.format(copies)} more sources`,
  pages: 'Pages',
  previous: 'Previous',
  next: 'Next',
  page: (page, pages) => `Page ${number.format(page)} of ${number.format(pages)}`,
  deepest: (results) =>
    `Results end at number ${number.format(results)}; to see more, narrow the search with a source or a date.`,

  didYouMean: 'Did you mean: ',
  totalAndPartial: (articles, partial) => {
    const has = articles === 1 ? 'article has' : 'articles have'
    const complete = articles === 0 ? 'No article has' : `${number.format(articles)} ${has}`
    return `${complete} all words; ${number.format(partial)} ${partial === 1 ? 'lacks' : 'lack'} some`
  },
  partialBegin:
    'From here on some of the words are missing. Write + before a word that must be there.',
  lacks: 'without: ',
  inPage: (pages) =>
    `${number.format(pages)} ${pages === 1 ? 'page has' : 'pages have'} this in what was taken off: look there, too`,
  fromPage: 'taken off the page',
  warnings: {
    plain: 'These were read as plain words:',
    dropped: 'These were not used:',
    limited: 'Of these only a part was used:',
    widened: 'These were also looked for in other forms:',
    unknown: 'No article has this:',
    absent: 'No article has this address; its words were looked for together:',
  },
  warningHelp:
    'Quotes and brackets come in pairs, a minus or plus stands right before its word, AND, OR and NOT between words, “ ” apart from the text around them, and fields are written source:name, title:word or date:2025-03.',

  nothing: 'No article matches. ',
  noSuchPage: 'There is no such page.',
  firstPage: 'To the first page',
  tryInstead: 'You could try:',
  withoutQuotes: 'the words without the quotes',
  withoutExclusions: 'to exclude nothing',
  withoutSource: 'all sources',
  withoutDates: 'any date',
  withoutKind: 'any language and fetch',
  withoutPrefixes: 'the words alone, in any field',
  fewerWords: 'a shorter or more common expression, or fewer words.',

  archive: (articles, sources) =>
    `${number.format(articles)} articles from ${number.format(sources)} sources`,
  span: (first, last) => `${first} to ${last}`,
  howTo: 'How to search',
  examples: {
    words: 'all words; Simplified or Traditional, full or half width',
    phrase: 'exactly what the quotes hold',
    without: (wanted, unwanted) => `with “${wanted}”, without “${unwanted}”`,
    title: 'in titles only',
    dates: 'a span of dates, each a day, a month or a year',
    source: 'articles of one source',
    either: 'one of two words; brackets group',
    beginning: 'words that begin so',
    site: 'articles of one site',
    language: 'articles in one language: zh, en, ja',
    status: 'the fetch: truncated, repaired, blocked, removed and others',
    fetched: 'when it was fetched',
  },
  samples: { words: ['apple', 'phone'], phrase: 'open model' },

  original: 'Original',
  back: 'Back to the results',
  backHome: 'To the start page',
  tryAgain: 'Try again',
  count: (articles) => number.format(articles),
  fetched: (date) => `fetched ${date}`,
  badAddress: 'Address of the original (no web link):',
  truncated:
    'The fetch met its size limit; the archived article breaks off here. See the original for the rest.',
  code: 'Code',
  table: 'Table',
  status: {
    article: '',
    empty: 'The fetched page had no text; title and source are all there is.',
    blocked: 'The site blocked the fetch; title and source are all there is.',
    'script-only': 'The page shows its text by script only; title and source are all there is.',
    removed: 'The original was gone when it was fetched; title and source are all there is.',
    login: 'The original asks for a login; title and source are all there is.',
    error: 'The site failed when it was fetched; title and source are all there is.',
  },

  siteLinks: 'This site',
  sources: {
    title: 'Sources',
    name: 'Source',
    articles: 'Articles',
    failed: 'Failed',
    last: 'Last',
    trend: 'Two years',
    trendOf: (counts) => `Articles a month over two years: ${counts.join(', ')}`,
  },
  help: {
    title: 'Query syntax',
    keysTitle: 'Keys',
    closeKeys: 'Close',
    keys: [
      { key: '/', does: 'to the search field' },
      { key: 'j k', does: 'next and previous result' },
      { key: 'o', does: 'open this result' },
      { key: 'n p', does: 'next and previous mark in an article' },
      { key: '?', does: 'show these keys' },
    ],
  },
  about: {
    title: 'About',
    figures: (figures) =>
      listFigures(
        figures,
        number,
        {
          articles: 'Articles',
          sources: 'Sources',
          terms: 'Words',
          index: 'Index',
          generation: 'Generation',
          updated: 'Updated',
          program: 'Program',
        },
        ', ',
      ),
  },
  article: {
    marks: (places) => `${number.format(places)} ${places === 1 ? 'mark' : 'marks'}`,
    previousMark: 'Previous mark',
    nextMark: 'Next mark',
    notes: 'About this article',
    cite: 'Cite',
    citation: (citation) => joinCitation(citation, '“”', ', '),
    file: 'Archived file',
    versions: (count) => `fetched ${number.format(count)} times`,
    unread: 'not read',
    furniture: (lines) => `${number.format(lines)} lines of the page that are not the article`,
    related: 'Related articles',
  },
  api: {
    title: 'API',
    intro:
      'Each address with its parameters; others are refused, and errors come as application/problem+json.',
    document: 'The OpenAPI document',
  },
  entrance: {
    title: 'Please enter the token',
    token: 'Token',
    enter: 'Enter',
    wrongToken: 'This is not the token; please try again.',
    tokenHelp: 'Whoever started souwen has set it (--token).',
  },
  problem: {
    tooMany: 'Too many requests',
    busy: 'Too busy just now',
    badRequest: 'This cannot be searched for',
    notFound: 'There is no such page',
    noFile: 'The file is not there',
    forbidden: 'This address is not accepted',
    unavailable: 'The index cannot be used just now',
    internal: 'The program failed',
  },
  advice: {
    tooMany: 'Please try again in a moment.',
    busy: 'Too many searches are under way; please try again in a moment.',
    badRequest: 'Please put it right and try again.',
    notFound: 'The address may be mistyped, or the article is no longer in the archive.',
    noFile:
      'The file of this article cannot be read in the archive’s folder: it may have been moved, renamed or deleted. The index still holds its text; go back to read it.',
    forbidden:
      'Use the address that was shown at start; to use another host name, give it with --host.',
    internal:
      'This is not your fault. Please try again; if it stays so, the terminal that runs souwen says more.',
  },
  unavailable: {
    'index-missing': 'There is no index yet. Run souwen index, then reload this page.',
    'index-foreign':
      'The index folder holds files of another program. Give another folder with --index and run souwen index there.',
    'index-damaged': 'The index is damaged. Run souwen index --full, then reload this page.',
    'index-newer':
      'The index was made by a newer souwen. Upgrade this one, or run souwen index --full.',
    'index-older': 'The index was made by an older souwen. Run souwen index --full.',
  },
  parameter: nameParameter(
    {
      q: 'Search words',
      page: 'Page',
      sort: 'Order',
      source: 'Source',
      from: 'First date',
      to: 'Last date',
    },
    ' (',
    ')',
  ),
  parameterProblem: describeReason,
}

function describeReason(parameter: string, reason: ParameterReason): string {
  switch (reason.kind) {
    case 'missing':
      return `${parameter} is missing.`
    case 'repeated':
      return `${parameter} is given more than once.`
    case 'unknown':
      return `There is no parameter ${parameter}.`
    case 'integer':
      return `${parameter} must be a whole number from ${reason.minimum} to ${reason.maximum}.`
    case 'choice':
      return `${parameter} must be one of ${reason.choices.join(', ')}.`
    case 'date':
      return `${parameter} must be a real date, such as 2025, 2025-03, 2025-03-09, 2025/3/9, 20250309, 2025年3月9日, yesterday, 3 days ago or last Wednesday.`
    case 'length':
      return `${parameter} may have ${number.format(reason.maximum)} characters at most.`
    case 'depth':
      return `Results end at number ${number.format(reason.maximum)}.`
  }
}
