import { describe, expect, test } from 'vitest'
import { search } from '../../../src/search/search.ts'
import { dictionarySegmenter } from '../../helpers/dictionary-segmenter.ts'
import { idOfNumber, memoryView } from '../../helpers/memory-index.ts'

const BODIES = [
  '这套软件的数据库程序有漏洞',
  '這套軟體的資料庫程式有漏洞',
  '這套軟體沒有問題',
  'a vulnerability in the firmware',
  'two vulnerabilities in the firmware',
  '操作系统升级',
  '作業系統升級',
]
const segmenter = dictionarySegmenter(
  '软件 数据库 程序 漏洞 软体 资料库 程式 问题 没有 操作 操作系统 作业 系统 升级'.split(' '),
)

async function ask(query: string) {
  const placed = BODIES.map((body, number) => ({ article: { title: '甲', body, number } }))
  const view = await memoryView([placed.slice(0, 4), placed.slice(4)], segmenter)
  const request = { query, limit: 100, offset: 0, sort: 'relevance' } as const
  const { hits: all, total, warnings = [] } = await search(view, request)
  const hits = all.slice(0, total)
  const marked = hits.map(({ snippets }) =>
    snippets.flatMap(({ text, marks }) => marks.map(([start, end]) => text.slice(start, end))),
  )
  return { ids: hits.map(({ id }) => id), marked, warnings }
}

describe('words of the other region', () => {
  test.each<[string, number[], number[]]>([
    ['软件', [0], [1, 2]],
    ['軟體', [1, 2], [0]],
    ['软件漏洞', [0], [1]],
    ['资料库 漏洞', [1], [0]],
    ['操作系统', [5], [6]],
    ['作業系統', [6], [5]],
    ['title:软件', [], []],
    ['"软件"', [0], []],
  ])('%s finds its own articles, and behind them others', async (query, own, others) => {
    const { ids } = await ask(query)
    expect(ids.slice(0, own.length).sort()).toEqual(own.map(idOfNumber).sort())
    expect(ids.slice(own.length).sort()).toEqual(others.map(idOfNumber).sort())
  })

  test('are marked as they are written, and the reply says that they were looked for', async () => {
    const { marked, warnings } = await ask('漏洞 數據庫')
    expect(marked).toEqual([
      ['数据库', '漏洞'],
      ['資料庫', '漏洞'],
    ])
    expect(warnings).toEqual([
      { kind: 'widened', position: 3, words: ['资料库'], message: expect.stringMatching(/资料库/) },
    ])
  })

  test('are taken from the index alone: an article with all their pairs is not read', async () => {
    const bodies = ['数据库升级', '资料 料库 升级', '资料升级']
    const placed = bodies.map((body, number) => ({ article: { title: '甲', body, number } }))
    const view = await memoryView([placed], segmenter)
    const request = { query: '数据库', limit: 100, offset: 0, sort: 'relevance' } as const
    const { hits } = await search(view, request)
    expect(hits.map(({ id }) => id)).toEqual([0, 1].map(idOfNumber))
  })

  test('nothing is said where they add nothing, and what is excluded is not widened', async () => {
    expect((await ask('漏洞')).warnings).toEqual([])
    const { ids, warnings } = await ask('漏洞 -软件')
    expect(ids).toEqual([idOfNumber(1)])
    expect(warnings).toEqual([])
  })
})

describe('the other number of an English word', () => {
  test.each([
    ['vulnerability', [3, 4]],
    ['Vulnerabilities', [4, 3]],
    ['firmware vulnerability', [3, 4]],
  ])('%s finds it, behind its own', async (query, numbers) => {
    expect((await ask(query)).ids).toEqual(numbers.map(idOfNumber))
  })

  test('is not looked for in quotes, nor where it is excluded', async () => {
    expect((await ask('"a vulnerability"')).ids).toEqual([idOfNumber(3)])
    expect((await ask('firmware -vulnerability')).ids).toEqual([idOfNumber(4)])
  })
})

describe('spellings of the other region', () => {
  const bodies = [
    '望著海面，他又記錄了一次規畫。',
    '望着海面，他又记录了一次规划。',
    '著名的海面',
    '帳戶與身分',
    '账户与身份',
    '他瞭解解法',
    '他了解解法',
  ]
  const words = dictionarySegmenter(
    '海面 规划 规画 记录 纪录 账户 帐户 身份 身分 著名 了解 解法'.split(' '),
  )

  async function find(query: string) {
    const placed = bodies.map((body, number) => ({ article: { title: '甲', body, number } }))
    const view = await memoryView([placed.slice(0, 2), placed.slice(2)], words)
    const {
      hits: all,
      total,
      warnings = [],
    } = await search(view, {
      query,
      limit: 100,
      offset: 0,
      sort: 'relevance',
    })
    const hits = all.slice(0, total)
    const marked = hits.map(({ snippets }) =>
      snippets.flatMap(({ text, marks }) => marks.map(([start, end]) => text.slice(start, end))),
    )
    return { ids: hits.map(({ id }) => id), marked, warnings }
  }

  test.each<[string, number[], string[]]>([
    ['规划', [1, 0], ['规划', '規畫']],
    ['規畫', [0, 1], ['規畫', '规划']],
    ['望着海面', [1, 0], ['望着海面', '望著海面']],
    ['"望着海面"', [1, 0], ['望着海面', '望著海面']],
    ['"望著海"', [0, 1], ['望著海', '望着海']],
    ['帐户 身份', [3, 4], ['帳戶', '身分', '账户', '身份']],
    ['"著名"', [2], ['著名']],
    ['瞭解', [6, 5], ['瞭解', '了解']],
  ])('%s', async (query, numbers, marks) => {
    const { ids, marked, warnings } = await find(query)
    expect(ids.toSorted()).toEqual(numbers.map(idOfNumber).toSorted())
    expect(marked.flat().toSorted()).toEqual(marks.toSorted())
    expect(warnings).toEqual([])
    if (!query.includes(' ')) expect(ids).toEqual(numbers.map(idOfNumber))
  })

  test('are not excluded with what is', async () => {
    expect((await find('海面 -规划')).ids).toContain(idOfNumber(0))
  })
})
