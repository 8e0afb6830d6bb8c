/** A search that takes long, over real bytes: it stops when it is told to, and others get their turn meanwhile. */

import { beforeAll, describe, expect, test } from 'vitest'
import type { ArticleStore } from '../../src/index/store/article-store.ts'
import type { IndexView } from '../../src/search/lists/index-view.ts'
import { search } from '../../src/search/search.ts'
import { makeStoppable } from '../../src/search/stoppable.ts'
import { dictionarySegmenter } from '../helpers/dictionary-segmenter.ts'
import { memoryView } from '../helpers/memory-index.ts'

const articles = 400

/** Every article has the pairs 潮汐, 汐锁 and 锁定, none the text 潮汐锁定: each has to be read to be sure. */
const body = '潮汐表。汐锁。锁定键。'.repeat(80)
const request = { query: '"潮汐锁定"', limit: 10, offset: 0, sort: 'relevance' } as const

/** In ms; the search takes many of them on any machine. */
const shortTurn = 2

let view: IndexView
let read: number
/** Told of each article that is read. */
let onRead: () => void = () => {}

beforeAll(async () => {
  const placed = Array.from({ length: articles }, (_, number) => ({
    article: { number, title: `第${number}篇`, body: `${number}。${body}` },
  }))
  view = counted(await memoryView([placed], dictionarySegmenter([])))
})

/** The view, counting the articles that are read. */
function counted(whole: IndexView): IndexView {
  const segments = whole.segments.map((one) => {
    const { articles } = one.segment
    const each: ArticleStore['each'] = (some, visit) =>
      articles.each(some, (article, bytes) => {
        read++
        onRead()
        visit(article, bytes)
      })
    return { ...one, segment: { ...one.segment, articles: { ...articles, each } } }
  })
  return { ...whole, segments }
}

describe('a search with a signal', () => {
  test('reads nothing more once it is aborted, and fails with the reason', async () => {
    read = 0
    const stop = new AbortController()
    const over = search(makeStoppable(view, stop.signal, shortTurn), request)
    onRead = () => read === 100 && stop.abort(new Error('够了'))
    await expect(over).rejects.toThrow('够了')
    onRead = () => {}
    expect(read).toBeGreaterThanOrEqual(100)
    expect(read).toBeLessThan(articles)
    const then = read
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(read).toBe(then)
  })

  test('does not begin when it is aborted already', async () => {
    read = 0
    await expect(search(makeStoppable(view, AbortSignal.abort()), request)).rejects.toThrow()
    expect(read).toBe(0)
  })

  test('gives the same answer as without one, and lets others have their turn', async () => {
    let turns = 0
    const others = setInterval(() => turns++)
    const stopped = await search(
      makeStoppable(view, new AbortController().signal, shortTurn),
      request,
    )
    clearInterval(others)
    expect(turns).toBeGreaterThan(2)
    expect(stopped).toEqual(await search(view, request))
  })
})

test('a text that was looked for to the end is not looked for again by those who ask for another page or order', async () => {
  const fresh = counted(
    await memoryView([[{ article: { number: 0, title: '表', body } }]], dictionarySegmenter([])),
  )
  read = 0
  for (const quoted of ['"潮汐表。汐"', '"潮汐表。汐锁" OR 没有']) {
    const first = await search(fresh, { ...request, query: quoted })
    const then = read
    expect(then).toBeGreaterThan(0)
    const next = await search(fresh, { ...request, query: quoted, sort: 'date', offset: 0 })
    expect(next.total).toBe(first.total)
    expect(read).toBe(then)
  }
})
