/** Judges search by a set of questions with known answers: every question is asked as a reader would ask it. */

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openEmbedded } from '../backend/embedded.ts'
import type { SearchRequest, SearchResult } from '../search/answers/result.ts'
import { indexSet } from './index-set.ts'
import { DEPTH, meanQuality, type Quality, qualityOf } from './metrics.ts'
import { type QuestionSet, readQuestionSet, type SetQuestion } from './question-set.ts'

/** How good the answer to a question is. */
export interface JudgedQuestion extends Quality {
  readonly id: string
  readonly text: string
}

export interface Evaluation {
  readonly documents: number
  /** They stand in the order of the set. */
  readonly questions: readonly JudgedQuestion[]
  readonly mean: Quality
}

/** Indexes the set in a folder of its own, which is removed again, and asks. Throws SouwenError (bad-request) for a bad set. */
export async function evaluateFolder(folder: string): Promise<Evaluation> {
  const set = readQuestionSet(folder)
  const temporary = mkdtempSync(join(tmpdir(), 'souwen-evaluate-'))
  try {
    const backend = await openEmbedded(await indexSet(join(temporary, 'index'), set.documents))
    try {
      return await judgeQuestions(set, (request) => backend.search(request))
    } finally {
      await backend.close()
    }
  } finally {
    rmSync(temporary, { recursive: true, force: true })
  }
}

type Search = (request: SearchRequest) => Promise<Pick<SearchResult, 'hits'>>

/** Asks the questions of the set, one after the other. */
export async function judgeQuestions(
  { documents, questions }: QuestionSet,
  search: Search,
): Promise<Evaluation> {
  const judged: JudgedQuestion[] = []
  for (const question of questions) judged.push(await judgeQuestion(question, search))
  return { documents: documents.length, questions: judged, mean: meanQuality(judged) }
}

/** Questions are asked as a reader asks them, but without snippets, which take longer than the search. */
const ASKED = { limit: DEPTH, offset: 0, sort: 'relevance', withoutSnippets: true } as const

async function judgeQuestion(
  { id, text, judgements }: SetQuestion,
  search: Search,
): Promise<JudgedQuestion> {
  const { hits } = await search({ ...ASKED, query: text })
  const ranking = hits.map(({ path }) => path)
  return { id, text, ...qualityOf(ranking, judgements) }
}
