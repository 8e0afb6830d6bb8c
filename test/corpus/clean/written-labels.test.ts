/** The labels of hand-written pages that `npm run bench:corpus -- --written FOLDER` judges the reader by. */

import { expect, test } from 'vitest'
import { readWrittenLabels } from '../../../bench/corpus/written.ts'

const labels = readWrittenLabels('test/corpus/clean/written-labels.jsonl')

test('are of 400 pages, each once, of three collections', () => {
  expect(new Set(labels.map(({ path }) => path)).size).toBe(400)
  const collections = new Set(labels.map(({ path }) => path.slice(0, path.indexOf('/'))))
  expect([...collections].sort()).toEqual(['TranslateProject', 'docs-zh-cn', 'weekly'])
})

test('hold a few letters of a page, a day or none, and its title', () => {
  for (const { title, date, first, last } of labels) {
    expect(title).not.toBe('')
    expect(date).toMatch(/^(?:\d{4}-\d{2}-\d{2})?$/)
    for (const words of [first, last]) expect(words).toMatch(/^[\p{L}\p{N}]{3,16}$/u)
  }
})
