/** What can be suggested depends on the live articles alone; each count is that of a look into every one of them. */

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { gatherSuggestions } from '../../../src/ingest/suggestions/gather-suggestions.ts'
import type { Placed, SmallArticle } from '../../helpers/memory-index.ts'
import { indexOnDisk, WORDS } from '../index-on-disk.ts'

async function gather(segments: readonly (readonly Placed[])[]) {
  const { folder, manifest, end } = await indexOnDisk(segments)
  try {
    return await gatherSuggestions(folder, manifest.segments)
  } finally {
    end()
  }
}

const words = (maxLength: number) =>
  fc.array(fc.constantFrom(...WORDS), { maxLength }).map((all) => all.join('，'))
const articles = fc
  .array(
    fc.record({
      title: words(2),
      body: words(4),
      source: fc.constantFrom('甲报', '乙报', ' 甲报 ', '', ' '),
    }),
    { maxLength: 9 },
  )
  .map((all) => all.map((article, number): SmallArticle => ({ ...article, number })))

/** The entries of most articles first, as they are told but for how they sound. */
function countsOf(texts: readonly string[]) {
  return [...new Set(texts)]
    .map((text) => ({ text, articles: texts.filter((one) => one === text).length }))
    .sort((a, b) => b.articles - a.articles || (a.text < b.text ? -1 : 1))
}

const withoutSounds = (all: readonly { readonly text: string; readonly articles: number }[]) =>
  all.map(({ text, articles: count }) => ({ text, articles: count }))

test('words and sources are counted as by a look into every live article', async () => {
  await fc.assert(
    fc.asyncProperty(
      articles,
      fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }),
      async (all, gone) => {
        const placed = all.map((article, place) => ({ article, deleted: gone[place] ?? false }))
        const { words: found, sources } = await gather([placed])
        const live = placed.filter(({ deleted }) => !deleted).map(({ article }) => article)
        const wordsOf = (text: string) => WORDS.filter((word) => text.includes(word))
        const known = WORDS.filter((word) => {
          const holding = live.filter(({ title, body }) => `${title}，${body}`.includes(word))
          return holding.length > 1 || holding.some(({ title }) => title.includes(word))
        })
        const texts = live.flatMap(({ title, body }) => wordsOf(`${title}，${body}`))
        expect(withoutSounds(found)).toEqual(countsOf(texts.filter((text) => known.includes(text))))
        expect(withoutSounds(sources)).toEqual(
          countsOf(live.map(({ source = '' }) => source.trim()).filter((source) => source !== '')),
        )
      },
    ),
    { numRuns: 25 },
  )
})

test('however the articles are spread over segments, the same is suggested', async () => {
  const cuts = fc.array(fc.nat(9), { maxLength: 3 })
  await fc.assert(
    fc.asyncProperty(articles, cuts, async (all, places) => {
      const placed = all.map((article): Placed => ({ article }))
      const bounds = [0, ...places.toSorted((a, b) => a - b), placed.length]
      const parts = bounds
        .slice(1)
        .map((end, n) => placed.slice(bounds[n], end))
        .filter(({ length }) => length > 0)
      // Deleted articles beside them change nothing either, in each segment at other places.
      const withDeleted = parts.map((part, n) => [
        ...Array.from(
          { length: n + 1 },
          (_, at): Placed => ({
            article: {
              number: 100 + n * 10 + at,
              title: WORDS.join('，'),
              body: '',
              source: '丙报',
            },
            deleted: true,
          }),
        ),
        ...part,
      ])
      expect(await gather(withDeleted)).toEqual(await gather([placed]))
    }),
    { numRuns: 20 },
  )
})

test('a Han word is told with how it sounds, and a source, too', async () => {
  const rows = [0, 1].map(
    (number): Placed => ({
      article: { number, title: '苹果', body: 'cve-2025', source: number ? 'The Times' : '甲报' },
    }),
  )
  const { words: found, sources } = await gather([rows])
  expect(found.find(({ text }) => text === '苹果')?.sound).toBe('ping guo')
  expect(sources.map(({ text, sound }) => [text, sound !== undefined])).toEqual([
    ['The Times', false],
    ['甲报', true],
  ])
})
