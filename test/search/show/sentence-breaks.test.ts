import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CUT, findCuts } from '../../../src/search/show/sentence-breaks.ts'

/** The text with a bar before each place that is cut at least so well. */
function bars(text: string, least: number): string {
  const cutBefore = findCuts(text, 0, text.length)
  const units = Array.from({ length: text.length + 1 }, (_, at) =>
    at > 0 && at < text.length && cutBefore(at) >= least ? `|${text.charAt(at)}` : text.charAt(at),
  )
  return units.join('')
}

test.each([
  ['今天下雨。明天呢？后天。', '今天下雨。|明天呢？|后天。'],
  ['他说：“好。”然后走了。', '他说：“好。”|然后走了。'],
  ['It is 3.14. Yes! No', 'It is 3.14. |Yes! |No'],
  ['See node.js. It runs', 'See node.js. |It runs'],
  [
    'They (Li et al. 2024) met Dr. No, e.g. at 5 p.m. today. Then',
    'They (Li et al. 2024) met Dr. No, e.g. at 5 p.m. today. |Then',
  ],
  ['J. K. Rowling wrote. She', 'J. K. Rowling wrote. |She'],
  ['Yahoo! is old. It is', 'Yahoo! is old. |It is'],
  ['It is known.[3] Others [4] say. No', 'It is known.[3] |Others [4] say. |No'],
  ['据说如此。[12]其他', '据说如此。[12]|其他'],
  ['https://a.example/b?c=d. Then', 'https://a.example/b?c=d. |Then'],
  ['2.熟悉开发。3.有经验。', '2.熟悉开发。|3.有经验。'],
  ['1. First\n2. Second', '1. First\n|2. Second'],
  ['「はい。」と言った。そして', '「はい。」と言った。|そして'],
  ['He said "Stop." "Why?" she', 'He said "Stop." |"Why?" she'],
  ['a line that is wrapped\nright here. But', 'a line that is wrapped\nright here. |But'],
  ['先说甲；再说乙……完。好', '先说甲；再说乙……完。|好'],
  ['第一行\n第二行', '第一行\n|第二行'],
  ['真的？！是。', '真的？！|是。'],
])('sentences end in %s', (text, cut) => {
  expect(bars(text, CUT.sentence)).toBe(cut)
})

test.each([
  ['甲，乙、丙：丁', '甲，|乙、|丙：|丁'],
  ['at 10:30, we left', 'at 10:30, |we left'],
  ['first; then; 先；后', 'first; |then; |先；|后'],
])('clauses end in %s', (text, cut) => {
  expect(bars(text, CUT.clause)).toBe(cut)
})

test('no piece begins inside a character or with a closing sign', () => {
  const text = fc
    .array(
      fc.constantFrom('开', 'ab', '。', '，', '”', '“', '𠮷', '👨‍👩‍👧', 'e\u0301', ' ', '3.1'),
      { maxLength: 12 },
    )
    .map((pieces) => pieces.join(''))
  fc.assert(
    fc.property(text, (whole) => {
      const cutBefore = findCuts(whole, 0, whole.length)
      for (let at = 1; at < whole.length; at++) {
        if (cutBefore(at) === CUT.never) continue
        expect(whole.charAt(at)).not.toMatch(/[\udc00-\udfff。，”\s]|\p{M}|\u200d/u)
        expect(whole.charAt(at - 1)).not.toBe('\u200d')
      }
    }),
  )
})

test('a range is cut as the whole text is', () => {
  const text = '他说：“好。”然后走了。It is 3.14. 结束，真的？！'
  const whole = findCuts(text, 0, text.length)
  fc.assert(
    fc.property(fc.integer({ min: 9, max: text.length - 1 }), fc.nat(20), (start, length) => {
      const end = Math.min(text.length, start + length)
      const part = findCuts(text, start, end)
      for (let at = start; at <= end; at++) expect(part(at)).toBe(whole(at))
    }),
  )
})
