import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findNeighbours, Pager } from '../../../server/parts/pager.tsx'
import { linksOf, textOf } from '../html.ts'
import { createState, messages } from '../samples.ts'

const render = (page: number, total: number) =>
  String(<Pager messages={messages} state={createState({ page })} total={total} />)

describe('the pager', () => {
  test.each([
    ['is not there for one page', 1, 10, []],
    ['is not there past the last page', 4, 30, []],
    ['leads on from the first page', 1, 11, ['/?q=%E6%A8%A1%E5%9E%8B&page=2']],
    ['leads back from the last page', 3, 30, ['/?q=%E6%A8%A1%E5%9E%8B&page=2']],
    [
      'leads both ways in between, to the first page without its number',
      2,
      30,
      ['/?q=%E6%A8%A1%E5%9E%8B', '/?q=%E6%A8%A1%E5%9E%8B&page=3'],
    ],
  ])('%s', (_fact, page, total, links) => {
    expect(linksOf(render(page, total))).toEqual(links)
  })

  test('says which page of how many this is', () => {
    expect(textOf(render(2, 12_000))).toContain('Page 2 of 1,000')
  })

  test('ends at the deepest result and says so, there alone', () => {
    expect(linksOf(render(1_000, 12_000))).toHaveLength(1)
    expect(textOf(render(1_000, 12_000))).toContain('Results end at number 10,000')
    expect(textOf(render(999, 12_000))).not.toContain('Results end')
    expect(textOf(render(1_000, 10_000))).not.toContain('Results end')
  })
})

test('whoever follows the links forward sees every page once', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 400 }), (total) => {
      let page = 1
      for (let next = findNeighbours(createState(), total).next; next !== undefined; ) {
        const following = Number(new URL(next, 'http://a').searchParams.get('page'))
        expect(following).toBe(page + 1)
        page = following
        next = findNeighbours(createState({ page }), total).next
      }
      expect(page).toBe(Math.max(1, Math.ceil(total / 10)))
    }),
  )
})
