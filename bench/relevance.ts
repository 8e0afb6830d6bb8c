/**
 * What each part of a score is worth on sets of questions with known answers: an ablation, every row with one part more.
 * What is tuned is tuned on the even questions; the odd ones are there to report.
 *
 *   npm run bench:relevance -- --sets FOLDER          FOLDER holds sets, a folder each
 */

import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { evaluate } from '../src/evaluate/evaluate.ts'
import { indexSet } from '../src/evaluate/index-set.ts'
import { type QuestionSet, readQuestionSet } from '../src/evaluate/question-set.ts'
import { openSnapshot, type Snapshot } from '../src/index/snapshot.ts'
import { RANKING, type Ranking } from '../src/search/bm25f.ts'
import { viewIndex } from '../src/search/index-view.ts'
import { search } from '../src/search/search.ts'

const words = { partShare: 0, nearnessShare: 0, characterShare: 0 }
const untuned = { k1: 1.2, body: { weight: 1, b: 0.75 }, title: { weight: 1, b: 0.75 } }

const steps: readonly (readonly [string, Partial<Ranking>])[] = [
  ['words, k1 1.2, b 0.75', { ...untuned, ...words }],
  ['+ title above body', { ...untuned, ...words, title: RANKING.title }],
  ['+ k1 tuned', words],
  ['+ words in words', { nearnessShare: 0, characterShare: 0 }],
  ['+ nearness', { characterShare: 0 }],
  ['+ characters: as served', {}],
  ['as served, no words in words', { partShare: 0 }],
  ['as served, no nearness', { nearnessShare: 0 }],
]

/** Questions by their place in the set. */
type Half = 'even' | 'odd'

function halfOf(set: QuestionSet, half: Half): QuestionSet {
  const rest = half === 'even' ? 0 : 1
  return { ...set, questions: set.questions.filter((_, place) => place % 2 === rest) }
}

async function rowsOf(name: string, set: QuestionSet, snapshot: Snapshot): Promise<void> {
  console.log(`\n${name}: ${set.documents.length} documents, ${set.questions.length} questions`)
  console.log(`${'nDCG@10'.padEnd(30)}  even    odd     recall@100 (odd)   ms a question`)
  for (const [label, change] of steps) {
    const view = await viewIndex(snapshot, { ...RANKING, ...change })
    const start = performance.now()
    const even = await evaluate(halfOf(set, 'even'), (request) => search(view, request))
    const odd = await evaluate(halfOf(set, 'odd'), (request) => search(view, request))
    const each = (performance.now() - start) / Math.max(1, set.questions.length)
    const figures = [even.mean.ndcg, odd.mean.ndcg, odd.mean.recall].map((one) => one.toFixed(4))
    console.log(`${label.padEnd(30)}  ${figures.join('  ')}             ${each.toFixed(1)}`)
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { sets: { type: 'string' } } })
  if (values.sets === undefined) throw new Error('--sets FOLDER is missing')
  const temporary = mkdtempSync(join(tmpdir(), 'souwen-relevance-'))
  try {
    for (const name of readdirSync(values.sets).sort()) {
      const set = readQuestionSet(join(values.sets, name))
      const snapshot = await openSnapshot(await indexSet(join(temporary, name), set.documents))
      await rowsOf(name, set, snapshot)
      await snapshot.close()
    }
  } finally {
    rmSync(temporary, { recursive: true, force: true })
  }
}

await main()
