import { describe, expect, test } from 'vitest'
import { HitView } from '../../../server/parts/hit.tsx'
import type { Hit } from '../../../src/search/answers/result.ts'
import { linksOf, tagsOf, textOf } from '../html.ts'
import { createHit, messages } from '../samples.ts'

const render = (given: Partial<Hit>, query = '模型') =>
  String(<HitView messages={messages} hit={createHit(given)} query={query} />)

const badgesOf = (html: string) =>
  [...html.matchAll(/<span class="badge">([^<]*)<\/span>/g)].map(([, text]) => text)

describe('a result', () => {
  test('leads to the stored article with the query, and to the original', () => {
    expect(linksOf(render({}))).toEqual([
      '/articles/0123456789abcdef?q=%E6%A8%A1%E5%9E%8B',
      'https://example.org/1',
    ])
  })

  test('shows an address that is no web link as text', () => {
    const html = render({ url: 'javascript:alert(1)' })
    expect(linksOf(html)).toHaveLength(1)
    expect(textOf(html)).toContain('javascript:alert(1)')
  })

  test('has marks in its title and snippets, and none elsewhere', () => {
    const html = render({ titleMarks: [[0, 2]] })
    expect(html.match(/<mark>[^<]*<\/mark>/g)).toEqual([
      '<mark>开源</mark>',
      '<mark>开源模型</mark>',
    ])
  })

  test('cuts a long title, and the marks with it', () => {
    const title = '长'.repeat(300)
    const html = render({
      title,
      titleMarks: [
        [150, 170],
        [200, 210],
      ],
    })
    expect(html).toContain(`<mark>${'长'.repeat(9)}</mark>…`)
    expect(html.match(/<mark>/g)).toHaveLength(2)
  })

  test('without a title has a name to click on', () => {
    expect(textOf(render({ title: '' }))).toContain('(untitled)')
  })

  test('says that there is only a title', () => {
    expect(textOf(render({ snippets: [] }))).toContain('No text was fetched')
    expect(textOf(render({}))).not.toContain('No text was fetched')
  })

  test('shows the heading above its snippet', () => {
    const heading = { text: '发布 & 下载', marks: [] }
    const html = render({ snippets: [{ text: '正文', marks: [], heading }] })
    expect(textOf(html)).toMatch(/发布 & 下载正文/)
    expect(tagsOf(html).some(({ attributes }) => attributes.class === 'snippet-heading')).toBe(true)
  })

  test.each<[string, Partial<Hit>, readonly string[]]>([
    ['a whole article', {}, []],
    ['one that was cut', { truncated: true }, ['incomplete']],
    ['one that was misread', { repaired: 'gbk' }, ['repaired']],
    ['a failed fetch', { status: 'blocked' }, ['blocked']],
    [
      'all of these',
      { status: 'error', truncated: true, repaired: 'big5' },
      ['site error', 'incomplete', 'repaired'],
    ],
  ])('warns of %s', (_which, given, badges) => {
    expect(badgesOf(render(given))).toEqual(badges)
  })

  test('folds its copies up', () => {
    const duplicates = [
      { id: 'a1', source: '转载站', url: '', date: '2025-04-01' },
      { id: 'b2', source: '', url: '', date: '' },
    ]
    const html = render({ duplicates }, '')
    expect(linksOf(html).slice(-2)).toEqual(['/articles/a1', '/articles/b2'])
    expect(textOf(html)).toContain('2 more sources转载站2025-04-01(untitled)')
    expect(render({ duplicates: [] })).not.toContain('<details')
  })
})
