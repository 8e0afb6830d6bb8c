import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatCode, formatPassage, splitLines } from '../../../src/search/answers/passage-text.ts'
import type { MarkedText, Snippet } from '../../../src/search/answers/result.ts'

/** With 【】 around the marks. */
function shown({ text, marks }: MarkedText): string {
  return marks.reduceRight(
    (result, [start, end]) =>
      `${result.slice(0, start)}【${result.slice(start, end)}】${result.slice(end)}`,
    text,
  )
}

const mark = (text: string, word: string): Snippet => {
  const at = text.indexOf(word)
  return { text, marks: [[at, at + word.length]] }
}

describe('a passage in a row', () => {
  test.each([
    ['一句完了。\n又一句', '一句完了。 又一句'],
    ['甲\n乙', '甲 · 乙'],
    ['名字：\n乙', '名字： 乙'],
    ['甲\n\n  乙', '甲 · 乙'],
    ['编号\t名称\n1\t漏洞', '编号 | 名称 · 1 | 漏洞'],
    ['It ends."\nNext', 'It ends." Next'],
  ])('shows the lines and cells of %j as %s', (text, row) => {
    expect(formatPassage({ text, marks: [] }).text).toBe(row)
  })

  test('has … where a sentence is cut, and one where the text has it already', () => {
    const cut = { marks: [], cutBefore: true, cutAfter: true } as const
    expect(formatPassage({ ...cut, text: '甲，' }).text).toBe('…甲，…')
    expect(formatPassage({ ...cut, text: '…甲……' }).text).toBe('…甲……')
  })

  test('keeps its marks', () => {
    const snippet = mark('第一行\n第二行的模型\n第三行', '模型')
    expect(shown(formatPassage({ ...snippet, cutBefore: true }))).toBe(
      '…第一行 · 第二行的【模型】 · 第三行',
    )
  })
})

test('code loses the indentation that all its lines have', () => {
  const snippet = mark('    def f():\n\n        return 1\n', 'return')
  expect(shown(formatCode(snippet))).toBe('def f():\n    【return】 1\n')
  expect(formatCode({ text: '  a(', marks: [], cutAfter: true }).text).toBe('a(…')
})

test('code keeps its lines and blanks, but for empty lines', () => {
  const snippet = mark('if (a)\n\n \n  b()\r\nelse c', 'b()')
  const code = formatCode({ ...snippet, cutAfter: true })
  expect(shown(code)).toBe('if (a)\n  【b()】\nelse c…')
  expect(splitLines(code).map(shown)).toEqual(['if (a)', '  【b()】', 'else c…'])
})

const passages = fc
  .tuple(
    fc.array(fc.constantFrom('甲', 'b', '\n', '\t', ' ', '。', '…', '\r\n'), { maxLength: 20 }),
    fc.uniqueArray(fc.nat(20), { maxLength: 6 }),
    fc.boolean(),
    fc.boolean(),
  )
  .map(([pieces, cuts, before, after]): Snippet => {
    const text = pieces.join('')
    const edges = cuts.filter((cut) => cut <= text.length).sort((a, b) => a - b)
    const marks = edges.flatMap((start, i): [number, number][] => {
      const end = edges[i + 1]
      return i % 2 === 0 && end !== undefined ? [[start, end]] : []
    })
    return { text, marks, ...(before && { cutBefore: true }), ...(after && { cutAfter: true }) }
  })

const letters = (text: string) => text.replace(/[\s·|…]/g, '')

test.each([
  ['formatPassage', formatPassage],
  ['formatCode', formatCode],
])('%s: marks hold the same letters, in order and apart, whatever the passage', (_name, format) => {
  fc.assert(
    fc.property(passages, (snippet) => {
      const { text, marks } = format(snippet)
      expect(letters(text)).toBe(letters(snippet.text))
      expect(marks.map(([start, end]) => letters(text.slice(start, end)))).toEqual(
        snippet.marks.map(([start, end]) => letters(snippet.text.slice(start, end))),
      )
      let last = 0
      for (const [start, end] of marks) {
        expect(start).toBeGreaterThanOrEqual(last)
        expect(end).toBeGreaterThanOrEqual(start)
        expect(end).toBeLessThanOrEqual(text.length)
        last = end
      }
    }),
    { numRuns: 1000 },
  )
})
