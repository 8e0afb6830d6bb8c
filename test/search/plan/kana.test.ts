import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dictionarySegmenter } from '../../helpers/dictionary-segmenter.ts'
import { idOfNumber } from '../../helpers/memory-index.ts'
import { askBodies } from './ask.ts'

const segmenter = dictionarySegmenter(['机械', '学习', '方法', '检索'])

const ask = (bodies: readonly string[], query: string) => askBodies(segmenter, bodies, query)

const BODIES = [
  'ランサムウェアがメールサーバーを止めた。',
  '新しいｻｰﾊﾞｰを買う。',
  '古いサーバの機械学習',
  'ハードウェアの検索方法を調べる',
  'バーサ',
  'さくらが咲いた',
]

describe('kana of a query', () => {
  test.each<[string, number[]]>([
    ['サーバー', [0, 1, 2]],
    ['ｻｰﾊﾞｰ', [0, 1, 2]],
    ['サーバ', [0, 1, 2]],
    ['ランサムウェア', [0]],
    ['ウェア', [0, 3]],
    ['メールサーバー', [0]],
    ['サーバーを', [0, 1, 2]],
    ['サーバーの機械', [2]],
    ['検索の方法', [3]],
    ['さくら', [5]],
    ['が', [0, 5]],
    ['-サーバー 買う', []],
    ['-サーバー さくら', [5]],
  ])('%s', async (query, numbers) => {
    const { ids } = await ask(BODIES, query)
    expect(ids.toSorted()).toEqual(numbers.map(idOfNumber).toSorted())
  })

  test('comes first as it was typed, and is marked in either width', async () => {
    const bodies = ['古いサーバを売る。', '古いサーバーを売る。', '古いｻｰﾊﾞｰを売る。']
    const { ids, marked } = await ask(bodies, 'サーバー')
    expect(ids.at(-1)).toBe(idOfNumber(0))
    expect(marked.flat().toSorted()).toEqual(['サーバ', 'サーバー', 'ｻｰﾊﾞｰ'])
  })

  test('is looked for in titles alone when asked so', async () => {
    expect((await ask(BODIES, 'title:サーバー')).total).toBe(0)
  })

  test('finds every text that holds it', async () => {
    const sign = fc.constantFrom('か', 'が', 'サ', 'ー', 'バ', 'ｶﾞ', 'ﾊ', 'カ\u3099', '検', '索')
    const kana = fc.array(sign, { minLength: 1, maxLength: 8 }).map((signs) => signs.join(''))
    await fc.assert(
      fc.asyncProperty(kana, kana, kana, async (before, word, after) => {
        const { total } = await ask([`${before}${word}${after}`], word)
        expect(total).toBe(1)
      }),
      { numRuns: 300 },
    )
  })
})
