import fc from 'fast-check'
import { expect, test } from 'vitest'
import { IdTable } from '../../../src/ingest/catalog/id-table.ts'

/** Many alike in one half, and many the same. */
const half = fc.oneof(fc.nat(3), fc.constantFrom(0, 0xffffffff), fc.nat(0xffffffff))

test('a table numbers ids in the order in which they come first, and finds no others', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(half, half), { maxLength: 500 }), half, half, (ids, ...other) => {
      const table = new IdTable()
      const numbers = new Map<string, number>()
      for (const [high, low] of ids) {
        const id = [high, low].map((each) => each.toString(16).padStart(8, '0')).join('')
        if (!numbers.has(id)) numbers.set(id, numbers.size)
        expect(table.add(high, low)).toBe(numbers.get(id))
      }
      expect([...table]).toEqual([...numbers.keys()])
      for (const id of numbers.keys()) expect(table.hasId(id)).toBe(true)
      expect(table.has(...other)).toBe(
        ids.some(([high, low]) => high === other[0] && low === other[1]),
      )
    }),
  )
})
