/** One run of `souwen index`, from the options to the summary: lock, find, update, count. */

import { createHash } from 'node:crypto'
import { mkdir, readFile, realpath } from 'node:fs/promises'
import { resolve } from 'node:path'
import { findArticles, requireFolder } from '../corpus/find/discover.ts'
import { SouwenError } from '../errors.ts'
import { nodeFolder } from '../index/disk/node-folder.ts'
import type { IndexFolder } from '../index/files/byte-source.ts'
import { type Manifest, readManifest } from '../index/files/manifest.ts'
import { readSynonyms } from '../text/synonyms.ts'
import { EMPTY_CATALOG, readCatalog } from './catalog/catalog.ts'
import {
  createFileNames,
  firstFreeNumber,
  refuseFolders,
  removeFiles,
  removeUnnamedFiles,
} from './disk/index-files.ts'
import { takeLock } from './disk/lock.ts'
import { countFetchFailures } from './fetch-failures.ts'
import type { IndexOptions, IndexProgress, IndexSummary } from './options.ts'
import type { BaseState } from './phases/commit-changes.ts'
import { indexBytes, namedFiles } from './phases/write-generation.ts'
import { createWorkerPool } from './threads/worker-pool.ts'
import { type UpdateResult, updateIndex } from './update.ts'

export async function indexCorpus(options: IndexOptions): Promise<IndexSummary> {
  const start = performance.now()
  const corpus = resolve(options.corpus)
  await requireFolder(corpus)
  await mkdir(options.index, { recursive: true })
  refuseFolders(options.index)
  const release = takeLock(options.index)
  try {
    const result = await updateLocked(options, corpus)
    return await summarize(result, options, (performance.now() - start) / 1000)
  } finally {
    release()
  }
}

interface RunResult extends UpdateResult {
  readonly others: ReadonlyMap<string, number>
}

async function updateLocked(options: IndexOptions, corpus: string): Promise<RunResult> {
  const pool = createWorkerPool(options.threads)
  try {
    const folder = nodeFolder(options.index)
    const dictionary = await hashDictionary(options.userDictionary)
    const given = await readGivenSynonyms(options.synonyms)
    const { manifest: old, unusable } = await readOldManifest(folder, options.full === true)
    if (options.replace !== true) await refuseOtherCorpus(options.index, old, corpus)
    // The corpus is read under the lock: files that another writer saw after this one would be taken for removed.
    const base = await openBase(folder, old, dictionary, options.full === true)
    const { exclude = [], noIgnore = false } = options
    const found = await findArticles(corpus, base.catalog.files.list, { exclude, noIgnore })
    if (!unusable)
      removeUnnamedFiles(options.index, old === undefined ? new Set() : namedFiles(old))
    const names = createFileNames(Math.max(old?.nextFile ?? 1, firstFreeNumber(options.index)))
    const { userDictionary, optimize = false } = options
    const report = (progress: IndexProgress) => options.onProgress?.(progress)
    const context = {
      folder,
      corpus,
      dictionary,
      userDictionary,
      synonyms: given ?? old?.synonyms ?? [],
      pool,
      optimize,
      names,
      report,
    }
    const result = await updateIndex(context, base, found)
    if (old !== undefined) removeFiles(options.index, namedFiles(old), namedFiles(result.manifest))
    return { ...result, others: found.others }
  } finally {
    await pool.close()
  }
}

/** Reads the rules of the file; undefined: none was given, and those of the last run stay. */
async function readGivenSynonyms(path: string | undefined): Promise<readonly string[] | undefined> {
  if (path === undefined) return undefined
  if (path === '') return []
  const content = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new SouwenError('bad-request', `${path}: the synonyms cannot be read`, { cause })
  })
  return readSynonyms(content, path)
}

/** SHA-256 of the user dictionary; '' without one. */
async function hashDictionary(userDictionary: string | undefined): Promise<string> {
  if (userDictionary === undefined) return ''
  const bytes = await readFile(userDictionary).catch((cause: unknown) => {
    throw new SouwenError('bad-request', `${userDictionary}: the dictionary cannot be read`, {
      cause,
    })
  })
  return createHash('sha256').update(bytes).digest('hex')
}

/** An index of another folder would lose all articles that are not in this one. Throws SouwenError('corpus-changed'). */
async function refuseOtherCorpus(
  index: string,
  old: Manifest | undefined,
  corpus: string,
): Promise<void> {
  if (old === undefined || (await areSameFolders(old.corpus, corpus))) return
  throw new SouwenError(
    'corpus-changed',
    `${index}: is the index of ${old.corpus}, not of ${corpus}; nothing was changed. Give another folder with --index, or --replace if the index shall be of ${corpus} from now on`,
  )
}

/** Links may lead to one folder under several names. */
async function areSameFolders(a: string, b: string): Promise<boolean> {
  if (a === b) return true
  const [left, right] = await Promise.all([a, b].map((path) => realpath(path).catch(() => path)))
  return left === right
}

interface OldManifest {
  /** Undefined: there is none. */
  readonly manifest: Manifest | undefined
  /** True when the manifest cannot be read: any file may belong to the index, so none is removed before a new index is there. */
  readonly unusable: boolean
}

/** The index that is there. In a full build one that cannot be read does not matter: it is replaced. */
async function readOldManifest(folder: IndexFolder, full: boolean): Promise<OldManifest> {
  try {
    return { manifest: await readManifest(folder), unusable: false }
  } catch (error) {
    if (full && error instanceof SouwenError && error.code !== 'index-foreign')
      return { manifest: undefined, unusable: true }
    throw error
  }
}

async function openBase(
  folder: IndexFolder,
  old: Manifest | undefined,
  dictionary: string,
  full: boolean,
): Promise<BaseState> {
  if (old === undefined) return { generation: 0, segments: [], catalog: EMPTY_CATALOG, corpus: '' }
  if (full) return { generation: old.generation, segments: [], catalog: EMPTY_CATALOG, corpus: '' }
  if (old.dictionary !== dictionary) {
    throw new SouwenError(
      'dictionary-changed',
      `${folder.path}: was cut with another user dictionary; run "souwen index --full" with the one to use`,
    )
  }
  const catalog = await readCatalog(folder, old.catalog)
  return {
    generation: old.generation,
    segments: old.segments,
    catalog,
    corpus: old.corpus,
    manifest: old,
  }
}

async function summarize(
  result: RunResult,
  options: IndexOptions,
  seconds: number,
): Promise<IndexSummary> {
  const { manifest, problems, others, ...counts } = result
  for (const problem of problems) options.onProblem?.(problem)
  return {
    generation: manifest.generation,
    articles: manifest.segments.reduce((sum, entry) => sum + entry.articles - entry.deleted, 0),
    ...counts,
    skipped: problems,
    others: Array.from(others, ([ending, files]) => ({ ending, files })).sort(
      (a, b) => b.files - a.files || (a.ending < b.ending ? -1 : 1),
    ),
    failedFetches: await countFetchFailures(nodeFolder(options.index), manifest),
    indexBytes: indexBytes(options.index, manifest),
    seconds,
  }
}
