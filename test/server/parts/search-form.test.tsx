import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseSearchState, type SearchState } from '../../../server/parameters/parameters.ts'
import { SearchForm } from '../../../server/parts/search-form.tsx'
import { tagsOf } from '../html.ts'
import { createState, messages } from '../samples.ts'

const render = (state: SearchState, wrong?: string) =>
  String(<SearchForm messages={messages} state={state} {...(wrong !== undefined && { wrong })} />)

/** The query string that a browser makes of the form as it is. */
function submit(html: string): URLSearchParams {
  const fields = new URLSearchParams()
  for (const { name, attributes } of tagsOf(html))
    if (name === 'input' && attributes.name !== undefined)
      fields.append(attributes.name, attributes.value ?? '')
  return fields
}

const invalidOf = (html: string) =>
  tagsOf(html).flatMap(({ attributes }) =>
    attributes['aria-invalid'] === 'true' ? [attributes.name] : [],
  )

const isOpen = (html: string) => /<details [^>]*open/.test(html)

describe('the form', () => {
  test('sent as it is asks for the same search, from its first page', () => {
    const states: fc.Arbitrary<SearchState> = fc.record(
      {
        query: fc.string({ unit: 'grapheme', maxLength: 30 }),
        page: fc.constant(1),
        sort: fc.constantFrom('relevance', 'date', 'fetched'),
        source: fc.constantFrom('"quoted" & <b>', '安全台'),
        sourceIs: fc.constant('a=b'),
        status: fc.constant('removed'),
        language: fc.constant('en'),
        from: fc.constant('2024-02'),
        to: fc.constant('2025'),
      },
      { requiredKeys: ['query', 'page', 'sort'] },
    )
    fc.assert(
      fc.property(states, (state) => {
        // A form sends no control characters.
        fc.pre(!/[\p{Cc}\p{Cs}]/u.test(state.query))
        expect(parseSearchState(submit(render(state)))).toEqual(state)
      }),
    )
  })

  test('needs no script: it is a GET of the home page', () => {
    expect(tagsOf(render(createState()))[0]?.attributes).toMatchObject({
      action: '/',
      method: 'get',
      role: 'search',
    })
  })

  test('has no hidden field for what is the default', () => {
    expect(render(createState())).not.toContain('type="hidden"')
  })

  test('has the cursor where nothing was asked, and nowhere else', () => {
    expect(render(createState({ query: '' }))).toContain('autofocus')
    expect(render(createState())).not.toContain('autofocus')
    expect(render(createState({ query: '' }), 'from')).not.toContain('autofocus')
  })

  test.each([
    ['q', ['q'], false],
    ['source', ['source'], true],
    ['from', ['from'], true],
    ['to', ['to'], true],
    ['page', [], false],
    [undefined, [], false],
  ])('marks the wrong field %s and unfolds it', (wrong, invalid, open) => {
    const html = render(createState(), wrong)
    expect(invalidOf(html)).toEqual(invalid)
    expect(isOpen(html)).toBe(open)
  })
})
