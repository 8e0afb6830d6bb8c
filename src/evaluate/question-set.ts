/** A set of questions with known answers, as collections for information retrieval are handed round: three text files. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { SouwenError } from '../errors.ts'
import type { Judgements } from './metrics.ts'

export interface SetDocument {
  readonly id: string
  readonly title: string
  readonly text: string
}

/** A question that the set answers. */
export interface SetQuestion {
  readonly id: string
  readonly text: string
  readonly judgements: Judgements
}

export interface QuestionSet {
  readonly documents: readonly SetDocument[]
  readonly questions: readonly SetQuestion[]
}

/**
 * Reads `docs.jsonl` (id, title, text), `queries.jsonl` (id, text) and `qrels.tsv` (query, document, relevance). Questions
 * without an answer are left out: no ranking of them is better than another. Throws SouwenError (bad-request) that names the line.
 */
export function readQuestionSet(folder: string): QuestionSet {
  const judgements = readJudgements(folder)
  const documents = readJsonLines(folder, 'docs.jsonl', ({ title }, text) => ({
    id: text('id'),
    title: typeof title === 'string' ? title : '',
    text: text('text'),
  }))
  const questions = readJsonLines(folder, 'queries.jsonl', (_, text) => ({
    id: text('id'),
    text: text('text'),
    judgements: judgements.get(text('id')) ?? new Map<string, number>(),
  }))
  return { documents, questions: questions.filter((question) => question.judgements.size > 0) }
}

function readJudgements(folder: string): ReadonlyMap<string, Judgements> {
  const judgements = new Map<string, Map<string, number>>()
  for (const [line, place] of readLines(folder, 'qrels.tsv')) {
    const [question = '', document = '', written = ''] = line.split('\t')
    const relevance = Number(written)
    if (document === '' || written.trim() === '' || Number.isNaN(relevance)) {
      throw badLine(place, 'should be question, document and relevance, with tabs between them')
    }
    if (relevance <= 0) continue
    const known = judgements.get(question) ?? new Map<string, number>()
    judgements.set(question, known.set(document, relevance))
  }
  return judgements
}

type Row = Readonly<Record<string, unknown>>

function readJsonLines<Result>(
  folder: string,
  name: string,
  read: (row: Row, text: (key: string) => string) => Result,
): readonly Result[] {
  return Array.from(readLines(folder, name), ([line, place]) => {
    const row = parseRow(line, place)
    return read(row, (key) => {
      const value = row[key]
      if (typeof value === 'string') return value
      throw badLine(place, `has no "${key}"`)
    })
  })
}

function parseRow(line: string, place: string): Row {
  try {
    const value: unknown = JSON.parse(line)
    if (typeof value === 'object' && value !== null) return { ...value }
  } catch {
    // The message below says it.
  }
  throw badLine(place, 'is no JSON object')
}

/** Yields each line that is not blank, and names its place. */
function* readLines(
  folder: string,
  name: string,
): Generator<readonly [line: string, place: string]> {
  for (const [i, line] of readText(join(folder, name)).split(/\r?\n/).entries()) {
    if (line.trim() !== '') yield [line, `${name}, line ${i + 1}`]
  }
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8').replace(/^\ufeff/, '')
  } catch (cause) {
    const what = 'a set is a folder with docs.jsonl, queries.jsonl and qrels.tsv'
    throw new SouwenError('bad-request', `${path} cannot be read; ${what}`, { cause })
  }
}

function badLine(place: string, what: string): SouwenError {
  return new SouwenError('bad-request', `${place}: ${what}`)
}
