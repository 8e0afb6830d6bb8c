import fc from 'fast-check'
import { expect, test } from 'vitest'
import { memoryView } from '../../helpers/memory-index.ts'
import { segmenter } from '../small-archive.ts'

const row = fc.record({ title: fc.nat(3), body: fc.nat(5), deleted: fc.boolean() })

test('lengths are those of live articles, and of bodies that are not empty', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 8 }), async (rows) => {
      const placed = rows.map(({ title, body, deleted }, number) => ({
        article: {
          number,
          title: 'a '.repeat(title + 1),
          body: 'b '.repeat(body),
          failed: body === 0,
        },
        deleted,
      }))
      const view = await memoryView([placed], segmenter)
      const live = rows.filter(({ deleted }) => !deleted)
      const titles = live.reduce((sum, { title }) => sum + title + 1, 0)
      const bodies = live.reduce((sum, { body }) => sum + body, 0)
      const withBody = live.filter(({ body }) => body > 0).length
      expect(view.articles).toBe(live.length)
      expect(view.termOccurrences).toBe(titles + bodies)
      expect(view.averageTitle).toBeCloseTo(live.length === 0 ? 0 : titles / live.length, 12)
      expect(view.averageBody).toBeCloseTo(withBody === 0 ? 0 : bodies / withBody, 12)
    }),
    { numRuns: 60 },
  )
})
