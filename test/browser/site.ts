/** The server on a socket over the sample corpus and a few articles more, and a path to each kind of its pages. */

import { serve } from '../../server/serve.ts'
import { followIndex } from '../../src/engine.ts'
import { openSample } from '../server/archive.ts'

export interface Site {
  readonly address: string
  /** Path and query of the first article that `query` finds. */
  article(query: string): Promise<string>
  end(): Promise<void>
}

export async function openSite(
  articles: Readonly<Record<string, string>> = {},
  options: { readonly token?: string } = {},
): Promise<Site> {
  const sample = await openSample(articles)
  const { backend } = sample
  const server = await serve({ ...options, backend, host: '127.0.0.1', port: 0 })
  return {
    address: server.address,
    async article(query) {
      const { hits } = await backend.search({ query, limit: 1, offset: 0, sort: 'relevance' })
      return `/articles/${hits[0]?.id}?${new URLSearchParams({ q: query })}`
    },
    async end() {
      await server.close()
      await sample.end()
    },
  }
}

/** A server whose index was never built. */
export async function openEmptySite(): Promise<Site> {
  const backend = await followIndex('/nowhere/at/all')
  const server = await serve({ backend, host: '127.0.0.1', port: 0 })
  return {
    address: server.address,
    article: () => Promise.reject(new Error('no index')),
    async end() {
      await server.close()
      await backend.close()
    },
  }
}

/** One address for each kind of page, by what it is. */
export async function pagesOf(site: Site): Promise<Readonly<Record<string, string>>> {
  return {
    home: '/',
    results: '/?q=书籍',
    'narrowed results': '/?q=移动&source=星桥&from=2024-05&sort=date',
    'results with notices': `/?q=${encodeURIComponent('供应链攻击 蜜蜂 "没有闭合')}`,
    'nothing found': `/?q=${encodeURIComponent('"龙须菜炒香蕉" source:星桥')}`,
    'refused search': '/?q=书籍&from=2025-02-30',
    article: await site.article('固件镜像'),
    sources: '/sources',
    help: '/help',
    about: '/about',
    api: '/api',
    'not found': '/nothing',
  }
}
