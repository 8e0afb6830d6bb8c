/** Makes an index of a set's documents, word for word: they go the way of articles from text to terms, without being cleaned. */

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { articleId } from '../corpus/read/identity.ts'
import { createSegmentBuilder } from '../index/build/segment-builder.ts'
import { nodeDeflate } from '../index/disk/deflate.ts'
import { nodeFolder } from '../index/disk/node-folder.ts'
import type { IndexFolder } from '../index/files/byte-source.ts'
import type { ArticleRecord } from '../index/store/article-record.ts'
import { EMPTY_CATALOG } from '../ingest/catalog/catalog.ts'
import { createFileNames, writeIndexFile } from '../ingest/disk/index-files.ts'
import { writeCatalogFile, writeManifest } from '../ingest/phases/write-generation.ts'
import { gatherSuggestions } from '../ingest/suggestions/gather-suggestions.ts'
import { updateSuggestions } from '../ingest/suggestions/update-suggestions.ts'
import { jiebaSegmenter } from '../text/jieba/jieba.ts'
import type { SetDocument } from './question-set.ts'

/** Writes generation 1 into `path`. A document's id is its article's path, so that a hit names the document. */
export async function indexSet(
  path: string,
  documents: readonly SetDocument[],
): Promise<IndexFolder> {
  mkdirSync(path, { recursive: true })
  const names = createFileNames(0)
  const name = names.next('segment')
  const segmenter = jiebaSegmenter()
  const byteLength = await writeIndexFile(join(path, name), (container) => {
    const builder = createSegmentBuilder(container, segmenter, nodeDeflate)
    for (const document of documents) builder.add(recordOf(document))
    return builder.finish()
  })
  const folder = nodeFolder(path)
  const segments = [{ name, articles: documents.length, deleted: 0, byteLength }]
  const suggestions = await updateSuggestions(folder, names, {
    segments,
    known: undefined,
    changed: documents.length,
    gather: () => gatherSuggestions(folder, segments),
  })
  const catalog = await writeCatalogFile(folder, names, EMPTY_CATALOG)
  const next = { generation: 1, corpus: path, dictionary: '', segments, catalog }
  writeManifest(folder, { ...next, ...suggestions }, names)
  return folder
}

function recordOf({ id, title, text }: SetDocument): ArticleRecord {
  return {
    id: articleId(id),
    paths: [id],
    title,
    url: '',
    source: '',
    date: '',
    fetchDate: '',
    repaired: '',
    status: 'article',
    truncated: false,
    blocks: [{ kind: 'paragraph', text }],
  }
}
