import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sumForMatches } from '../../../src/search/lists/score-sums.ts'

const LIMIT = 20
const additions = fc.array(fc.tuple(fc.nat(LIMIT - 1), fc.integer({ min: -9, max: 9 })))

test('each match gets what was added to it, and begins with nothing', () => {
  fc.assert(
    fc.property(fc.subarray([...Array(LIMIT).keys()]), additions, (matches, added) => {
      const sums = sumForMatches(LIMIT, Uint32Array.from(matches), (all) => {
        for (const [article, amount] of added) all[article] = (all[article] ?? 0) + amount
      })
      const expected = matches.map((match) =>
        added.filter(([article]) => article === match).reduce((sum, [, amount]) => sum + amount, 0),
      )
      expect([...sums]).toEqual(expected)
    }),
  )
})
