/** Makes an index of articles that are no files of a folder: nothing is read, cleaned or compared. */

import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { SouwenError } from '../errors.ts'
import { SegmentBuilder } from '../index/build/segment-builder.ts'
import { nodeDeflate } from '../index/disk/deflate.ts'
import { nodeFolder } from '../index/disk/node-folder.ts'
import type { IndexFolder } from '../index/files/byte-source.ts'
import { readManifest } from '../index/files/manifest.ts'
import type { ArticleRecord } from '../index/store/article-record.ts'
import { EMPTY_CATALOG } from './catalog/catalog.ts'
import { createFileNames, type FileNames, writeIndexFile } from './disk/index-files.ts'
import { takeLock } from './disk/lock.ts'
import { writeCatalogFile, writeManifest } from './phases/write-generation.ts'
import { updateSuggestions } from './suggestions/update-suggestions.ts'
import { gatherSuggestions } from './threads/tasks.ts'
import { threadSegmenter } from './threads/thread-segmenter.ts'

/**
 * Writes the articles as one segment of generation 1. The folder is made when it is missing.
 * Throws SouwenError('bad-request') for a folder that holds an index already, which stays as it is.
 * @param articles with different ids; each is held no longer than it takes to cut it
 */
export async function indexArticles(
  path: string,
  articles: Iterable<ArticleRecord>,
): Promise<IndexFolder> {
  await mkdir(path, { recursive: true })
  const release = takeLock(path)
  try {
    const folder = nodeFolder(path)
    if ((await readManifest(folder)) !== undefined)
      throw new SouwenError('bad-request', `${path}: holds an index already; give an empty folder`)
    await writeFirstGeneration(folder, articles)
    return folder
  } finally {
    release()
  }
}

async function writeFirstGeneration(
  folder: IndexFolder,
  articles: Iterable<ArticleRecord>,
): Promise<void> {
  const names = createFileNames(1)
  const segments = [await writeSegment(folder, names, articles)]
  const suggestions = await updateSuggestions(folder, names, {
    segments,
    known: undefined,
    changed: 0,
    gather: () => gatherSuggestions({ folder: folder.path, segments }),
  })
  const catalog = await writeCatalogFile(folder, names, EMPTY_CATALOG)
  const next = { generation: 1, corpus: folder.path, dictionary: '', segments, catalog }
  writeManifest(folder, { ...next, ...suggestions }, names)
}

async function writeSegment(
  folder: IndexFolder,
  names: FileNames,
  articles: Iterable<ArticleRecord>,
) {
  const name = names.next('segment')
  const segmenter = threadSegmenter({ userDictionary: undefined, dictionary: '' })
  return writeIndexFile(join(folder.path, name), (container) => {
    const builder = new SegmentBuilder(container, segmenter, nodeDeflate)
    for (const article of articles) builder.add(article)
    const byteLength = builder.finish()
    return { name, articles: builder.articles, deleted: 0, byteLength }
  })
}
