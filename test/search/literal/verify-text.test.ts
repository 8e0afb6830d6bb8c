import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bodyFrequencyOf, titleFrequencyOf } from '../../../src/index/postings/frequencies.ts'
import { verifyText } from '../../../src/search/literal/verify-text.ts'
import { normalizeText } from '../../../src/text/normalize/normalize.ts'
import { dictionarySegmenter } from '../../helpers/dictionary-segmenter.ts'
import { memoryView, type SmallArticle } from '../../helpers/memory-index.ts'
import { anyText } from '../../text/arbitraries.ts'

const segmenter = dictionarySegmenter(['检索'])
const texts = fc.array(fc.oneof(anyText, fc.constant('检索 Search，')), { maxLength: 4 })
const rows = fc.record({ title: texts, body: texts }).map(({ title, body }) => ({
  title: title.join('').toWellFormed(),
  body: body.join('').toWellFormed(),
}))

async function segmentOf(articles: readonly SmallArticle[]) {
  const view = await memoryView([articles.map((article) => ({ article }))], segmenter)
  const [segment] = view.segments
  if (segment === undefined) throw new Error('no segment')
  return segment
}

function timesIn(text: string, needle: string): number {
  return normalizeText(text).split(needle).length - 1
}

describe('the stored articles', () => {
  test('say how often a text stands in them, title and body apart', async () => {
    const cases = fc.array(rows, { minLength: 1, maxLength: 3 }).chain((articles) => {
      const whole = normalizeText(articles.map(({ title, body }) => title + body).join(''))
      const start = fc.nat(whole.length)
      const length = fc.integer({ min: 1, max: 5 })
      return fc.record({
        articles: fc.constant(articles),
        whole: fc.constant(whole),
        start,
        length,
      })
    })
    await fc.assert(
      fc.asyncProperty(cases, async ({ articles, whole, start, length }) => {
        const needle = whole.slice(start, start + length)
        if (needle === '') return
        const numbered = articles.map((article, number) => ({ ...article, number }))
        const all = Uint32Array.from(numbered.keys())
        const found = await verifyText(await segmentOf(numbered), needle, all, false)
        const expected = numbered
          .map(({ number, title, body }) => [number, timesIn(body, needle), timesIn(title, needle)])
          .filter(([, inBody = 0, inTitle = 0]) => inBody + inTitle > 0)
        const { articles: numbers, frequencies } = found
        expect(
          Array.from(numbers, (number, i) => [
            number,
            bodyFrequencyOf(frequencies[i] ?? 0),
            titleFrequencyOf(frequencies[i] ?? 0),
          ]),
        ).toEqual(expected)
      }),
      { numRuns: 200 },
    )
  })

  test('are looked at block by block where some are spelt otherwise', async () => {
    const body = 'An Idea of\nan\u00a0idea\nanother IDEA\n\u0301an idea'
    const segment = await segmentOf([{ number: 0, title: 'Ｎo idea', body }])
    const { frequencies } = await verifyText(segment, 'n idea', Uint32Array.of(0), false)
    expect(bodyFrequencyOf(frequencies[0] ?? 0)).toBe(3)
    expect(titleFrequencyOf(frequencies[0] ?? 0)).toBe(0)
    const other = await verifyText(segment, 'o idea', Uint32Array.of(0), false)
    expect(titleFrequencyOf(other.frequencies[0] ?? 0)).toBe(1)
  })

  test('do not take the byte for a length before a text for its beginning', async () => {
    // 101 bytes: the letter e.
    const body = 'xample '.padEnd(101, '.')
    const segment = await segmentOf([{ number: 0, title: '', body }])
    const found = async (needle: string) =>
      (await verifyText(segment, needle, Uint32Array.of(0), false)).articles.length
    expect(await found('xample')).toBe(1)
    expect(await found('example')).toBe(0)
  })

  test('are not looked at beyond title and body', async () => {
    const url = 'https://example.org/jiansuo'
    const segment = await segmentOf([{ number: 0, title: '检索', body: '全文', url, source: '报' }])
    const found = async (needle: string, titleOnly: boolean) =>
      (await verifyText(segment, needle, Uint32Array.of(0), titleOnly)).articles.length
    expect(await found('jiansuo', false)).toBe(0)
    expect(await found('报', false)).toBe(0)
    expect(await found('全文', true)).toBe(0)
    expect(await found('检索', true)).toBe(1)
  })
})
