import fc from 'fast-check'
import { expect, test } from 'vitest'
import { duplicateRows } from '../../../src/index/write/duplicates-writer.ts'
import { createDuplicateTable } from '../../../src/search/lists/collapse.ts'

const SIZES = [6, 5]
const places = SIZES.flatMap((size, segment) =>
  Array.from({ length: size }, (_, article) => ({ segment, article })),
)
/** Disjoint groups in any order, and any matches. */
const cases = fc
  .tuple(fc.shuffledSubarray(places), fc.subarray(places), fc.integer({ min: 2, max: 4 }))
  .map(([grouped, matching, width]) => ({
    groups: Array.from({ length: Math.floor(grouped.length / width) }, (_, n) =>
      grouped.slice(n * width, (n + 1) * width),
    ),
    matching,
  }))

test('of each group that matches its first member that does is left, and all that stand alone', () => {
  fc.assert(
    fc.property(cases, ({ groups, matching }) => {
      const isIn = (place: (typeof places)[number]) => matching.includes(place)
      const expected = matching.filter((place) => {
        const group = groups.find((one) => one.includes(place))
        return group === undefined || group.find(isIn) === place
      })
      const sets = SIZES.map((_, segment) =>
        Uint32Array.from(
          matching.filter((one) => one.segment === segment).map((one) => one.article),
        ),
      )
      const table = createDuplicateTable(duplicateRows(groups), SIZES)
      const left = table
        .collapse(sets)
        .flatMap((set, segment) => Array.from(set, (article) => ({ segment, article })))
      expect(left).toEqual(expected)
      for (const place of matching) {
        const only = sets.map((_, segment) =>
          segment === place.segment ? Uint32Array.of(place.article) : new Uint32Array(0),
        )
        const preferring = table
          .collapse(sets, [sets, only])
          .flatMap((set, segment) => Array.from(set, (article) => ({ segment, article })))
        const group = groups.find((one) => one.includes(place)) ?? [place]
        expect(preferring).toEqual(
          matching.filter(
            (one) => one === place || (expected.includes(one) && !group.includes(one)),
          ),
        )
      }
      for (const place of places)
        expect(table.groupOf(place)).toEqual(groups.find((one) => one.includes(place)))
    }),
    { numRuns: 1000 },
  )
})
