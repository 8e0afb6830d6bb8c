import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readQuestionSet } from '../../src/evaluate/question-set.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'souwen-set-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const GOOD = {
  'docs.jsonl': '{"id":"d1","title":"苹果","text":"又大又甜"}\n{"id":"d2","text":"没有标题"}\n',
  'queries.jsonl': '{"id":"q1","text":"苹果"}\n{"id":"q2","text":"没有答案"}\n',
  'qrels.tsv': 'q1\td1\t2\nq1\td2\t1\nq2\td1\t0\n',
}

function write(changed: Partial<Record<keyof typeof GOOD, string>> = {}): void {
  for (const [name, text] of Object.entries({ ...GOOD, ...changed }))
    writeFileSync(join(folder, name), text)
}

test('documents and questions are read, and a question without an answer is left out', () => {
  write()
  expect(readQuestionSet(folder)).toEqual({
    documents: [
      { id: 'd1', title: '苹果', text: '又大又甜' },
      { id: 'd2', title: '', text: '没有标题' },
    ],
    questions: [
      {
        id: 'q1',
        text: '苹果',
        judgements: new Map([
          ['d1', 2],
          ['d2', 1],
        ]),
      },
    ],
  })
})

test('blank lines, line ends of Windows and a byte order mark change nothing', () => {
  write()
  const expected = readQuestionSet(folder)
  const windows = (text: string) => `\uFEFF${text.replaceAll('\n', '\r\n\r\n')}`
  write({
    'docs.jsonl': windows(GOOD['docs.jsonl']),
    'queries.jsonl': windows(GOOD['queries.jsonl']),
    'qrels.tsv': windows(GOOD['qrels.tsv']),
  })
  expect(readQuestionSet(folder)).toEqual(expected)
})

test.each([
  ['docs.jsonl', '{"id":"d1","text":"a"}\n\n{"id":"d2"}\n', 'docs.jsonl, line 3: has no "text"'],
  ['docs.jsonl', '{"id":1,"text":"a"}\n', 'docs.jsonl, line 1: has no "id"'],
  ['queries.jsonl', 'q1 苹果\n', 'queries.jsonl, line 1: is no JSON object'],
  ['queries.jsonl', '"q1"\n', 'queries.jsonl, line 1: is no JSON object'],
  ['qrels.tsv', 'q1 d1 1\n', 'qrels.tsv, line 1: should be question, document and relevance'],
  ['qrels.tsv', 'q1\td1\t1\nq1\td2\tgood\n', 'qrels.tsv, line 2: should be'],
  ['qrels.tsv', 'q1\td1\t\n', 'qrels.tsv, line 1: should be'],
] as const)('a bad line of %s is named', (name, text, message) => {
  write({ [name]: text })
  expect(() => readQuestionSet(folder)).toThrow(message)
})

test('a missing file is named, and what a set is', () => {
  write()
  rmSync(join(folder, 'qrels.tsv'))
  expect(() => readQuestionSet(folder)).toThrow(
    `${join(folder, 'qrels.tsv')} cannot be read; a set is a folder with docs.jsonl, queries.jsonl and qrels.tsv`,
  )
})
