/** Snippets of random articles with headings, code, lists and tables: what each may hold, and where it says that it is cut. */

import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Block } from '../../../src/corpus/article.ts'
import { bodyOf } from '../../../src/index/store/article-record.ts'
import type { Needle } from '../../../src/search/literal/marks.ts'
import { listSections } from '../../../src/search/show/sections.ts'
import { makeSnippets } from '../../../src/search/show/snippet.ts'
import { countColumns } from '../../../src/text/columns.ts'

const WORDS = [
  '水獭',
  '河流',
  '游泳',
  'otter',
  'river',
  'Dr. Smith',
  '3.14',
  'カワウソ',
  'e.g.',
  '[3]',
]
const word = fc.constantFrom(...WORDS)
const sentence = fc
  .tuple(fc.array(word, { minLength: 1, maxLength: 14 }), fc.constantFrom('。', '. ', '？', '! '))
  .map(([words, end]) => `A${words.join(end === '。' ? '的' : ' ')}${end}`)
const paragraph = fc
  .array(sentence, { minLength: 1, maxLength: 8 })
  .map((sentences): Block => ({ kind: 'paragraph', text: sentences.join('').trim() }))
const lines = (kind: 'list' | 'code', between: string) =>
  fc
    .array(fc.array(word, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 6 })
    .map((rows): Block => ({ kind, text: rows.map((row) => row.join(between)).join('\n') }))
const table = lines('list', '\t').map(({ text }): Block => ({ kind: 'table', text }))
const heading = fc
  .array(word, { minLength: 1, maxLength: 6 })
  .map((words): Block => ({ kind: 'heading', text: words.join(' ') }))
const articles = fc.array(
  fc.oneof(paragraph, paragraph, heading, table, lines('list', ' '), lines('code', '(')),
  { minLength: 1, maxLength: 12 },
)
const needles = fc
  .uniqueArray(fc.constantFrom('水獭', 'otter', '3.14', 'river', 'カワウソ'), { maxLength: 3 })
  .map((texts) => texts.map((text): Needle => ({ text, weight: 1, wholeWord: false })))

/** Whether a sentence ends before the text goes on, or a line does. */
const ENDS = /(?:^|[。？！?!.][[\]\d)”"]*\s*|\n[ \t]*)$/

test('each is a piece of one section under its whole heading, and says where it cuts a sentence', () => {
  fc.assert(
    fc.property(articles, needles, fc.integer({ min: 60, max: 240 }), (blocks, some, columns) => {
      const body = bodyOf({ blocks })
      const sections = listSections(blocks, '')
      const snippets = makeSnippets(body, some, sections, columns)
      expect(snippets.length).toBeGreaterThan(0)
      expect(snippets.length).toBeLessThanOrEqual(2)
      const headings = blocks.filter(({ kind }) => kind === 'heading').map(({ text }) => text)
      for (const snippet of snippets) {
        const { text, heading, isCode, cutBefore, cutAfter } = snippet
        if (heading !== undefined) expect(headings).toContain(heading.text)
        expect(countColumns(text, 0, text.length)).toBeLessThanOrEqual(columns * 1.8)
        const places = sections.filter(({ range: [start, end], isCode: code }) => {
          return code === (isCode ?? false) && body.slice(start, end).includes(text)
        })
        expect(places).not.toEqual([])
        if (cutBefore && cutAfter) continue
        // A text that stands several times is right in one of its places.
        const isRight = places.some(({ range: [start, end] }) => {
          const whole = body.slice(start, end)
          for (let at = whole.indexOf(text); at >= 0; at = whole.indexOf(text, at + 1)) {
            const isBegun = cutBefore || ENDS.test(whole.slice(0, at))
            const rest = whole.slice(at + text.length)
            if (isBegun && (cutAfter || rest === '' || ENDS.test(text) || /^\s*\n/.test(rest)))
              return true
          }
          return false
        })
        expect({ text, isRight }).toEqual({ text, isRight: true })
      }
    }),
    { numRuns: 500 },
  )
})
