import { expect, test } from 'vitest'
import { isJapaneseParticle } from '../../../src/text/terms/japanese-particles.ts'
import { queryPieces } from '../../../src/text/terms/tokenize.ts'

test.each([
  ['辞書の引き方', '辞書 引 方'],
  ['カメラを選ぶ', 'カメラ 選'],
  ['プリンターについて', 'プリンター'],
  ['大阪から京都まで', '大阪 京都'],
  ['ぶどうジュース', 'ぶどう ジュース'],
])('%s names %s', (query, names) => {
  const named = queryPieces(query).filter((piece) => !isJapaneseParticle(piece))
  expect(named.map(({ text }) => text)).toEqual(names.split(' '))
})

test('what is no hiragana is no particle', () => {
  expect(queryPieces('ア 典 a').some(isJapaneseParticle)).toBe(false)
})
