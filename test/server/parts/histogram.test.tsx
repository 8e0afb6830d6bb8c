import { describe, expect, test } from 'vitest'
import { Histogram } from '../../../server/parts/histogram.tsx'
import { linksOf, tagsOf, textOf } from '../html.ts'
import { createState, messages } from '../samples.ts'

interface Count {
  readonly value: string
  readonly articles: number
}

const render = (months: readonly Count[]) =>
  String(
    <Histogram
      messages={messages}
      state={createState({ page: 3 })}
      facets={{ months, years: [] }}
    />,
  )

/** Height of each drawn bar, without the areas that only take clicks. */
const heightsOf = (html: string) =>
  tagsOf(html).flatMap(({ name, attributes }) =>
    name === 'rect' && attributes.class === undefined ? [Number(attributes.height)] : [],
  )

describe('the histogram', () => {
  const months = [
    { value: '2024-12', articles: 400 },
    { value: '2025-02', articles: 100 },
    { value: '2025-03', articles: 1 },
  ]

  test('has a bar for each month with articles, which leads to that month from its first page', () => {
    expect(linksOf(render(months))).toEqual([
      '/?q=%E6%A8%A1%E5%9E%8B&from=2024-12&to=2024-12',
      '/?q=%E6%A8%A1%E5%9E%8B&from=2025-02&to=2025-02',
      '/?q=%E6%A8%A1%E5%9E%8B&from=2025-03&to=2025-03',
    ])
  })

  test('draws bars as high as their counts, but none too low to be seen', () => {
    expect(heightsOf(render(months))).toEqual([48, 12, 1.5])
  })

  test('leaves room for a month without articles', () => {
    expect(tagsOf(render(months)).find(({ name }) => name === 'svg')?.attributes).toMatchObject({
      viewBox: '0 0 40 48',
    })
  })

  test('names each bar, and the ends of the row', () => {
    const html = render(months)
    expect(tagsOf(html).find(({ name }) => name === 'a')?.attributes['aria-label']).toBe(
      '2024-12: 400',
    )
    expect(textOf(html)).toMatch(/2024-122025-03$/)
  })

  test.each([
    ['nothing', []],
    ['one month', [{ value: '2025-01', articles: 9 }]],
    [
      'articles without a month',
      [
        { value: '', articles: 9 },
        { value: '2025', articles: 2 },
      ],
    ],
  ])('is not drawn for %s', (_what, few) => {
    expect(render(few)).toBe('')
  })
})
