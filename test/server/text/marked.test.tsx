import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Marked } from '../../../server/text/marked.tsx'
import { neutralize } from '../../../server/text/neutralize.ts'
import type { Snippet } from '../../../src/search/answers/result.ts'
import { hostileText } from '../hostile.ts'
import { tagsOf, unescaped } from '../html.ts'

const render = (snippet: Snippet) => (<Marked snippet={snippet} />).toString()

/** Sorted, disjoint ranges inside the text, between characters, as the engine makes them. */
const snippets: fc.Arbitrary<Snippet> = hostileText.chain((text) =>
  fc.uniqueArray(fc.nat(text.length), { maxLength: 8 }).map((cuts) => {
    const edges = cuts.filter((cut) => !splitsCharacter(text, cut)).sort((a, b) => a - b)
    const marks = edges.flatMap((start, i): [number, number][] => {
      const end = edges[i + 1]
      return i % 2 === 0 && end !== undefined ? [[start, end]] : []
    })
    return { text, marks }
  }),
)

function splitsCharacter(text: string, cut: number): boolean {
  return /[\ud800-\udbff]$/.test(text.slice(0, cut)) && /^[\udc00-\udfff]/.test(text.slice(cut))
}

describe('a snippet as HTML', () => {
  test('marks what the ranges say', () => {
    const snippet: Snippet = {
      text: '新的开源模型，𠮷野家',
      marks: [
        [2, 6],
        [7, 9],
      ],
    }
    expect(render(snippet)).toBe('新的<mark>开源模型</mark>，<mark>𠮷</mark>野家')
  })

  test('shows line breaks as spaces', () => {
    expect(render({ text: '第一行\n第二行', marks: [] })).toBe('第一行 第二行')
  })

  test('escapes inside and outside of marks', () => {
    const snippet: Snippet = { text: '<script>&</script>', marks: [[0, 8]] }
    expect(render(snippet)).toBe('<mark>&lt;script&gt;</mark>&amp;&lt;/script&gt;')
  })

  test('without its marks is the text again, and holds no other element', () => {
    fc.assert(
      fc.property(snippets, (snippet) => {
        const html = render(snippet)
        expect(unescaped(html.replace(/<\/?mark>/g, ''))).toBe(neutralize(snippet.text))
        expect(tagsOf(html)).toEqual(snippet.marks.map(() => ({ name: 'mark', attributes: {} })))
      }),
      { numRuns: 500 },
    )
  })
})
