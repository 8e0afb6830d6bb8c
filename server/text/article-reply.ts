/** A stored article as `GET /api/articles/:id` tells it: the blocks, and their text in one piece. */

import type { StoredArticle } from '../../src/backend/backend.ts'

export interface ArticleReply extends StoredArticle {
  /** The blocks' texts, an empty line between two. */
  readonly body: string
}

export function toArticleReply(article: StoredArticle): ArticleReply {
  const { blocks, ...rest } = article
  return { ...rest, body: blocks.map((block) => block.text).join('\n\n'), blocks }
}
