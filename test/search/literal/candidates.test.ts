import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findCandidates } from '../../../src/search/literal/candidates.ts'
import { normalizeText } from '../../../src/text/normalize/normalize.ts'
import { memoryView } from '../../helpers/memory-index.ts'
import { articles, segmenter } from '../small-archive.ts'

test('candidates are all articles that hold the text, and only these where they are certain', async () => {
  const slice = fc.tuple(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 6 }))
  await fc.assert(
    fc.asyncProperty(
      articles,
      slice,
      fc.constantFrom(0, 64),
      async (all, [one, from, length], few) => {
        const texts = all.map(({ title, body }) => [title, body].map((text) => normalizeText(text)))
        const any = texts.flat()
        const chosen = any[one % Math.max(1, any.length)] ?? ''
        const needle = chosen
          .slice(from % Math.max(1, chosen.length))
          .slice(0, length)
          .trim()
        fc.pre(needle !== '')
        const view = await memoryView([all.map((article) => ({ article }))], segmenter)
        const [segment] = view.segments
        if (segment === undefined) throw new Error('no segment')
        const candidates = await findCandidates(segment, needle, few)
        const holders = [...texts.keys()].filter((i) =>
          texts[i]?.some((text) => text.includes(needle)),
        )
        const found = [...candidates.articles]
        expect(found).toEqual(expect.arrayContaining(holders))
        expect(holders).toEqual(expect.arrayContaining([...candidates.certain]))
      },
    ),
    { numRuns: 60 },
  )
})
