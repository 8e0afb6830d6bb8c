import { describe, expect, test } from 'vitest'
import type { Needle } from '../../../src/search/literal/marks.ts'
import {
  MOST_PLACES,
  SPAN,
  scoreCharacters,
  scoreNearness,
  weighCharacters,
} from '../../../src/search/rank/nearness.ts'

const word = (text: string, weight: number, wholeWord = false): Needle => ({
  text,
  weight,
  wholeWord,
})
const gap = (units: number) => '，'.repeat(units)

describe('nearness', () => {
  const words = [word('开源', 2), word('模型', 3), word('漏洞', 5)]

  test('is what the words weigh that begin within one span, each once', () => {
    const text = `开源${gap(SPAN - 2)}模型开源模型`
    expect(scoreNearness(text, words)).toBe(5)
    expect(scoreNearness(`开源${gap(SPAN - 2)}模型`, words)).toBe(5)
    expect(scoreNearness(`开源${gap(SPAN - 1)}模型`, words)).toBe(3)
  })

  test('takes the heaviest place, wherever it stands', () => {
    const text = `开源模型${gap(SPAN)}漏洞开源${gap(SPAN)}模型`
    expect(scoreNearness(text, words)).toBe(7)
    expect(scoreNearness(gap(9), words)).toBe(0)
    expect(scoreNearness('开源', [])).toBe(0)
  })

  test('does not see a Latin word inside another', () => {
    expect(scoreNearness('party', [word('art', 2, true)])).toBe(0)
    expect(scoreNearness('party art', [word('art', 2, true)])).toBe(2)
    expect(scoreNearness('人art展', [word('art', 2, true)])).toBe(2)
  })

  test('looks at no more places of a word than it has to', () => {
    const pair = [word('开源', 2), word('模型', 3)]
    expect(scoreNearness(`${'开源'.repeat(MOST_PLACES - 1)}开源模型`, pair)).toBe(5)
    expect(scoreNearness(`${'开源'.repeat(MOST_PLACES + SPAN)}开源模型`, pair)).toBe(3)
  })
})

describe('the characters of the words', () => {
  test('share the weight of the heaviest word they stand in', () => {
    const weights = weighCharacters([word('漏洞', 4), word('洞', 3), word('log4j', 9)])
    expect(weights).toEqual(
      new Map([
        ['漏', 2],
        ['洞', 3],
      ]),
    )
  })

  test('count by how often they stand in the text, less and less, and less in a long one', () => {
    const weights = new Map([['洞', 2]])
    expect(scoreCharacters('洞洞', weights, 1, 0.9)).toBeCloseTo((2 * 2) / 2.9, 12)
    expect(scoreCharacters('洞洞', weights, 2, 0.9)).toBeCloseTo((2 * 1) / 1.9, 12)
    expect(scoreCharacters('漏', weights, 1, 0.9)).toBe(0)
    const most = scoreCharacters('洞'.repeat(MOST_PLACES * 2), weights, 1, 0.9)
    expect(most).toBeCloseTo((2 * MOST_PLACES) / (MOST_PLACES + 0.9), 12)
  })
})
