import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findQuoted } from '../../../src/search/literal/quoted.ts'
import { search } from '../../../src/search/search.ts'
import { normalizeText } from '../../../src/text/normalize/normalize.ts'
import { dictionarySegmenter } from '../../helpers/dictionary-segmenter.ts'
import { memoryView, type SmallArticle } from '../../helpers/memory-index.ts'
import { runs } from '../../helpers/properties.ts'

const segmenter = dictionarySegmenter(['海港', '港口'])
const text = fc.string({
  unit: fc.constantFrom('海', '港', '口', 'a', 'b', ' ', '，', '6', '0', '𠮷'),
  maxLength: 14,
})
const rows = fc.array(
  fc.record({ title: text, body: text, date: fc.constantFrom('', '2024-05-06') }),
  {
    minLength: 1,
    maxLength: 12,
  },
)
const needles = fc.string({
  unit: fc.constantFrom('海', '港', '口', 'a', 'b', ' ', '，', '6', '0'),
  minLength: 1,
  maxLength: 4,
})

async function viewOf(articles: readonly SmallArticle[], firstSegment = articles.length) {
  const placed = articles.map((article) => ({ article }))
  return memoryView([placed.slice(0, firstSegment), placed.slice(firstSegment)], segmenter)
}

const numbersIn = (sets: readonly Uint32Array[], firstSegment: number) =>
  sets.flatMap((set, segment) => Array.from(set, (article) => article + segment * firstSegment))

describe('a text to the letter, of whose candidates only some are read', () => {
  const cases = fc.record({
    articles: rows,
    needle: needles,
    cut: fc.nat(12),
    mostRead: fc.constantFrom(0, 600, 1300, 1_000_000),
    titleOnly: fc.boolean(),
  })

  test('is in all that are said to hold it, and every article with it is among these or the unread', async () => {
    await fc.assert(
      fc.asyncProperty(cases, async ({ articles, needle, cut, mostRead, titleOnly }) => {
        const wanted = normalizeText(needle).trim()
        if (wanted === '') return
        const first = Math.min(cut, articles.length)
        const numbered = articles.map((article, number) => ({ ...article, number }))
        const found = await findQuoted(await viewOf(numbered, first), wanted, {
          titleOnly,
          mostRead,
        })
        const holders = numbered.flatMap(({ number, title, body }) =>
          (titleOnly ? [title] : [title, body]).some((one) => normalizeText(one).includes(wanted))
            ? [number]
            : [],
        )
        const sure = numbersIn(
          found.lists.map((list) => list.articles),
          first,
        )
        const unread = numbersIn(found.unread, first)
        expect(holders).toEqual(expect.arrayContaining(sure))
        expect([...sure, ...unread]).toEqual(expect.arrayContaining(holders))
        expect(found.left).toBe(unread.length)
        if (mostRead === 1_000_000) expect(sure).toEqual(holders)
        const whole = await findQuoted(await viewOf(numbered), wanted, { titleOnly, mostRead })
        if (new Set(articles.map(({ body }) => body)).size === 1) return
        expect(whole.left).toBe(found.left)
      }),
      { numRuns: runs(60) },
    )
  })

  test('is read where its words weigh most, and first where the conditions are met', async () => {
    const bodies = ['海口的港口', '海，口，港口。海口', '海口港口港口', '港口，海口']
    const articles = bodies.map((body, number) => ({ number, title: '', body: `${body}港` }))
    const view = await viewOf(articles)
    const request = { titleOnly: false, mostRead: 1 }
    const most = await findQuoted(view, '口港口', request)
    expect([...(most.lists[0]?.articles ?? [])]).toEqual([2])
    const within = [Uint32Array.of(3), Uint32Array.of()]
    const inOne = await findQuoted(view, '口港口', { ...request, within })
    expect(inOne.left).toBe(0)
  })
})

describe('digits in quotes', () => {
  const bodies = [
    '第600页',
    '96,000人',
    '6,009,014',
    '96000人',
    '00600',
    '三角 96,000 600',
    '2024年06月00日',
  ]
  const articles = bodies.map((body, number) => ({ number, title: '', body }))

  test.each([
    ['600', [0, 3, 4, 5]],
    ['96000', [3]],
    ['9014', []],
    ['2024', [6]],
  ])('"%s" is found where it is written so', async (digits, expected) => {
    const { lists } = await findQuoted(await viewOf(articles), digits, {
      titleOnly: false,
      mostRead: 1_000_000,
    })
    expect([...(lists[0]?.articles ?? [])]).toEqual(expected)
  })
})

describe('a quoted text of a long title', () => {
  const title = `${'潮汐表，'.repeat(30)}终`

  test.each(['表，终', '潮汐表，潮', '终'])('is found by title:"%s"', async (part) => {
    const view = await viewOf([
      { number: 0, title, body: '' },
      { number: 1, title: '别的', body: title },
    ])
    const { total } = await search(view, {
      query: `title:"${part}"`,
      limit: 5,
      offset: 0,
      sort: 'relevance',
    })
    expect(total).toBe(1)
  })
})

test('the reply says how many articles were not read', async () => {
  // Each holds all pairs of the text, and not the text.
  const body = '潮汐表。汐锁。锁定键。'.repeat(400)
  const articles = Array.from({ length: 200 }, (_, number) => ({
    number,
    title: '',
    body: `${number}${body}`,
  }))
  const holder = { number: 200, title: '', body: `潮汐锁定。${body}`, date: '2024-05-06' }
  const { hits, total, warnings } = await search(await viewOf([...articles, holder]), {
    query: '"潮汐锁定"',
    limit: 1,
    offset: 0,
    sort: 'relevance',
  })
  expect(total).toBeGreaterThan(1)
  expect(hits[0]?.snippets[0]?.text).toContain('潮汐锁定')
  const [warning] = warnings ?? []
  const [, all, read] = /^(\d+) .* the (\d+) likeliest/.exec(warning?.message ?? '') ?? []
  expect(warning?.kind).toBe('limited')
  expect(Number(all)).toBe(201)
  expect(total - 1).toBe(Number(all) - Number(read))
})

test('a beginning of many names is found in them without reading an article', async () => {
  const bodies = Array.from({ length: 150 }, (_, number) =>
    number % 3 === 0 ? `cve，2024-${number}` : `见 cve-2024-${number}。`,
  )
  const view = await viewOf(bodies.map((body, number) => ({ number, title: '', body })))
  const { lists } = await findQuoted(view, 'cve-2024', { titleOnly: false, mostRead: 0 })
  const expected = bodies.flatMap((body, number) => (body.includes('cve-2024') ? [number] : []))
  expect([...(lists[0]?.articles ?? [])]).toEqual(expected)
})
