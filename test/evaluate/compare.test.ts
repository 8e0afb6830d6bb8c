import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { movedQuestions, readSaved, saveEvaluation } from '../../src/evaluate/compare.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'souwen-compare-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const NOTHING = { ndcg: 0, mrr: 0, recall: 0 }
const evaluationOf = (ndcgs: Readonly<Record<string, number>>) => ({
  documents: 3,
  questions: Object.entries(ndcgs).map(([id, ndcg]) => ({ ...NOTHING, id, text: `问${id}`, ndcg })),
  mean: NOTHING,
})

test('what was saved reads back, question by question', () => {
  const path = join(folder, 'figures.json')
  saveEvaluation(path, evaluationOf({ a: 0.25, b: 1 }))
  expect(readSaved(path)).toEqual(
    new Map([
      ['a', 0.25],
      ['b', 1],
    ]),
  )
})

test('questions that got worse come first, the worst of them first, then those that got better', () => {
  const before = new Map([
    ['same', 0.5],
    ['better', 0.1],
    ['worse', 0.9],
    ['worst', 1],
    ['rounded', 0.3],
    ['gone', 1],
  ])
  const now = { same: 0.5, better: 0.7, worse: 0.8, worst: 0, rounded: 0.3 + 1e-12, fresh: 0.2 }
  expect(movedQuestions(before, evaluationOf(now))).toEqual([
    { id: 'worst', text: '问worst', before: 1, after: 0 },
    { id: 'worse', text: '问worse', before: 0.9, after: 0.8 },
    { id: 'better', text: '问better', before: 0.1, after: 0.7 },
  ])
})

test.each(['', 'null', '[1]', '{"a":0.5}', '{"a":{"mrr":1}}'])('%j is refused', (text) => {
  const path = join(folder, 'figures.json')
  writeFileSync(path, text)
  expect(() => readSaved(path)).toThrow(`${path} is no file that "souwen evaluate --save" wrote`)
})

test('a file that cannot be written is named', () => {
  const path = join(folder, 'none', 'figures.json')
  expect(() => saveEvaluation(path, evaluationOf({ a: 1 }))).toThrow(`${path} cannot be written`)
  expect(readdirSync(folder)).toEqual([])
})
