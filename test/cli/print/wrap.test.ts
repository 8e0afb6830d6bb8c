import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countColumns } from '../../../src/cli/print/width.ts'
import { wrapText } from '../../../src/cli/print/wrap.ts'

function wrapped(text: string, width: number): string[] {
  return wrapText(text, width).map(({ start, end }) => text.slice(start, end))
}

describe('wrap', () => {
  test.each([
    ['Chinese breaks anywhere', '开源模型的新进展', 10, ['开源模型的', '新进展']],
    [
      'no line begins with a full stop',
      '今天下雨了。明天不下',
      10,
      ['今天下雨', '了。明天不', '下'],
    ],
    ['no line ends with an opening bracket', '他读了红《论语》', 10, ['他读了红', '《论语》']],
    ['Latin words stay whole', '发布 Qwen3 模型', 7, ['发布', 'Qwen3', '模型']],
    [
      'a Latin word next to Chinese may begin a line',
      '我们使用Kubernetes部署',
      12,
      ['我们使用', 'Kubernetes部', '署'],
    ],
    ['a word that is too long is cut', 'a 0123456789abc', 10, ['a', '0123456789', 'abc']],
    ['an emoji is not torn apart', '一二👨‍👩‍👧', 5, ['一二', '👨‍👩‍👧']],
    ['spaces at a break are dropped', '一二三   四五', 6, ['一二三', '四五']],
    ['a text that fits is one line', '一二三', 6, ['一二三']],
    ['no text is an empty line', '', 6, ['']],
    [
      'a pipe has no width',
      '很长很长的一行 text',
      Number.POSITIVE_INFINITY,
      ['很长很长的一行 text'],
    ],
  ])('%s', (_fact, text, width, lines) => {
    expect(wrapped(text, width)).toEqual(lines)
  })

  test('no line is wider than asked, and only spaces are lost', () => {
    fc.assert(
      fc.property(mixedText, fc.integer({ min: 2, max: 40 }), (text, width) => {
        const lines = wrapped(text, width)
        for (const line of lines) expect(countColumns(line)).toBeLessThanOrEqual(width)
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
      }),
      { numRuns: 500 },
    )
  })
})

const mixedText = fc.string({
  unit: fc.constantFrom(
    '搜',
    '文',
    '。',
    '《',
    '“',
    'a',
    'b',
    '1',
    '-',
    ' ',
    '𠮷',
    'e\u0301',
    '👨‍👩‍👧',
    '🇨🇳',
    '\u0301',
    '\ufe0f',
  ),
  maxLength: 60,
})
