import { describe, expect, test } from 'vitest'
import { NoSuchPage, NothingFound } from '../../../server/parts/nothing-found.tsx'
import { DidYouMean, Warnings } from '../../../server/parts/notices.tsx'
import type { QueryWarning, WarningKind } from '../../../src/query/query.ts'
import { linksOf, textOf } from '../html.ts'
import { createState, messages } from '../samples.ts'

const warning = (kind: WarningKind, position: number, words?: string[]): QueryWarning => ({
  kind,
  position,
  message: 'for programs',
  ...(words && { words }),
})

const warn = (query: string, ...warnings: QueryWarning[]) =>
  textOf(String(<Warnings messages={messages} query={query} warnings={warnings} />))

describe('a warning', () => {
  test('shows the piece of the query that it is about, not its English text', () => {
    const text = warn('模型 (发布', warning('plain', 3))
    expect(text).toContain('These were read as plain words:(发布')
    expect(text).not.toContain('for programs')
  })

  test('shows the whole query where it points past the end, cut to be recognised', () => {
    expect(warn('模型', warning('dropped', 99))).toContain('模型')
    expect(warn('长'.repeat(99), warning('dropped', 0))).toContain(`${'长'.repeat(23)}…`)
  })

  test('lists other forms behind an arrow', () => {
    expect(warn('软件', warning('widened', 0, ['軟體', '软体']))).toContain('软件 → 軟體 软体')
  })

  test('comes with help where the reader made a mistake, and there alone', () => {
    expect(warn('a', warning('plain', 0))).toContain('come in pairs')
    expect(warn('a', warning('limited', 0), warning('widened', 0))).not.toContain('come in pairs')
  })

  test('stands with others of its kind', () => {
    const text = warn('甲 乙 丙', warning('dropped', 2), warning('plain', 0), warning('dropped', 4))
    expect(text.match(/These were (read|not)/g)).toEqual(['These were read', 'These were not'])
  })
})

test('the query that was meant is a link with the same filters', () => {
  const state = createState({ query: '供应链', source: '台' })
  const html = String(<DidYouMean messages={messages} state={state} />)
  expect(linksOf(html)).toEqual(['/?q=%E4%BE%9B%E5%BA%94%E9%93%BE&source=%E5%8F%B0'])
})

describe('where nothing was found', () => {
  test('each advice leads to the search with one demand less', () => {
    const state = createState({ query: '"甲 乙" -丙', from: '2025', page: 3 })
    const html = String(<NothingFound messages={messages} state={state} />)
    const queries = linksOf(html).map((link) => new URL(link, 'http://a').search)
    expect(queries.map((search) => decodeURIComponent(search.replaceAll('+', ' ')))).toEqual([
      '?q=甲 乙 -丙&from=2025',
      '?q="甲 乙"&from=2025',
      '?q="甲 乙" -丙',
    ])
    expect(textOf(html)).toMatch(/the words without the quotes.*to exclude nothing.*any date/s)
  })

  test('a page past the last leads back to the first', () => {
    const html = String(<NoSuchPage messages={messages} state={createState({ page: 9 })} />)
    expect(linksOf(html)).toEqual(['/?q=%E6%A8%A1%E5%9E%8B'])
  })
})
