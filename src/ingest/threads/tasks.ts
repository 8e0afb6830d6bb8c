/** The kinds of tasks, as functions from data to data: they run in this thread or in a worker. */

import { siteKeysOf } from '../../corpus/clean/furniture.ts'
import { learnSite, type SampledPage, sampledPage } from '../../corpus/clean/learn-site.ts'
import { type FileProblem, mayPass } from '../../corpus/find/file-problem.ts'
import type { FoundFile } from '../../corpus/find/listing.ts'
import { articleId, articleKey } from '../../corpus/read/identity.ts'
import { readPage } from '../../corpus/read/page.ts'
import { SegmentBuilder } from '../../index/build/segment-builder.ts'
import { nodeDeflate } from '../../index/disk/deflate.ts'
import { nodeFolder } from '../../index/disk/node-folder.ts'
import { ByteWriter } from '../../index/files/bytes.ts'
import type { SegmentEntry } from '../../index/files/manifest.ts'
import type { SuggestionData } from '../../index/generation/suggestions.ts'
import { encodeRecord } from '../../index/store/article-record.ts'
import type { ArticleFiles } from '../catalog/articles.ts'
import type { FileHead } from '../catalog/file-record.ts'
import { writeIndexFile } from '../disk/index-files.ts'
import { writePairs } from '../disk/merge-into.ts'
import { contentHash } from '../reading/content-hash.ts'
import { readWhole, requireReadable } from '../reading/read-bytes.ts'
import { readHeadAt, readVersions, reasonOf } from '../reading/read-versions.ts'
import { gatherSuggestions as gather } from '../suggestions/gather-suggestions.ts'
import { threadSegmenter } from './thread-segmenter.ts'

export interface HeadsTask {
  readonly corpus: string
  readonly files: readonly FoundFile[]
}

export interface HeadsResult {
  /** One for each file; undefined: the file cannot be read; 'unreadable': not now, see mayPass. */
  readonly heads: readonly (FileHead | 'unreadable' | undefined)[]
  readonly problems: readonly FileProblem[]
}

/** Reads what identifies each file: the front matter at its beginning. */
export function readHeads({ corpus, files }: HeadsTask): HeadsResult {
  const problems: FileProblem[] = []
  const heads = files.map(({ path, sizeBytes }) => {
    try {
      return identifyFile(corpus, path, sizeBytes)
    } catch (error) {
      problems.push({ path, reason: reasonOf(error) })
      return mayPass(error) ? 'unreadable' : undefined
    }
  })
  return { heads, problems }
}

/** Throws when the file is too large, or cannot be read. */
function identifyFile(corpus: string, path: string, sizeBytes: number): FileHead {
  requireReadable(sizeBytes)
  const head = readHeadAt(corpus, path)
  return {
    articleId: articleId(articleKey(head)),
    fetchDate: head.fetchDate,
    siteKeys: siteKeysOf(head),
  }
}

export interface LearnTask {
  readonly corpus: string
  readonly samples: readonly { readonly key: string; readonly paths: readonly string[] }[]
}

/** Learns the furniture of sites from their sampled pages. Pages that cannot be read teach nothing; reading reports them. */
export function learnSites({ corpus, samples }: LearnTask): readonly Uint32Array[] {
  const pages = new Map<string, SampledPage | undefined>()
  const pageOf = (path: string) => {
    if (!pages.has(path)) pages.set(path, readSample(corpus, path))
    return pages.get(path)
  }
  return samples.map(({ paths }) =>
    learnSite(paths.map(pageOf).filter((page) => page !== undefined)),
  )
}

function readSample(corpus: string, path: string): SampledPage | undefined {
  try {
    return sampledPage(readPage(readWhole(`${corpus}/${path}`), path))
  } catch {
    return undefined
  }
}

export interface SegmentTask {
  readonly corpus: string
  /** Absolute path of the segment file to write. */
  readonly target: string
  readonly articles: readonly ArticleFiles[]
  readonly furniture: ReadonlyMap<string, Uint32Array>
  readonly userDictionary: string | undefined
  /** SHA-256 of the user dictionary, '' without one: the file at that path may change between runs. */
  readonly dictionary: string
}

export interface SegmentResult {
  readonly articles: number
  readonly byteLength: number
  readonly problems: readonly FileProblem[]
  /** Content hashes by id: of the articles written, and of those that the index holds. */
  readonly contents: ReadonlyMap<string, string>
  /** Ids of articles that came out as the index holds them, and were not written. */
  readonly same: readonly string[]
  /** Ids of articles that could not be read now: the index is to hold them as they are. */
  readonly held: readonly string[]
}

/** Reads, cleans and cuts articles and writes them as a segment, in the order given. */
export function writeSegment(task: SegmentTask): Promise<SegmentResult> {
  const problems: FileProblem[] = []
  const contents = new Map<string, string>()
  const same: string[] = []
  const held: string[] = []
  const bytes = new ByteWriter()
  return writeIndexFile(task.target, (container) => {
    const builder = new SegmentBuilder(container, threadSegmenter(task), nodeDeflate)
    for (const { id, files, content } of task.articles) {
      const read = readVersions(task, files)
      problems.push(...read.problems)
      if (read.mayPass && content !== undefined) {
        held.push(id)
        continue
      }
      if (read.article === undefined) continue
      const { removed, ...article } = read.article
      const record = { ...article, id, paths: read.paths }
      bytes.clear()
      encodeRecord(record, bytes)
      const hash = contentHash(bytes.written, { versions: read.versions, removed })
      contents.set(id, hash)
      if (hash === content) same.push(id)
      else builder.add(record, { versions: read.versions, removed }, bytes.written)
    }
    const byteLength = builder.finish()
    return { articles: builder.articles, byteLength, problems, contents, same, held }
  })
}

export interface SegmentsTask {
  /** Path of the index folder. */
  readonly folder: string
  readonly segments: readonly SegmentEntry[]
}

export interface MergePairsTask extends SegmentsTask {
  /** Name of the file to write in the index folder. */
  readonly name: string
}

/** Merges the pairs of the segments: see writePairs. */
export function mergePairs({ folder, segments, name }: MergePairsTask): Promise<void> {
  return writePairs(nodeFolder(folder), segments, name)
}

/** Counts the words and sources of the segments: see gather-suggestions.ts. */
export function gatherSuggestions({ folder, segments }: SegmentsTask): Promise<SuggestionData> {
  return gather(nodeFolder(folder), segments)
}
