/**
 * Measures what each part of a score is worth on sets of questions with known answers: an ablation, each row with one part more.
 * Tuning uses one half of the questions, chosen by a hash of their ids; the other half is held out, to report on.
 *
 *   npm run bench:relevance -- --sets FOLDER          FOLDER holds sets, a folder each
 *        --questions N      at most so many of each half
 *        --lucene run.sh    a script that judges Lucene on the same sets, all questions of each
 */

import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { judgeQuestions } from '../src/evaluate/evaluate.ts'
import { indexSet } from '../src/evaluate/index-set.ts'
import { type QuestionSet, readQuestionSet } from '../src/evaluate/question-set.ts'
import { checksum } from '../src/index/files/container.ts'
import { openSnapshot, type Snapshot } from '../src/index/generation/snapshot.ts'
import { RANKING, type Ranking } from '../src/search/lists/bm25f.ts'
import { viewIndex } from '../src/search/lists/index-view.ts'
import { search } from '../src/search/search.ts'
import { judgeLucene } from './contenders/lucene-relevance.ts'

const none = { partShare: 0, nearnessShare: 0, characterShare: 0, phraseShare: 0, titleShare: 0 }
const flatTitle = { title: RANKING.body, titleShare: 0 }
const { partShare, characterShare, nearnessShare } = RANKING

const rows: readonly (readonly [string, Partial<Ranking>])[] = [
  ['words', { ...none, ...flatTitle }],
  ['+ pairs and triples in words', { ...none, ...flatTitle, partShare }],
  ['+ characters', { ...none, ...flatTitle, partShare, characterShare }],
  ['+ nearness', { ...none, ...flatTitle, partShare, characterShare, nearnessShare }],
  ['+ phrase', flatTitle],
  ['+ title: as served', {}],
]

/** Halves the questions by their ids. */
type Half = 'tuned' | 'held out'

/** Sorts them by a hash, so that the first few are a fair sample. */
function halfOf(set: QuestionSet, half: Half, most: number): QuestionSet {
  const questions = set.questions
    .map((question) => ({ question, hash: hashOf(question.id) }))
    .filter(({ hash }) => hash >>> 31 === (half === 'tuned' ? 0 : 1))
    .sort((a, b) => a.hash - b.hash)
    .slice(0, most)
  return { ...set, questions: questions.map(({ question }) => question) }
}

/** Computes a checksum whose upper bits, too, depend on all of the id. */
function hashOf(id: string): number {
  return Math.imul(checksum(new TextEncoder().encode(id)), 0x9e3779b1) >>> 0
}

async function printSet(name: string, set: QuestionSet, snapshot: Snapshot, most: number) {
  const halves = [halfOf(set, 'tuned', most), halfOf(set, 'held out', most)]
  const counts = halves.map(({ questions }) => questions.length)
  console.log(`\n${name}: ${set.documents.length} documents, ${counts.join(' + ')} questions\n`)
  console.log('| nDCG@10 | tuned half | held out | recall@100, held out |')
  console.log('|---|---:|---:|---:|')
  for (const [label, change] of rows) {
    const view = await viewIndex(snapshot, { ...RANKING, ...change })
    const figures: string[] = []
    for (const half of halves) {
      const { mean } = await judgeQuestions(half, (request) => search(view, request))
      figures.push(mean.ndcg.toFixed(4))
      if (half === halves[1]) figures.push(mean.recall.toFixed(4))
    }
    console.log(`| ${label} | ${figures.join(' | ')} |`)
  }
}

/** Prints how all questions are answered as served, and below it how Lucene answers them. */
async function printServed(
  folder: string,
  set: QuestionSet,
  snapshot: Snapshot,
  script: string | undefined,
) {
  const view = await viewIndex(snapshot)
  const { mean } = await judgeQuestions(set, (request) => search(view, request))
  console.log(`\n| all ${set.questions.length} questions | nDCG@10 | recall@100 |\n|---|---:|---:|`)
  console.log(`| souwen | ${mean.ndcg.toFixed(4)} | ${mean.recall.toFixed(4)} |`)
  const theirs = script === undefined ? [] : await judgeLucene(script, folder)
  for (const { name, ndcg, recall } of theirs) console.log(`| ${name} | ${ndcg} | ${recall} |`)
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      sets: { type: 'string' },
      questions: { type: 'string', default: '1000000' },
      lucene: { type: 'string' },
    },
  })
  if (values.sets === undefined) throw new Error('--sets FOLDER is missing')
  const temporary = mkdtempSync(join(tmpdir(), 'souwen-relevance-'))
  try {
    for (const name of readdirSync(values.sets).sort()) {
      const folder = join(values.sets, name)
      const set = readQuestionSet(folder)
      const snapshot = await openSnapshot(await indexSet(join(temporary, name), set.documents))
      await printSet(name, set, snapshot, Number(values.questions))
      await printServed(folder, set, snapshot, values.lucene)
      await snapshot.close()
    }
  } finally {
    rmSync(temporary, { recursive: true, force: true })
  }
}

await main()
