import fc from 'fast-check'
import { expect, test } from 'vitest'
import { expandPrefix } from '../../../src/search/lists/expand.ts'
import { memoryView } from '../../helpers/memory-index.ts'
import { segmenter } from '../small-archive.ts'

const word = fc.stringMatching(/^[abc]{1,4}$/)
const bodies = fc.array(fc.array(word, { minLength: 1, maxLength: 5 }), {
  minLength: 1,
  maxLength: 10,
})

test('a beginning stands for the articles of all words that begin so', async () => {
  await fc.assert(
    fc.asyncProperty(
      bodies,
      fc.stringMatching(/^[abc]{1,2}$/),
      fc.nat(9),
      async (all, beginning, cut) => {
        const placed = all.map((words, number) => ({
          article: { number, title: 'x', body: words.join(' ') },
        }))
        const segments = [placed.slice(0, cut), placed.slice(cut)].filter(
          ({ length }) => length > 0,
        )
        const view = await memoryView(segments, segmenter)
        const { lists, limited } = await expandPrefix(view, beginning)
        const found = lists.map(({ articles }) => [...articles])
        const expected = segments.map((some) =>
          [...some.keys()].filter((i) =>
            (some[i]?.article.body ?? '').split(' ').some((one) => one.startsWith(beginning)),
          ),
        )
        expect(found).toEqual(expected)
        expect(limited).toBe(false)
      },
    ),
    { numRuns: 40 },
  )
})
