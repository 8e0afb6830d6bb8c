import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SouwenError } from '../../src/errors.ts'
import { readSynonyms, synonymsOf } from '../../src/text/synonyms.ts'

const FILE = `\uFEFF# 公司
大模型, LLM, Large  Language Model
\r
i-pod, i pod => ipod
裝置，設備
a\\,b, c
LLM, 语言模型`

const othersOf = (text: string) => synonymsOf(readSynonyms(FILE, 'x')).othersOf(text)

test.each([
  ['大模型', ['llm', 'large language model']],
  ['llm', ['大模型', 'large language model', '语言模型']],
  ['i pod', ['ipod']],
  ['ipod', []],
  ['装置', ['设备']],
  ['a,b', ['c']],
  ['模型', []],
])('%s is also %j', (text, others) => {
  expect(othersOf(text)).toEqual(others)
})

test.each([
  ['a, b\nc', /^synonyms s\.txt:2: has one word alone; a line is "a, b, c" or "a, b => c"$/],
  ['a => b => c', /s\.txt:1: has more than one/],
  ['\n\n => c', /s\.txt:3: has no word/],
  ['a =>', /s\.txt:1: has no word/],
  ['a, , b', /s\.txt:1: has no word/],
  ['a, !', /s\.txt:1: has no word/],
])('%j is refused by its line', (content, message) => {
  expect(() => readSynonyms(content, 's.txt')).toThrow(message)
})

test('whatever stands in a file, it is read or refused', () => {
  const line = fc.array(fc.constantFrom('a', '甲', ',', '，', ' => ', '=>', '#', '\\', ' ', '\n'))
  fc.assert(
    fc.property(line, (pieces) => {
      try {
        const rules = readSynonyms(pieces.join(''), 's')
        expect(readSynonyms(rules.join('\n'), 's')).toEqual(rules)
        synonymsOf(rules)
      } catch (error) {
        expect(error).toBeInstanceOf(SouwenError)
      }
    }),
  )
})
