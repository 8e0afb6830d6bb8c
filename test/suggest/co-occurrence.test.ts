/** What stands together, beside a count by hand over random archives in random segments. */

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openSnapshot } from '../../src/index/generation/snapshot.ts'
import { articleCounter } from '../../src/suggest/co-occurrence.ts'
import { memoryFolder } from '../helpers/memory-folder.ts'
import { memoryFiles, type SmallArticle } from '../helpers/memory-index.ts'
import { articles, segmenter, spread } from '../search/small-archive.ts'

const han = fc.string({ unit: fc.constantFrom(...'开源码漏洞'), minLength: 2, maxLength: 4 })
const texts = fc
  .array(fc.oneof(han, fc.constantFrom('a', 'b', 'ab', 'bab')), { minLength: 1, maxLength: 3 })
  .map((pieces) => pieces.join(' '))

/** Every piece: a word between others than letters, or all its pairs of neighbours. */
function holds({ title, body }: SmallArticle, text: string): boolean {
  const fields = [title, body]
  return text.split(' ').every((piece) => {
    if (/[a-z]/.test(piece)) return fields.some((field) => field.split(/[^a-z]+/).includes(piece))
    const pairs = Array.from({ length: piece.length - 1 }, (_, i) => piece.slice(i, i + 2))
    return pairs.every((pair) => fields.some((field) => field.includes(pair)))
  })
}

test('articles with all of a text are counted, deleted ones left out', async () => {
  const layouts = fc
    .tuple(articles, articles)
    .chain(([kept, gone]) => fc.tuple(fc.constant(kept), spread(kept, gone)))
  await fc.assert(
    fc.asyncProperty(
      layouts,
      fc.array(texts, { minLength: 5 }),
      async ([kept, segments], asked) => {
        const files = await memoryFiles(segments, segmenter)
        const { segments: live } = await openSnapshot(memoryFolder(files))
        const count = articleCounter(live)
        for (const text of asked) {
          const expected = kept.filter((article) => holds(article, text)).length
          expect([text, await count(text)]).toEqual([text, expected])
        }
      },
    ),
    { numRuns: 100 },
  )
})
