import { expect, test } from 'vitest'
import { isStopWord } from '../../src/text/stop-words.ts'

test.each(['的', '吗', '怎么', '为什么', '是什么', '有哪些', 'the', 'of', 'why'])(
  '%s says how something is asked',
  (word) => {
    expect(isStopWord(word, word)).toBe(true)
  },
)

test.each(['不', '没有', 'not', '于', '何', '漏洞', '软件', 'go', 'not', 'c'])(
  '%s may be what is asked for',
  (word) => {
    expect(isStopWord(word, word)).toBe(false)
  },
)

test('names in capitals are no stop words', () => {
  expect(isStopWord('who', 'who')).toBe(true)
  expect(isStopWord('who', 'Who')).toBe(true)
  expect(isStopWord('who', 'WHO')).toBe(false)
  expect(isStopWord('as', 'AS号')).toBe(false)
})

test('a is an article among English words, and a name elsewhere', () => {
  expect(isStopWord('a', 'a', true)).toBe(true)
  expect(isStopWord('a', 'A', true)).toBe(false)
  expect(isStopWord('a', 'a')).toBe(false)
})
