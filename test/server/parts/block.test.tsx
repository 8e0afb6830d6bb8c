import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BlockView } from '../../../server/parts/block.tsx'
import type { MarkedBlock } from '../../../server/text/marked-blocks.ts'
import { tagsOf, textOf } from '../html.ts'
import { messages } from '../samples.ts'

const render = (block: MarkedBlock) => String(<BlockView messages={messages} block={block} />)

const create = (kind: MarkedBlock['kind'], text: string, given: Partial<MarkedBlock> = {}) =>
  render({ kind, text, marks: [], marksBefore: 0, ...given })

describe('a block is the element of its kind', () => {
  test.each([
    ['heading', '标题', ['h2']],
    ['paragraph', '一段', ['p']],
    ['quote', '引文', ['blockquote']],
    ['code', 'a < b', ['pre', 'code']],
    ['list', '一\n二', ['ul', 'li', 'li']],
    ['table', '甲\t乙\n丙\t丁', ['div', 'table', 'tr', 'td', 'td', 'tr', 'td', 'td']],
  ] as const)('%s', (kind, text, names) => {
    const html = create(kind, text)
    expect(tagsOf(html).map(({ name }) => name)).toEqual(names)
    expect(textOf(html)).toBe(text.replace(/[\n\t]/g, ''))
  })

  test('code and tables can be reached and are named', () => {
    expect(tagsOf(create('code', 'x'))[0]?.attributes).toMatchObject({
      tabindex: '0',
      'aria-label': 'Code',
    })
    expect(tagsOf(create('table', 'x'))[0]?.attributes).toMatchObject({
      tabindex: '0',
      'aria-label': 'Table',
    })
  })
})

describe('marks', () => {
  const idsOf = (html: string) =>
    tagsOf(html).flatMap(({ name, attributes }) => (name === 'mark' ? [attributes.id] : []))

  test('count on from those before the block', () => {
    const html = create('paragraph', '开源开源', {
      marks: [
        [0, 2],
        [2, 4],
      ],
      marksBefore: 4,
    })
    expect(idsOf(html)).toEqual(['mark-5', 'mark-6'])
  })

  test('stand in the cell that holds them, one across two cells in both', () => {
    const html = create('table', '甲乙\t丙丁\n戊', {
      marks: [
        [1, 4],
        [6, 7],
      ],
    })
    expect(html).toContain('甲<mark id="mark-1">乙</mark></td><td><mark id="mark-1">丙</mark>丁')
    expect(html).toContain('<mark id="mark-2">戊</mark>')
  })

  test('of a list are those of the text without its line breaks', () => {
    const cases = fc
      .array(fc.constantFrom('甲', '乙', '\n'), { maxLength: 30 })
      .chain((characters) =>
        fc
          .uniqueArray(fc.nat(characters.length), { maxLength: 8 })
          .map((cuts) => ({ text: characters.join(''), cuts: cuts.sort((a, b) => a - b) })),
      )
    fc.assert(
      fc.property(cases, ({ text, cuts }) => {
        const marks = cuts.flatMap((start, i): [number, number][] => {
          const end = cuts[i + 1]
          return i % 2 === 0 && end !== undefined ? [[start, end]] : []
        })
        const marked = marks.map(([start, end]) => text.slice(start, end)).join('')
        const html = create('list', text, { marks })
        const shown = [...html.matchAll(/<mark [^>]*>([^<]*)<\/mark>/g)].map(([, inside]) => inside)
        expect(shown.join('')).toBe(marked.replaceAll('\n', ''))
        expect(textOf(html)).toBe(text.replaceAll('\n', ''))
      }),
    )
  })
})
