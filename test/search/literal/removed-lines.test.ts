import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { OVERLAP_UNITS } from '../../../src/index/store/line-windows.ts'
import { findInRemovedLines, type Standing } from '../../../src/search/literal/removed-lines.ts'
import { normalizeText } from '../../../src/text/normalize/normalize.ts'
import { dictionarySegmenter } from '../../helpers/dictionary-segmenter.ts'
import { memoryView, type SmallArticle } from '../../helpers/memory-index.ts'

const segmenter = dictionarySegmenter(['漏洞'])

function articleWith(number: number, removed: readonly string[]): SmallArticle {
  return { number, title: '', body: '正文', removed }
}

async function findAll(
  pages: readonly (readonly string[])[],
  text: string,
  standing: Standing = 'anywhere',
): Promise<readonly number[]> {
  const view = await memoryView(
    [pages.map((lines, number) => ({ article: articleWith(number, lines) }))],
    segmenter,
  )
  const [segment] = view.segments
  if (segment === undefined) throw new RangeError('the view has no segment')
  // Another text is asked for beside it: each has its own articles.
  const wanted = [
    { text: 'b，', standing },
    { text, standing },
  ]
  const [, found = []] = await findInRemovedLines(segment, wanted)
  return [...found]
}

/** Few characters, so that lines, texts and words collide. */
const line = fc.string({
  unit: fc.constantFrom('漏', '洞', 'a', 'b', ' ', '，', '𠮷', 'Ａ'),
  maxLength: 12,
})
const pages = fc.array(fc.array(line, { maxLength: 4 }), { minLength: 1, maxLength: 5 })

describe('lines that were taken off', () => {
  test('hold a text where looking at every line finds it', async () => {
    await fc.assert(
      fc.asyncProperty(pages, line, async (all, typed) => {
        const text = normalizeText(typed).trim()
        const expected = all.flatMap((lines, number) =>
          text !== '' && lines.some((one) => normalizeText(one).includes(text)) ? [number] : [],
        )
        expect(await findAll(all, text)).toEqual(expected)
      }),
      { numRuns: 150 },
    )
  })

  test('hold a word only where it stands alone', async () => {
    const all = [['a category'], ['the cat sat'], ['cat'], ['concat'], ['猫cat狗']]
    expect(await findAll(all, 'cat', 'alone')).toEqual([1, 2, 4])
    expect(await findAll(all, 'cat', 'at a beginning')).toEqual([0, 1, 2, 4])
    expect(await findAll(all, 'cat')).toEqual([0, 1, 2, 3, 4])
  })

  test('hold every piece of a line that is longer than a window, by its words alike', async () => {
    const words = Array.from({ length: 400 }, (_, i) => `w${i}x`)
    const long = words.join(' ')
    const all = [['menu'], [long]]
    for (const start of [0, 350, 478, 900, long.length - 300])
      for (const length of [8, OVERLAP_UNITS, OVERLAP_UNITS + 1, 290]) {
        const piece = long.slice(start, start + length).trim()
        expect(await findAll(all, piece), `${length} units from ${start} on`).toEqual([1])
      }
    for (const word of words.filter((_, i) => i % 37 === 0))
      expect(await findAll(all, word, 'alone')).toEqual([1])
    expect(await findAll(all, 'w10', 'alone')).toEqual([])
  })

  test('are not looked up by what the title says as well', async () => {
    const view = await memoryView(
      [[{ article: { ...articleWith(0, ['开源 模型', '首页']), title: '【开源 模型】发布' } }]],
      segmenter,
    )
    const [segment] = view.segments
    const lines = await segment?.segment.removedLines()
    const terms: string[] = []
    await lines?.scan(new Uint8Array(0), (term) => {
      terms.push(new TextDecoder().decode(term))
      return true
    })
    expect(terms).toEqual(['首页'])
  })
})
