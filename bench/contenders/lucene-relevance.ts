/**
 * Judges Lucene on sets of questions by a script (`relevance FOLDER`) that prints a line for each analyzer alone, for their sum and for
 * what else it weighs: `SET NAME nDCG@10=… MRR@10=… recall@100=…`.
 */

import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Figures as printed, between 0 and 1. */
export interface LuceneQuality {
  /** The name of an analyzer or of a sum. */
  readonly name: string
  readonly ndcg: string
  readonly recall: string
}

/** Judges Lucene on all questions of the set in a folder. Throws if the script fails or prints no figures. */
export async function judgeLucene(
  script: string,
  folder: string,
): Promise<readonly LuceneQuality[]> {
  const { stdout } = await run('bash', [script, 'relevance', folder])
  const lines = stdout.matchAll(/^\S+ (\S+) nDCG@10=([\d.]+) .*recall@100=([\d.]+)/gm)
  const all = Array.from(lines, ([, name = '', ndcg = '', recall = '']) => ({ name, ndcg, recall }))
  if (all.length === 0)
    throw new Error(`${script} relevance ${folder} printed no nDCG@10: ${stdout}`)
  return all
}
