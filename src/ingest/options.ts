/** The options of a run of the indexer, its progress and its summary. */

import type { FileProblem } from '../corpus/find/file-problem.ts'

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
  /** The index is of this corpus from now on, whichever it was of before. */
  readonly replace?: boolean
  /** Merge all segments into one, also when nothing has changed. */
  readonly optimize?: boolean
  /** Path of a user dictionary in jieba's format; part of the index's identity. */
  readonly userDictionary?: string
  /** Path of a file of synonyms, in the format of Solr and Elasticsearch; '': there are none any more. Absent: those of the last run stay. */
  readonly synonyms?: string
  /** Patterns in gitignore's syntax: what they name is left out. */
  readonly exclude?: readonly string[]
  /** Read also hidden files, node_modules and what .gitignore names. */
  readonly noIgnore?: boolean
  /** Worker threads that read and cut; 0: in this thread. Default: by the size of the work and the processors. */
  readonly threads?: number
  readonly onProgress?: (progress: IndexProgress) => void
  readonly onProblem?: (problem: FileProblem) => void
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
  /** Unchanged articles that were read again because the furniture of their site is known better now. */
  readonly reread: number
  /** Files left out, with the reason. */
  readonly skipped: readonly FileProblem[]
  /** Files of kinds that are not read, by ending, the most frequent first; '' for no ending. */
  readonly others: readonly { readonly ending: string; readonly files: number }[]
  /** Articles in the index whose fetch failed. */
  readonly failedFetches: number
  /** Bytes of all files in the corpus; bytes of the index on disk. */
  readonly corpusBytes: number
  readonly indexBytes: number
  readonly seconds: number
}
