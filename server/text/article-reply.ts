/** Makes the reply of `GET /api/articles/:id`, which has the text by blocks and in one piece. */

import type { StoredArticle } from '../../src/backend/backend.ts'

export interface ArticleReply extends StoredArticle {
  /** The texts of the blocks, with an empty line between two. */
  readonly body: string
}

export function toArticleReply(article: StoredArticle): ArticleReply {
  const { blocks, ...rest } = article
  return { ...rest, body: blocks.map((block) => block.text).join('\n\n'), blocks }
}
