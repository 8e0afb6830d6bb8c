/** The spine: a folder of fetched articles becomes an index, and an index answers. Everything else is a detail of a line here. */

import type { SearchBackend } from './backend/backend.ts'
import type { MovedQuestion } from './evaluate/compare.ts'
import type { Evaluation } from './evaluate/evaluate.ts'
import type { Verification } from './index/generation/verify.ts'
import type { IndexOptions, IndexSummary } from './ingest/options.ts'
import type { Memory } from './memory/memory.ts'
import type { Token } from './text/terms/tokenize.ts'

export type { FileProblem } from './corpus/find/file-problem.ts'
export type { MovedQuestion } from './evaluate/compare.ts'
export type { Evaluation } from './evaluate/evaluate.ts'
export type { Verification } from './index/generation/verify.ts'
export type { IndexOptions, IndexProgress, IndexSummary } from './ingest/options.ts'

// Each function loads what it needs when it is called: a search loads no segmenter, and indexing no ranking.

/** Brings the index up to date with the corpus. Throws SouwenError (corpus-missing, index-locked, dictionary-changed …). */
export async function buildIndex(options: IndexOptions): Promise<IndexSummary> {
  const { indexCorpus } = await import('./ingest/index-corpus.ts')
  return indexCorpus(options)
}

/** Opens the newest generation and keeps answering from it. Throws SouwenError (index-missing, index-damaged, index-newer). */
export async function openIndex(folder: string): Promise<SearchBackend> {
  const { openEmbedded } = await import('./backend/embedded.ts')
  const { nodeFolder } = await import('./index/disk/node-folder.ts')
  return openEmbedded(nodeFolder(folder))
}

/**
 * Opens the index as openIndex does, and answers every call from the newest generation at that moment. Servers use it.
 * @param memory the budget of what is kept; absent: one of its own
 */
export async function followIndex(folder: string, memory?: Memory): Promise<SearchBackend> {
  const { followFolder } = await import('./backend/following.ts')
  return followFolder(folder, memory)
}

/** Reads all of an index and says what is not as it was written. Throws SouwenError (index-missing, index-damaged, index-newer). */
export async function verifyIndex(folder: string): Promise<Verification> {
  const { verifyWithCatalog } = await import('./ingest/verify-catalog.ts')
  const { nodeFolder } = await import('./index/disk/node-folder.ts')
  return verifyWithCatalog(nodeFolder(folder))
}

/**
 * Asks the questions of a set with known answers (docs.jsonl, queries.jsonl, qrels.tsv) of an index made for it.
 * Throws SouwenError (bad-request) for a bad set.
 */
export async function evaluateFolder(folder: string): Promise<Evaluation> {
  const { evaluateFolder } = await import('./evaluate/evaluate.ts')
  return evaluateFolder(folder)
}

/** Which questions moved since the run that wrote `diff`; then writes `save`. Throws SouwenError (bad-request) for a bad file. */
export async function compareEvaluations(
  evaluation: Evaluation,
  files: { readonly diff?: string; readonly save?: string },
): Promise<readonly MovedQuestion[] | undefined> {
  const { movedQuestions, readSaved, saveEvaluation } = await import('./evaluate/compare.ts')
  const moved = files.diff && movedQuestions(readSaved(files.diff), evaluation)
  if (files.save) saveEvaluation(files.save, evaluation)
  return moved || undefined
}

/** The terms of a text as the indexer sees them. Offsets are UTF-16 units of the text. */
export async function analyze(
  text: string,
  options: { readonly userDictionary?: string } = {},
): Promise<readonly Token[]> {
  const { jiebaSegmenter } = await import('./text/jieba/jieba.ts')
  const { tokenize } = await import('./text/terms/tokenize.ts')
  return tokenize(text, jiebaSegmenter(options))
}
