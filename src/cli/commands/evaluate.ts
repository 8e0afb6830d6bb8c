/** `souwen evaluate` prints how good search is on questions with known answers, and how a change moved them. */

import {
  compareEvaluations,
  type Evaluation,
  evaluateFolder,
  type MovedQuestion,
} from '../../engine.ts'
import { type ExitCode, exitCodes } from '../print/exit-code.ts'
import { formatCount, formatTable } from '../print/format.ts'
import { escapeJson, neutralize } from '../print/neutralize.ts'
import { print } from '../print/output.ts'

export interface EvaluateOptions {
  readonly json?: boolean
  /** The file to keep the questions' figures in. */
  readonly save?: string
  /** The file of an earlier run to compare with. */
  readonly diff?: string
}

/** So many questions are listed; `--json` has them all. */
const MOST_MOVED = 40

export async function evaluate(
  folder: string,
  { json, save, diff }: EvaluateOptions,
): Promise<ExitCode> {
  const evaluation = await evaluateFolder(folder)
  const files = { ...(save !== undefined && { save }), ...(diff !== undefined && { diff }) }
  const moved = await compareEvaluations(evaluation, files)
  print(json ? formatJson(evaluation, moved) : formatEvaluation(evaluation, moved))
  return exitCodes.ok
}

function formatJson({ mean }: Evaluation, moved: readonly MovedQuestion[] | undefined): string {
  const { ndcg, mrr, recall } = mean
  const figures = { 'ndcg@10': ndcg, 'mrr@10': mrr, 'recall@100': recall }
  return `${escapeJson({ ...figures, ...(moved !== undefined && { moved }) })}\n`
}

function formatEvaluation(
  { documents, questions, mean }: Evaluation,
  moved: readonly MovedQuestion[] | undefined,
): string {
  const lines = [
    `${formatCount(questions.length)} questions, ${formatCount(documents)} documents`,
    ...formatTable(
      [
        ['nDCG@10', formatFigure(mean.ndcg)],
        ['MRR@10', formatFigure(mean.mrr)],
        ['recall@100', formatFigure(mean.recall)],
      ],
      ['left', 'right'],
    ),
    ...(moved === undefined ? [] : formatMoved(moved)),
  ]
  return lines.map((line) => `${line}\n`).join('')
}

function formatMoved(moved: readonly MovedQuestion[]): readonly string[] {
  const worse = moved.filter(({ before, after }) => after < before).length
  const shown = moved.length <= MOST_MOVED ? moved : pickExtremes(moved)
  const hidden = moved.length - shown.length
  return [
    '',
    `nDCG@10 of ${formatCount(worse)} questions fell, of ${formatCount(moved.length - worse)} it rose`,
    ...shown.map(
      ({ id, text, before, after }) =>
        `${formatFigure(before)} → ${formatFigure(after)}  ${neutralize(id)}  ${neutralize(text)}`,
    ),
    ...(hidden > 0 ? [`and ${formatCount(hidden)} more in between`] : []),
  ]
}

/** Picks as many of those that fell most as of those that rose most. */
function pickExtremes(moved: readonly MovedQuestion[]): readonly MovedQuestion[] {
  return [...moved.slice(0, MOST_MOVED / 2), ...moved.slice(-MOST_MOVED / 2)]
}

function formatFigure(value: number): string {
  return value.toFixed(4)
}
