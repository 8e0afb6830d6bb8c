/** The spine: a folder of fetched articles becomes an index, and an index answers. Everything else is a detail of a line here. */

import type { SearchBackend } from './backend/backend.ts'

/** A file that could not be read or used; the run went on without it. */
export interface Problem {
  readonly path: string
  readonly reason: string
}

export interface IndexProgress {
  readonly phase: 'finding' | 'learning' | 'reading' | 'merging'
  readonly filesDone: number
  readonly filesTotal: number
  readonly bytesDone: number
  readonly bytesTotal: number
}

export interface IndexOptions {
  /** Folder of articles. */
  readonly corpus: string
  /** Folder of the index; made when missing. */
  readonly index: string
  /** Read and cut everything again. */
  readonly full?: boolean
  /** Path of a user dictionary in jieba's format; part of the index's identity. */
  readonly userDictionary?: string
  /** Worker threads that read and cut; 0: in this thread. Default: by the size of the work and the processors. */
  readonly threads?: number
  readonly onProgress?: (progress: IndexProgress) => void
  readonly onProblem?: (problem: Problem) => void
}

export interface IndexSummary {
  readonly generation: number
  /** Articles in the index now, failed fetches included. */
  readonly articles: number
  /** Articles (not files) that came, changed, went. */
  readonly added: number
  readonly updated: number
  readonly removed: number
  readonly unchanged: number
  /** Files left out, with the reason. */
  readonly skipped: readonly Problem[]
  /** Articles in the index whose fetch failed. */
  readonly failedFetches: number
  /** Bytes of all files in the corpus; bytes of the index on disk. */
  readonly corpusBytes: number
  readonly indexBytes: number
  readonly seconds: number
}

/** Brings the index up to date with the corpus. Throws SouwenError (corpus-missing, index-locked, dictionary-changed …). */
export async function buildIndex(options: IndexOptions): Promise<IndexSummary> {
  throw new Error(`not built yet: ${options.index}`)
}

/** Opens the newest generation and keeps answering from it. Throws SouwenError (index-missing, index-damaged, index-newer). */
export async function openIndex(folder: string): Promise<SearchBackend> {
  throw new Error(`not built yet: ${folder}`)
}

/** Like openIndex, and every call is answered from the newest generation at that moment. For a server. */
export async function followIndex(folder: string): Promise<SearchBackend> {
  throw new Error(`not built yet: ${folder}`)
}
