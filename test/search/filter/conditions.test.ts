import fc from 'fast-check'
import { expect, test } from 'vitest'
import { matchConditions } from '../../../src/search/filter/conditions.ts'
import { dictionarySegmenter } from '../../helpers/dictionary-segmenter.ts'
import { memoryView } from '../../helpers/memory-index.ts'

const letters = (maxLength: number) =>
  fc.string({ unit: fc.constantFrom('a', 'b', '/', '海'), minLength: 1, maxLength })

const rows = fc.array(
  fc.record({
    url: letters(6),
    tags: fc.array(letters(3), { maxLength: 2 }),
    date: fc.constantFrom('', '2024-02-29', '2024-03-01'),
    deleted: fc.boolean(),
  }),
  { minLength: 1, maxLength: 8 },
)

test('conditions asked for together find what each asks for', async () => {
  await fc.assert(
    fc.asyncProperty(rows, fc.array(letters(2), { maxLength: 4 }), async (all, texts) => {
      const placed = all.map(({ deleted, ...rest }, number) => ({
        article: { ...rest, number, title: '', body: '' },
        deleted,
      }))
      const view = await memoryView([placed], dictionarySegmenter([]))
      const wanted = texts.flatMap((text) => [
        { kind: 'url', text } as const,
        { kind: 'tag', text } as const,
        { kind: 'date', from: '2024-03-01', to: '' } as const,
      ])
      const found = await matchConditions(view, wanted)
      for (const condition of wanted) {
        const expected = all.flatMap(({ url, tags, date, deleted }, number) => {
          const isMatch =
            condition.kind === 'url'
              ? url.includes(condition.text)
              : condition.kind === 'date'
                ? date >= condition.from
                : tags.some((tag) => `${tag}/`.startsWith(`${condition.text}/`))
          return isMatch && !deleted ? [number] : []
        })
        expect([...(found.get(condition)?.[0] ?? [])]).toEqual(expected)
      }
    }),
    { numRuns: 60 },
  )
})
