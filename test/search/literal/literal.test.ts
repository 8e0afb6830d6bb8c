import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from '../../../src/query/parse.ts'
import { quoted } from '../../../src/query/tokens/quotes.ts'
import { intersect } from '../../../src/search/lists/article-sets.ts'
import type { IndexView } from '../../../src/search/lists/index-view.ts'
import { findCandidates } from '../../../src/search/literal/candidates.ts'
import { lookUpSeams } from '../../../src/search/literal/seam-candidates.ts'
import { search } from '../../../src/search/search.ts'
import { normalizeText } from '../../../src/text/normalize/normalize.ts'
import { dictionarySegmenter } from '../../helpers/dictionary-segmenter.ts'
import { idOfNumber, memoryView } from '../../helpers/memory-index.ts'
import { runs } from '../../helpers/properties.ts'
import { anyText, hanRun } from '../../text/arbitraries.ts'

/** Cuts some of what the texts are made of, leaves the rest in single characters. */
const segmenter = dictionarySegmenter([
  '全文检索',
  '检索',
  '书籍',
  '乾隆',
  '中国',
  '中国人民',
  '民共',
])

const text = fc
  .array(fc.oneof(anyText, hanRun), { minLength: 1, maxLength: 3 })
  .map((parts) => parts.join('').toWellFormed())

/** Up to twelve characters from anywhere in a text. */
const substringOf = (whole: string) => {
  const characters = [...whole]
  return fc
    .tuple(fc.nat(Math.max(0, characters.length - 1)), fc.integer({ min: 1, max: 12 }))
    .map(([start, length]) => characters.slice(start, start + length).join(''))
}

/** Half a cluster (e of é, the first jamo of a syllable) stands nowhere in the text as it is compared; spaces ask nothing. */
function canStand(whole: string, part: string): boolean {
  const needle = normalizeText(part).trim()
  const [only, ...more] = parse(quoted(part)).root.children
  if (only?.kind !== 'phrase' || only.text !== part || more.length > 0) return false
  return needle !== '' && normalizeText(whole).includes(needle)
}

async function idsFor(view: IndexView, query: string): Promise<readonly string[]> {
  const { hits } = await search(view, { query, limit: 100, offset: 0, sort: 'relevance' })
  return hits.map(({ id }) => id)
}

const fields = fc
  .array(fc.record({ title: text, body: text }), { minLength: 1, maxLength: 4 })
  .map((rows) => rows.map((row, number) => ({ ...row, number })))

describe('a quoted text', () => {
  test('is found wherever it stands, and nowhere else', async () => {
    const cases = fields.chain((articles) => {
      const parts = articles.flatMap(({ title, body }) => [substringOf(title), substringOf(body)])
      return fc.tuple(fc.constant(articles), fc.tuple(...parts))
    })
    await fc.assert(
      fc.asyncProperty(cases, async ([articles, parts]) => {
        const placed = articles.map((article) => ({ article }))
        const view = await memoryView([placed.slice(0, 2), placed.slice(2)], segmenter)
        for (const part of parts) {
          const needle = normalizeText(part).trim()
          const whole = articles.map(({ title, body }) => `${title}\n\n${body}`).join('\n\n')
          if (!canStand(whole, part)) continue
          const holders = articles.filter(({ title, body }) =>
            [title, body].some((one) => normalizeText(one).includes(needle)),
          )
          const expected = holders.map(({ number }) => idOfNumber(number))
          expect([...(await idsFor(view, quoted(part)))].sort()).toEqual(expected.sort())
        }
      }),
      { numRuns: runs(50) },
    )
  })

  test('is among the candidates, however often the dictionary is asked for the words at its edges', async () => {
    const cases = text.chain((body) => fc.tuple(fc.constant(body), substringOf(body)))
    await fc.assert(
      fc.asyncProperty(cases, async ([body, part]) => {
        const needle = normalizeText(part).trim()
        if (!canStand(body, part)) return
        const view = await memoryView([[{ article: { number: 0, title: '', body } }]], segmenter)
        const [segment] = view.segments
        if (segment === undefined) throw new Error('no segment')
        expect([...(await findCandidates(segment, needle, 0)).articles]).toEqual([0])
      }),
      { numRuns: runs(250) },
    )
  })

  test('of words is looked for by the seam between them', async () => {
    const bodies = ['my officer', 'the army of one', 'armies of one', 'of the army', 'army. of one']
    const articles = bodies.map((body, number) => ({ article: { number, title: '', body } }))
    const [segment] = (await memoryView([articles], segmenter)).segments
    if (segment === undefined) throw new Error('no segment')
    const candidates = async (needle: string) => {
      const sets = await Promise.all(lookUpSeams(segment, needle).map(({ read }) => read()))
      return [...sets.reduce(intersect)]
    }
    expect(await candidates('army of')).toEqual([0, 1])
    // Of a single letter at the edge it is not known what stands beside it.
    expect(await candidates('y o')).toEqual([0, 1])
    expect(await candidates('s of one')).toEqual([2])
  })

  test('of words is looked for by the words that end and begin like its edges', async () => {
    const bodies = [
      'forcesless, office',
      'the forces, of one',
      'workforces, office',
      'an army, forces',
      'of, an forcesof, an',
    ]
    const articles = bodies.map((body, number) => ({ article: { number, title: '', body } }))
    const [segment] = (await memoryView([articles], segmenter)).segments
    if (segment === undefined) throw new Error('no segment')
    const candidates = async (few: number) => [
      ...(await findCandidates(segment, 'forces, of', few)).articles,
    ]
    // 'forcesless' and 'forcesof' do not end with 'forces'.
    expect(await candidates(0)).toEqual([1, 2])
    expect(await candidates(9)).toEqual([0, 1, 2, 3, 4])
  })

  test('in a title is found by title: as well', async () => {
    await fc.assert(
      fc.asyncProperty(fields, async (articles) => {
        const view = await memoryView([articles.map((article) => ({ article }))], segmenter)
        for (const { title, number } of articles) {
          if (!canStand(title, title)) continue
          expect(await idsFor(view, quoted(title))).toContain(idOfNumber(number))
          expect(await idsFor(view, `title:${quoted(title)}`)).toContain(idOfNumber(number))
        }
      }),
      { numRuns: runs(50) },
    )
  })

  test.each([
    ['across the words of the dictionary', '中国人民共和', '国人'],
    ['of one character inside a word', '全文检索引擎', '文'],
    ['of one character beyond the basic plane', '在𠮷野家吃饭', '𠮷'],
    ['of one letter inside a word', 'openssl 的漏洞', 'e'],
    [
      'from the end of one name to the beginning of the next',
      'openssl-3.0.1 与 libcurl',
      'ssl-3.0.1 与 lib',
    ],
    ['of signs alone', '涨幅 ±3.5 ％‰', '±'],
    ['of an emoji alone', '好消息😀来了', '😀'],
    ['of a letter between signs', '见.C++ 一节', '.C++'],
    ['of a letter with signs after another sign', '见.C# 一节', 'C#'],
    [
      'inside a long hash',
      `哈希 ${'0123456789abcdef'.repeat(8)} 完`,
      'f0123456789abcdef0123456789',
    ],
    ['over the end of a line', '第一行\n第二行', '行\n第'],
    ['in Traditional characters', '一家书店的书籍', '書籍'],
    ['in full width', '用 AI 写作', 'ＡＩ'],
  ])('%s is found', async (_, body, part) => {
    const article = { number: 1, title: '题', body }
    const view = await memoryView([[{ article }]], segmenter)
    expect(await idsFor(view, quoted(part))).toEqual([idOfNumber(1)])
  })

  test.each([
    ['the same characters in another order', '漏洞攻击', '攻击漏洞'],
    ['its halves apart', '发现漏洞，堵上洞口', '漏洞口'],
    ['the same characters apart', '漏了一个洞', '漏洞'],
    ['the same words on two sides of a full stop', '修复漏洞。攻击停止', '漏洞攻击'],
    ['another name that begins alike', '编号 CVE-2025-12345', 'CVE-2025-1234。'],
    ['the same letters parted by a line', 'open\nssl', 'openssl'],
  ])('is not found in %s', async (_, body, part) => {
    const view = await memoryView([[{ article: { number: 1, title: '题', body } }]], segmenter)
    expect(await idsFor(view, quoted(part))).toEqual([])
  })

  test('is found though half a character stands where its beginning is looked up', async () => {
    const title = `ꀀ${'𐐨'.repeat(32)}`
    const view = await memoryView([[{ article: { number: 1, title, body: '的' } }]], segmenter)
    expect(await idsFor(view, quoted(title))).toEqual([idOfNumber(1)])
  })
})
