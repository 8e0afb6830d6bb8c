import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normalizeText } from '../../../src/text/normalize/normalize.ts'
import { dictionarySegmenter } from '../../helpers/dictionary-segmenter.ts'
import { idOfNumber } from '../../helpers/memory-index.ts'
import { askBodies } from './ask.ts'

const segmenter = dictionarySegmenter(['手机', '咖啡', '检索', '周年', '工厂', '矿石', '三十'])

const ask = (bodies: readonly string[], query: string) => askBodies(segmenter, bodies, query)

describe('each form of a name finds the others, and comes first itself', () => {
  test.each([
    ['accents', ['jalapeño', 'jalapeno', 'Jalapen\u0303o']],
    ['several letters for one', ['straßenbahn', 'strassenbahn']],
    ['Korean particles', ['부산에서', '부산은', '부산까지']],
    ['signs between letters and digits', ['qwen3', 'Qwen-3', 'qwen 3']],
    ['signs between words', ['t-shirt', 'tshirt']],
    ['a full stop', ['vue.js', 'vuejs']],
  ])('%s', async (_fact, forms) => {
    const bodies = forms.map((form) => `于是 ${form} 来了`)
    for (const [number, query] of forms.filter((form) => !form.includes(' ')).entries()) {
      const { ids, marked, total } = await ask(bodies, query)
      expect(total).toBe(forms.length)
      const same = forms.flatMap((form, other) =>
        normalizeText(form) === normalizeText(query) ? [idOfNumber(other)] : [],
      )
      expect(ids.slice(0, same.length).toSorted()).toEqual(same.toSorted())
      expect(marked.flat()).toContain(forms[number])
      // A particle that was not asked for is not marked.
      for (const mark of marked.flat())
        expect(forms.some((form) => form.startsWith(mark))).toBe(true)
      expect(marked.every((marks) => marks.length === 1)).toBe(true)
    }
  })
})

describe('a number', () => {
  const bodies = [
    '工厂迁出四千二百万吨矿石',
    '工厂迁出4200万吨矿石',
    '工厂迁出 42,000,000 吨矿石',
    '工厂迁出 42000000 吨矿石',
    '建校三十周年',
    '建校30周年',
    '三十人三十一',
  ]

  test.each<[string, number[], string[]]>([
    ['4200万', [1, 0, 2, 3], ['4200万']],
    ['四千二百万', [0, 1, 2, 3], ['四千二百万']],
    ['42,000,000', [2, 3, 0, 1], ['42,000,000', '42000000']],
    ['42000000', [2, 3, 0, 1], ['42,000,000', '42000000']],
    ['三十周年', [4, 5], ['三十周年']],
    ['30周年', [5, 4], ['30周年']],
  ])('%s is found as it is typed first, and in every other way', async (query, numbers, first) => {
    const { ids, marked } = await ask(bodies, query)
    expect(ids.toSorted()).toEqual(numbers.map(idOfNumber).toSorted())
    expect(first).toContain(marked[0]?.join(''))
    expect(marked.every((marks) => marks.length > 0)).toBe(true)
  })
})

describe('a part of a name', () => {
  const bodies = ['用 querySelectorAll 取元素', '一个 selector 而已', '三星Galaxy24手机']

  test.each<[string, number[], string[]]>([
    ['selector', [1, 0], ['selector', 'Selector']],
    ['query selector', [0], ['querySelector']],
    ['galaxy 24', [2], ['Galaxy24']],
    ['queryselectorall', [0], ['querySelectorAll']],
  ])('%s', async (query, numbers, marks) => {
    const { ids, marked } = await ask(bodies, query)
    expect(ids).toEqual(numbers.map(idOfNumber))
    expect(marked.flat()).toEqual(marks)
  })

  test('is not found in quotes as a word, nor where it is excluded', async () => {
    expect((await ask(['jalapeño', 'jalapeno'], '"jalapeno"')).ids).toEqual([idOfNumber(1)])
    expect((await ask(bodies, '手机 -24')).ids).toEqual([idOfNumber(2)])
  })
})

test('an article is found by its own text as a query, in every script', async () => {
  const piece = fc.constantFrom(
    ...[
      '検索',
      '咖啡手机',
      'データ',
      'ﾃﾞｰﾀ',
      'ひらがな',
      '부산에서',
      '한국어',
      'é',
      'straße',
      'Łódź',
    ],
    ...['getElement', 'GPT4o', '3500', 'v2', 'x', 'мир', 'İ', 'שלום', 'ไทย', '𠮷', '⼀', '\u200b'],
  )
  const sign = fc.constantFrom('', '', '', '-', '.', '_')
  const text = fc
    .array(fc.tuple(piece, sign), { minLength: 1, maxLength: 5 })
    .map((pieces) => pieces.map((both) => both.join('')).join(''))
    .filter((joined) => !/^[-\u200b]|^[._]+$/.test(joined))
  await fc.assert(
    fc.asyncProperty(text, async (written) => {
      expect((await ask([`${written}`, '别的'], written)).ids).toContain(idOfNumber(0))
    }),
    { numRuns: 300 },
  )
})
