import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  createWordPool,
  isKnownWord,
  looksLikeWord,
} from '../../../src/ingest/suggestions/suggested-words.ts'

describe('what looks like a word', () => {
  test.each(['漏洞', '人工智能', 'log4j', 'cve-2025-24813', 'node.js', 'c++', '0day', 'ошибка'])(
    '%s does',
    (text) => expect(looksLikeWord(text)).toBe(true),
  )

  test.each([
    ['a number', '2025'],
    ['a version', '5.6.2'],
    ['one character', '漏'],
    ['one letter', 'a'],
    ['a pair of kana', 'ラム'],
    ['an address of a person', 'someone@example.com'],
    ['a hash of 64 digits', 'a1'.repeat(32)],
    ['a mixture', 'ai漏洞'],
  ])('%s does not: %s', (_what, text) => expect(looksLikeWord(text)).toBe(false))
})

describe('what is known of a word', () => {
  test.each([
    ['in the title of its only article', 'log4shell', 1, 1, true],
    ['in the text of its only article', 'zqxjkw', 1, 0, false],
    ['a function word', 'the', 16_000, 2_700, false],
    ['a function word that is a name', 'ai', 9_573, 4_709, true],
    ['said in thousands of articles, the subject of none', '因此', 3_484, 0, false],
    ['a subject now and then', '中断', 1_060, 109, true],
  ])('%s: %s in %i articles, %i titles', (_what, text, articles, titles, known) =>
    expect(isKnownWord({ text, articles, titles })).toBe(known),
  )
})

describe('the words of an archive', () => {
  const bestOf = (...words: readonly (readonly [string, number])[]) => {
    const pool = createWordPool()
    for (const [text, articles] of words) pool.add({ text, articles, titles: 1 })
    return pool.mostWorthSuggesting().map(({ text }) => text)
  }

  test('come by how many articles hold them', () => {
    expect(bestOf(['漏洞', 3], ['攻击', 9], ['安全', 5])).toEqual(['攻击', '安全', '漏洞'])
  })

  test('halves that stand in a longer word nearly always are left out', () => {
    expect(bestOf(['微生', 34], ['微生物', 33])).toEqual(['微生物'])
    expect(bestOf(['summarize-then', 12], ['summarize-then-search', 12])).toEqual([
      'summarize-then-search',
    ])
  })

  test('words that stand by themselves as well, or too rarely to tell, are kept', () => {
    expect(bestOf(['人工', 3669], ['人工智能', 3299])).toEqual(['人工', '人工智能'])
    expect(bestOf(['安全', 3], ['网络安全', 3])).toHaveLength(2)
  })

  test('are the same whatever the order they come in', () => {
    const word = fc.record({
      text: fc.stringMatching(/^[a-d]{2,4}$/),
      articles: fc.nat(30),
      titles: fc.nat(3),
    })
    const words = fc.uniqueArray(word, { selector: ({ text }) => text, maxLength: 30 })
    fc.assert(
      fc.property(
        words.chain((list) =>
          fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
        ),
        ([list, other]) => {
          const [one, two] = [createWordPool(), createWordPool()]
          for (const entry of list) one.add(entry)
          for (const entry of other) two.add(entry)
          expect(two.mostWorthSuggesting()).toEqual(one.mostWorthSuggesting())
        },
      ),
    )
  })
})
