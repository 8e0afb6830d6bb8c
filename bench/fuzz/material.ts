/** What random queries are made of: words of an index, those of most articles first, and pieces of its texts. */

import { bodyOf } from '../../src/index/store/article-record.ts'
import type { IndexView } from '../../src/search/lists/index-view.ts'
import type { Draw } from '../statistics.ts'

export interface Material {
  /** A sample of the index's words. */
  readonly words: readonly string[]
  /** The words of most articles. */
  readonly common: readonly string[]
  /** Texts of articles. */
  readonly texts: readonly string[]
}

/** One word in so many is kept, and any that so large a share of the articles hold. */
const EVERY = 40
const COMMON_SHARE = 0.02
const TEXTS = 400
/** UTF-16 units of each text. */
const TEXT_UNITS = 4_000

export async function gatherMaterial(view: IndexView, draw: Draw): Promise<Material> {
  const words: string[] = []
  const common: { readonly word: string; readonly articles: number }[] = []
  const decoder = new TextDecoder()
  for (const { segment } of view.segments) {
    let count = 0
    await segment.words.scan(new Uint8Array(0), (term, entry) => {
      const articles = entry().documentFrequency
      if (articles > view.articles * COMMON_SHARE)
        common.push({ word: decoder.decode(term), articles })
      if (count++ % EVERY === 0) words.push(decoder.decode(term))
      return true
    })
  }
  common.sort((a, b) => b.articles - a.articles)
  return { words, common: common.map(({ word }) => word), texts: await drawTexts(view, draw) }
}

async function drawTexts({ segments }: IndexView, draw: Draw): Promise<readonly string[]> {
  const texts: string[] = []
  for (let attempts = 0; attempts < TEXTS * 4 && texts.length < TEXTS; attempts++) {
    const segment = segments[draw(segments.length)]?.segment
    if (segment === undefined || segment.meta.articles === 0) continue
    const record = await segment.articles.record(draw(segment.meta.articles))
    texts.push(`${record.title}\n${bodyOf(record)}`.slice(0, TEXT_UNITS))
  }
  return texts
}
