/** Keeps an evaluation's figures as JSON, and says which questions a change moved since. */

import { readFileSync, writeFileSync } from 'node:fs'
import { SouwenError } from '../errors.ts'
import type { Evaluation } from './evaluate.ts'

/** A question whose nDCG changed. */
export interface MovedQuestion {
  readonly id: string
  readonly text: string
  readonly before: number
  readonly after: number
}

/** nDCG by question. */
export type SavedFigures = ReadonlyMap<string, number>

/** Differences below this are how sums come out, not a change. */
const SMALLEST_CHANGE = 1e-9

/** Throws SouwenError (bad-request) when the file cannot be written. */
export function saveEvaluation(path: string, { questions }: Evaluation): void {
  const figures = questions.map(({ id, ndcg, mrr, recall }) => [id, { ndcg, mrr, recall }])
  try {
    writeFileSync(path, `${JSON.stringify(Object.fromEntries(figures), null, 1)}\n`)
  } catch (cause) {
    throw new SouwenError('bad-request', `${path} cannot be written`, { cause })
  }
}

/** Throws SouwenError (bad-request) for a file that saveEvaluation did not write. */
export function readSaved(path: string): SavedFigures {
  const figures = Object.entries(parseFile(path)).map(([id, value]) => {
    if (hasNdcg(value)) return [id, value.ndcg] as const
    throw notSaved(path)
  })
  return new Map(figures)
}

/** Lists questions that got worse, the worst first, then those that got better. Questions that only one run asked are left out. */
export function movedQuestions(
  saved: SavedFigures,
  { questions }: Evaluation,
): readonly MovedQuestion[] {
  return questions
    .map(({ id, text, ndcg }) => ({ id, text, before: saved.get(id) ?? ndcg, after: ndcg }))
    .filter(({ before, after }) => Math.abs(after - before) > SMALLEST_CHANGE)
    .sort((a, b) => a.after - a.before - (b.after - b.before))
}

function parseFile(path: string): object {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'))
    if (typeof value === 'object' && value !== null) return value
  } catch (cause) {
    throw notSaved(path, cause)
  }
  throw notSaved(path)
}

function hasNdcg(value: unknown): value is { readonly ndcg: number } {
  return (
    typeof value === 'object' && value !== null && 'ndcg' in value && typeof value.ndcg === 'number'
  )
}

function notSaved(path: string, cause?: unknown): SouwenError {
  const what = 'is no file that "souwen evaluate --save" wrote'
  return new SouwenError('bad-request', `${path} ${what}`, { cause })
}
