/** The most probable path, beside all ways to cut a short text. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { probablePathCutter } from '../../../src/text/jieba/probable-path.ts'
import { WordTrie } from '../../../src/text/jieba/word-trie.ts'
import type { VisitWord } from '../../../src/text/terms/segmenter.ts'

/** Weights of words; whole numbers, so that sums are exact and many paths are equally probable. */
type Weights = ReadonlyMap<string, number>

const UNKNOWN = -7

function cutterOf(weights: Weights) {
  const trie = new WordTrie(4)
  // The trie keeps frequencies; here each is the weight itself, turned to be above zero.
  for (const [word, weight] of weights) trie.add(word, 0, word.length, -weight)
  const byNumber = Float64Array.from(trie.frequencies, (frequency) => -frequency)
  const cut = probablePathCutter(trie, byNumber, UNKNOWN)
  return (text: string, start = 0, end = text.length): readonly string[] => {
    const words: string[] = []
    const visit: VisitWord = (from, to) => words.push(text.slice(from, to))
    cut(text, start, end, visit)
    return words
  }
}

/** All ways to cut a text into words and single characters. */
function waysToCut(characters: readonly string[], weights: Weights): readonly string[][] {
  if (characters.length === 0) return [[]]
  return characters.flatMap((_, place) => {
    const first = characters.slice(0, place + 1).join('')
    if (place > 0 && !weights.has(first)) return []
    return waysToCut(characters.slice(place + 1), weights).map((rest) => [first, ...rest])
  })
}

/** The way with the largest sum; of equal ones that whose first word is shorter, or the next, and so on. */
function bestWay(text: string, weights: Weights): readonly string[] {
  const sumOf = (way: readonly string[]) =>
    way.reduce((sum, word) => sum + (weights.get(word) ?? UNKNOWN), 0)
  const ways = waysToCut([...text], weights)
  const most = Math.max(...ways.map(sumOf))
  const lengths = (way: readonly string[]) => way.map((word) => String.fromCharCode(word.length))
  const best = ways.filter((way) => sumOf(way) === most)
  best.sort((a, b) => (lengths(a).join('') < lengths(b).join('') ? -1 : 1))
  return best[0] ?? []
}

const character = fc.constantFrom('中', '国', '人', '𠮷')
const word = fc.string({ unit: character, minLength: 1, maxLength: 4 })
const weights = fc
  .array(fc.tuple(word, fc.integer({ min: -20, max: -1 })), { maxLength: 12 })
  .map((rows) => new Map(rows))

describe('the words of a text', () => {
  test('are those of the most probable of all ways to cut it, the shorter first of two that are equal', () => {
    fc.assert(
      fc.property(weights, fc.string({ unit: character, maxLength: 8 }), (known, text) => {
        expect(cutterOf(known)(text)).toEqual(bestWay(text, known))
      }),
      { numRuns: 1500 },
    )
  })

  test('are the same wherever the text stands in another', () => {
    const around = fc.string({ unit: character, maxLength: 5 })
    fc.assert(
      fc.property(weights, around, around, around, (known, before, text, after) => {
        const cut = cutterOf(known)
        const end = before.length + text.length
        expect(cut(before + text + after, before.length, end)).toEqual(cut(text))
      }),
      { numRuns: 300 },
    )
  })

  test('cover the text, with signs between as words of their own', () => {
    const unit = fc.oneof(character, fc.constantFrom('，', '。', ' ', '\t', '\n', '、', 'x'))
    fc.assert(
      fc.property(weights, fc.string({ unit, maxLength: 30 }), (known, text) => {
        const words = cutterOf(known)(text)
        expect(words.join('')).toBe(text)
        for (const one of words) expect(one).toMatch(/^(?:[，。 \t\n]|[^，。 \t\n]+)$/)
      }),
      { numRuns: 300 },
    )
  })
})

test('a word of the dictionary with a comma, a full stop or a space in it is none of a text', () => {
  for (const sign of ['，', '。', ' ', '\t', '\n']) {
    const cut = cutterOf(new Map([[`中${sign}国`, -1]]))
    expect(cut(`中${sign}国`)).toEqual(['中', sign, '国'])
  }
  expect(cutterOf(new Map([['中、国', -1]]))('中、国')).toEqual(['中、国'])
})

test('a text longer than the room that is kept is cut as short ones are, and so is the next', () => {
  const cut = cutterOf(new Map([['中国', -3]]))
  const long = '中国人'.repeat(8_000)
  expect(cut(long)).toEqual(Array.from({ length: 8_000 }, () => ['中国', '人']).flat())
  expect(cut('人中国')).toEqual(['人', '中国'])
})

test('half a character at the end is a word by itself', () => {
  expect(cutterOf(new Map([['中国', -3]]))('中国𠮷', 0, 3)).toEqual(['中国', '\ud842'])
})
