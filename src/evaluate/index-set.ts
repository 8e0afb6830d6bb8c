/** Makes an index of a set's documents, word for word: they are cut into terms as articles are, without being cleaned. */

import { articleId } from '../corpus/read/identity.ts'
import type { IndexFolder } from '../index/files/byte-source.ts'
import type { ArticleRecord } from '../index/store/article-record.ts'
import { indexArticles } from '../ingest/index-articles.ts'
import type { SetDocument } from './question-set.ts'

/** A document's id is its article's path, so that a hit names the document. */
export function indexSet(path: string, documents: readonly SetDocument[]): Promise<IndexFolder> {
  return indexArticles(path, documents.map(recordOf))
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
    authors: [],
    tags: [],
    meta: {},
    status: 'article',
    truncated: false,
    blocks: [{ kind: 'paragraph', text }],
  }
}
