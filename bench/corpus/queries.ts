/**
 * Queries that the furniture of pages ruins, on the pages as they were fetched and on their articles: how much is found, and
 * how many of the first ten are about it.
 */

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { formatTable } from '../../src/cli/print/format.ts'
import { pageLines } from '../../src/corpus/markdown/page-lines.ts'
import { indexSet } from '../../src/evaluate/index-set.ts'
import { openSnapshot } from '../../src/index/generation/snapshot.ts'
import { RANKING } from '../../src/search/lists/bm25f.ts'
import { viewIndex } from '../../src/search/lists/index-view.ts'
import { search } from '../../src/search/search.ts'
import type { CleanedPage } from './sites.ts'

const QUERIES = [
  ...['书籍', '移动', '苹果', '科学', '隐私协议', '登录', '微信扫一扫'],
  ...['Apache Airflow 权限漏洞', '关于我们'],
]

/** One page in this many is indexed. */
const TAKEN = 5
const FIRST = 10
/** An article that has each of the words this often is about them. */
const MENTIONS = 2

interface Document {
  readonly id: string
  readonly title: string
  readonly page: string
  readonly article: string
}

export interface QueryComparison {
  add(page: CleanedPage): void
  /** The table, and under it what the first ten are. */
  print(details: boolean): Promise<void>
}

export function compareQueries(): QueryComparison {
  const documents: Document[] = []
  let seen = 0
  return {
    add({ page, article }) {
      if (seen++ % TAKEN > 0) return
      const lines = pageLines(page.markdown).map(({ text }) => text)
      const own = article.blocks.map(({ text }) => text)
      const { path: id, title } = page
      documents.push({ id, title, page: lines.join('\n'), article: own.join('\n') })
    },
    print: (details) => print(documents, details),
  }
}

async function print(documents: readonly Document[], details: boolean): Promise<void> {
  const [before, after] = [await ask(documents, 'page'), await ask(documents, 'article')]
  const rows = QUERIES.map((query) => {
    const [was, is] = [before.get(query), after.get(query)]
    return [query, `${was?.total}`, `${was?.about}`, `${is?.total}`, `${is?.about}`]
  })
  const head = ['', 'pages found', `of ${FIRST} about it`, 'articles found', `of ${FIRST} about it`]
  console.log(`\n${documents.length} pages, one in ${TAKEN}\n`)
  console.log(formatTable([head, ...rows], ['left', 'right', 'right', 'right', 'right']).join('\n'))
  if (!details) return
  for (const [state, answers] of [['pages', before] as const, ['articles', after] as const])
    for (const [query, { titles }] of answers)
      for (const title of titles) console.log(['query', query, state, title].join('\t'))
}

interface Answer {
  readonly total: number
  readonly about: number
  readonly titles: readonly string[]
}

async function ask(
  documents: readonly Document[],
  what: 'page' | 'article',
): Promise<ReadonlyMap<string, Answer>> {
  const folder = mkdtempSync(join(tmpdir(), 'souwen-queries-'))
  try {
    const texts = documents.map((each) => ({ id: each.id, title: each.title, text: each[what] }))
    const snapshot = await openSnapshot(await indexSet(join(folder, what), texts))
    const view = await viewIndex(snapshot, RANKING)
    const byId = new Map(documents.map((document) => [document.id, document]))
    const answers = new Map<string, Answer>()
    for (const query of QUERIES) {
      const request = { query, limit: FIRST, offset: 0, sort: 'relevance' } as const
      const { total, hits } = await search(view, request)
      const found = hits.flatMap((hit) => byId.get(hit.path) ?? [])
      const about = found.filter((document) => isAbout(document, query))
      const titles = found.map((each) => `${isAbout(each, query) ? '+' : '-'} ${each.title}`)
      answers.set(query, { total, about: about.length, titles })
    }
    await snapshot.close()
    return answers
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Says whether the title has all the words, or the article has each of them more than once. */
function isAbout({ title, article }: Document, query: string): boolean {
  const words = query.toLowerCase().split(' ')
  const [inTitle, inArticle] = [title.toLowerCase(), article.toLowerCase()]
  return words.every((word) => inTitle.includes(word) || inArticle.split(word).length > MENTIONS)
}
