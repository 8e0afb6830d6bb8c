/** `souwen evaluate`: how good search is on a set of questions with known answers, and what a change did to it. */

import { compareEvaluations, type Evaluation, evaluateFolder, type Moved } from '../../engine.ts'
import { type ExitCode, exitCodes } from '../print/exit-code.ts'
import { count, table } from '../print/format.ts'
import { harmless, harmlessJson } from '../print/harmless.ts'
import { print } from '../print/output.ts'

export interface EvaluateOptions {
  readonly json?: boolean
  /** File to keep the questions' figures in. */
  readonly save?: string
  /** File of an earlier run to compare with. */
  readonly diff?: string
}

/** More questions than this are looked at with `--json`. */
const MOST_MOVED = 40

export async function evaluate(
  folder: string,
  { json, save, diff }: EvaluateOptions,
): Promise<ExitCode> {
  const evaluation = await evaluateFolder(folder)
  const files = { ...(save !== undefined && { save }), ...(diff !== undefined && { diff }) }
  const moved = await compareEvaluations(evaluation, files)
  print(json ? jsonOf(evaluation, moved) : textOf(evaluation, moved))
  return exitCodes.ok
}

function jsonOf({ mean }: Evaluation, moved: readonly Moved[] | undefined): string {
  const { ndcg, mrr, recall } = mean
  const figures = { 'ndcg@10': ndcg, 'mrr@10': mrr, 'recall@100': recall }
  return `${harmlessJson({ ...figures, ...(moved !== undefined && { moved }) })}\n`
}

function textOf(
  { documents, questions, mean }: Evaluation,
  moved: readonly Moved[] | undefined,
): string {
  const lines = [
    `${count(questions.length)} questions, ${count(documents)} documents`,
    ...table(
      [
        ['nDCG@10', figure(mean.ndcg)],
        ['MRR@10', figure(mean.mrr)],
        ['recall@100', figure(mean.recall)],
      ],
      ['left', 'right'],
    ),
    ...(moved === undefined ? [] : movedLines(moved)),
  ]
  return lines.map((line) => `${line}\n`).join('')
}

function movedLines(moved: readonly Moved[]): readonly string[] {
  const worse = moved.filter(({ before, after }) => after < before).length
  const shown = moved.length <= MOST_MOVED ? moved : extremes(moved)
  const hidden = moved.length - shown.length
  return [
    '',
    `nDCG@10 of ${count(worse)} questions fell, of ${count(moved.length - worse)} it rose`,
    ...shown.map(
      ({ id, text, before, after }) =>
        `${figure(before)} → ${figure(after)}  ${harmless(id)}  ${harmless(text)}`,
    ),
    ...(hidden > 0 ? [`and ${count(hidden)} more in between`] : []),
  ]
}

/** As many of those that fell most as of those that rose most. */
function extremes(moved: readonly Moved[]): readonly Moved[] {
  return [...moved.slice(0, MOST_MOVED / 2), ...moved.slice(-MOST_MOVED / 2)]
}

function figure(value: number): string {
  return value.toFixed(4)
}
