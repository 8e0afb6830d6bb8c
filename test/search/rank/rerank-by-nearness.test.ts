import { describe, expect, test } from 'vitest'
import { RANKING, TITLE_ONLY_SHARE } from '../../../src/search/lists/bm25f.ts'
import type { IndexView } from '../../../src/search/lists/index-view.ts'
import { countToRead, rerankByNearness } from '../../../src/search/rank/rerank-by-nearness.ts'
import { memoryView } from '../../helpers/memory-index.ts'
import { segmenter } from '../small-archive.ts'

const needle = (text: string, weight: number) => ({ text, weight, wholeWord: true })
const words = [needle('alpha', 3), needle('beta', 2)]
const FAR = 'x '.repeat(40)

const viewOf = (bodies: readonly string[]) =>
  memoryView(
    [bodies.map((body, number) => ({ article: { number, title: `t${number}`, body } }))],
    segmenter,
  )

async function measure(view: IndexView, phrases: readonly string[] = []) {
  const [segment] = view.segments
  if (segment === undefined) throw new RangeError('the view has one segment')
  const count = segment.segment.meta.articles
  const places = Array.from({ length: count }, (_, article) => ({
    segment: 0,
    article,
    score: 10,
    date: 0,
    lacksWords: false,
  }))
  return rerankByNearness(view, places, { words, phrasesToVerify: phrases, typed: [] })
}

describe('texts are read', () => {
  test.each([
    [0, 0],
    [1, 0],
    [2, 20],
    [4, 20],
    [5, 50],
  ])('of %i words: %i', (count, read) => {
    expect(countToRead(Array.from({ length: count }, () => needle('a', 1)))).toBe(read)
  })
})

describe('what a text tells is added', () => {
  test('for words near each other their weight together, else the heaviest alone', async () => {
    const view = await viewOf(['alpha beta', `alpha ${FAR}beta`, 'beta', 'gamma'])
    const added = (await measure(view)).map(({ score }) => score - 10)
    const share = RANKING.nearnessShare
    expect(added.map((one) => one / share)).toEqual([5, 3, 2, 0].map((one) => expect.closeTo(one)))
  })

  test('for words in the title their weight, and once more for all that was typed', async () => {
    const titles = ['alpha', 'beta, alpha', 'an alpha beta', 'gamma']
    const view = await memoryView(
      [titles.map((title, number) => ({ article: { number, title, body: 'x' } }))],
      segmenter,
    )
    const places = titles.map((_, article) => ({
      segment: 0,
      article,
      score: 0,
      date: 0,
      lacksWords: false,
    }))
    const sought = { words, phrasesToVerify: [], typed: ['alpha beta'] }
    const closeness = (await rerankByNearness(view, places, sought)).map((one) => one.closeness)
    expect(closeness.map((one) => (one?.title ?? 0) / RANKING.titleShare)).toEqual(
      [3, 5, 10, 0].map((one) => expect.closeTo(one)),
    )
  })

  test('for a phrase that was typed the weight of all words', async () => {
    const view = await viewOf(['alpha, beta', 'beta alpha', 'an alpha beta', 'alphabeta'])
    const closeness = (await measure(view, ['alpha beta', 'beta alpha'])).map(
      (one) => one.closeness,
    )
    const whole = RANKING.phraseShare * 5
    expect(closeness.map((one) => one?.phrase)).toEqual([0, whole, whole, 0])
  })

  test('of the title and of the first 16,384 units of the body', async () => {
    const title = 't0'
    const text = (before: number) => `${'x'.repeat(before - 1)} alpha`
    const view = await viewOf([text(16_384 - 5), text(16_384 - 4)])
    const scores = (await measure(view)).map(({ score }) => score)
    expect(scores).toEqual([10 + RANKING.nearnessShare * 3, 10])
    const [first] = await rerankByNearness(
      view,
      [{ segment: 0, article: 0, score: 0, date: 0, lacksWords: false }],
      { words: [needle(title, 7)], phrasesToVerify: [], typed: [] },
    )
    expect(first?.score).toBeCloseTo((RANKING.nearnessShare + RANKING.titleShare) * 7)
  })

  test('in a share only where the page holds no article', async () => {
    const view = await memoryView(
      [
        [
          { article: { number: 0, title: 'alpha beta', body: 'alpha beta' } },
          { article: { number: 1, title: 'alpha beta', body: '', failed: true } },
        ],
      ],
      segmenter,
    )
    const [plain, penalised] = await measure(view)
    expect((penalised?.score ?? 0) - 10).toBeCloseTo(((plain?.score ?? 0) - 10) * TITLE_ONLY_SHARE)
    expect(plain?.score).toBeGreaterThan(10)
  })

  test('for Han characters, wherever they stand; never less than nothing', async () => {
    const view = await viewOf(['漏与洞', '漏与口', '无', '漏洞漏洞漏洞'])
    const han = { words: [needle('漏洞', 4), needle('无关', 1)], phrasesToVerify: [], typed: [] }
    const places = [0, 1, 2, 3].map((article) => ({
      segment: 0,
      article,
      score: 1,
      date: 0,
      lacksWords: false,
    }))
    const ranked = await rerankByNearness(view, places, han)
    const [both = 0, one = 0, other = 0, often = 0] = ranked.map(
      ({ closeness }) => closeness?.characters ?? -1,
    )
    expect(ranked.map(({ article }) => article)).toEqual([0, 1, 2, 3])
    expect(both).toBeCloseTo(2 * one)
    expect(other).toBeGreaterThan(0)
    expect(other).toBeLessThan(one)
    expect(often).toBeGreaterThan(both)
    for (const { score } of ranked) expect(score).toBeGreaterThan(1)
  })
})
