/** MiniSearch, another search engine, as an oracle: on the same ready-cut words both find the same articles. */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import MiniSearch from 'minisearch'
import { describe, expect, test } from 'vitest'
import { intersect } from '../../../src/search/lists/article-sets.ts'
import { readWordLists } from '../../../src/search/lists/posting-lists.ts'
import { search } from '../../../src/search/search.ts'
import { jiebaSegmenter } from '../../../src/text/jieba/jieba.ts'
import { normalizeText } from '../../../src/text/normalize/normalize.ts'
import type { Segmenter } from '../../../src/text/terms/segmenter.ts'
import { visitTerms } from '../../../src/text/terms/tokenize.ts'
import { dictionarySegmenter } from '../../helpers/dictionary-segmenter.ts'
import { idOfNumber, memoryView, type SmallArticle } from '../../helpers/memory-index.ts'

function termsOf(text: string, segmenter: Segmenter): readonly string[] {
  const terms: string[] = []
  visitTerms(normalizeText(text), segmenter, (term) => terms.push(term))
  return terms
}

/** An index of MiniSearch over articles whose words are cut already; it only splits them at line feeds. */
function miniSearch(articles: readonly SmallArticle[], segmenter: Segmenter): MiniSearch {
  const mini = new MiniSearch({
    fields: ['title', 'body'],
    idField: 'number',
    tokenize: (text) => (text === '' ? [] : text.split('\n')),
    processTerm: (term) => term,
    searchOptions: { combineWith: 'AND' },
  })
  const cut = (text: string) => termsOf(text, segmenter).join('\n')
  mini.addAll(
    articles.map(({ number, title, body }) => ({ number, title: cut(title), body: cut(body) })),
  )
  return mini
}

const found = (mini: MiniSearch, words: readonly string[]) =>
  mini
    .search(words.join('\n'))
    .map(({ id }) => idOfNumber(id))
    .sort()

describe('MiniSearch and this index', () => {
  test('find the same articles for one word and for several', async () => {
    // No word of these stands in another or across two others, so characters add nothing to words.
    const words = ['开源', '模型', '漏洞', '攻击', '推理', '权重', 'gpt', 'npm', 'cve']
    const segmenter = dictionarySegmenter(words)
    const text = fc
      .array(fc.constantFrom(...words), { maxLength: 6 })
      .map((chosen) => chosen.join(' '))
    const archive = fc.array(fc.record({ title: text, body: text }), {
      minLength: 1,
      maxLength: 10,
    })
    const queries = fc.array(
      fc.uniqueArray(fc.constantFrom(...words), { minLength: 1, maxLength: 3 }),
      { minLength: 6, maxLength: 6 },
    )
    await fc.assert(
      fc.asyncProperty(archive, queries, async (rows, asked) => {
        const articles = rows.map((row, number) => ({ ...row, number }))
        const mini = miniSearch(articles, segmenter)
        const placed = articles.map((article) => ({ article }))
        const view = await memoryView([placed.slice(0, 3), placed.slice(3)], segmenter)
        for (const query of asked) {
          const request = {
            query: query.join(' '),
            limit: 100,
            offset: 0,
            sort: 'relevance',
          } as const
          const { hits, total } = await search(view, request)
          const ours = hits
            .slice(0, total)
            .map(({ id }) => id)
            .sort()
          expect(ours).toEqual(found(mini, query))
        }
      }),
      { numRuns: 100 },
    )
  })

  test('hold the same articles for every word of real articles', async () => {
    const segmenter = jiebaSegmenter()
    const articles = sampleArticles()
    const mini = miniSearch(articles, segmenter)
    const view = await memoryView([articles.map((article) => ({ article }))], segmenter)
    const holders = async (word: string) =>
      (await readWordLists(view, word))[0]?.articles ?? new Uint32Array()
    const ids = (numbers: Uint32Array) => Array.from(numbers, idOfNumber).sort()
    const vocabulary = [...new Set(articles.flatMap(({ body }) => termsOf(body, segmenter)))]
    expect(vocabulary.length).toBeGreaterThan(2000)
    for (const [i, word] of vocabulary.entries()) {
      const here = await holders(word)
      expect(ids(here)).toEqual(found(mini, [word]))
      const other = vocabulary[(i * 7919) % vocabulary.length] ?? word
      expect(ids(intersect(here, await holders(other)))).toEqual(found(mini, [word, other]))
    }
  })
})

/** The articles of the sample corpus as they stand. */
function sampleArticles(): readonly SmallArticle[] {
  return readdirSync('corpus', { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .map((path, number) => ({
      number,
      title: path,
      body: readFileSync(join('corpus', path), 'utf8'),
    }))
}
