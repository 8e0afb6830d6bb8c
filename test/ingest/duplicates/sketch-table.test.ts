import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  isCrowded,
  SketchTable,
  sketchesMeet,
} from '../../../src/ingest/duplicates/sketch-table.ts'
import { SKETCH_SLOTS } from '../../../src/text/shingles.ts'

/** Of few values, so that sketches have bands in common, by chance and in other places. */
const sketch = fc
  .array(fc.nat(2), { minLength: SKETCH_SLOTS, maxLength: SKETCH_SLOTS })
  .map((slots) => Uint16Array.from(slots, (slot) => slot * 0x7fff))

test('a table finds the articles whose sketches meet one, each once, however full it is', () => {
  fc.assert(
    fc.property(
      fc.array(sketch, { maxLength: 600 }),
      sketch,
      fc.nat(9),
      (sketches, wanted, spare) => {
        const table = new SketchTable(sketches.length + spare)
        for (const [number, each] of sketches.entries()) table.add(number, each)
        const found = table.likeliest(wanted, sketches.length).map(({ article }) => article)
        const expected = [...sketches.keys()].filter((i) => sketchesMeet(wanted, sketches[i]))
        expect([...found].sort((a, b) => a - b)).toEqual(expected)
      },
    ),
    { numRuns: 60 },
  )
})

test('the likeliest come first, equally likely ones as they came', () => {
  fc.assert(
    fc.property(fc.array(sketch, { maxLength: 200 }), sketch, fc.nat(9), (all, wanted, most) => {
      const table = new SketchTable(all.length)
      for (const [number, each] of all.entries()) table.add(number, each)
      const agreeing = (each: Uint16Array) => each.filter((slot, i) => slot === wanted[i]).length
      const expected = [...all.entries()]
        .filter(([, each]) => sketchesMeet(wanted, each))
        .sort(([a, left], [b, right]) => agreeing(right) - agreeing(left) || a - b)
        .slice(0, most)
      expect(table.likeliest(wanted, most).map(({ article }) => article)).toEqual(
        expected.map(([number]) => number),
      )
    }),
  )
})

describe('among the pages of one template', () => {
  /** Nine slots in ten are the template's. */
  const page = (number: number) =>
    Uint16Array.from({ length: SKETCH_SLOTS }, (_, slot) =>
      (slot + number) % 10 === 0 ? (number * 7919 + slot) % 0xffff : slot,
    )
  function tableOf(pages: number): SketchTable {
    const table = new SketchTable(pages)
    for (let number = 0; number < pages; number++) table.add(number, page(number))
    return table
  }
  /** How often a walk looks at a slot of the sketch that it looks for. */
  function looks(table: SketchTable, wanted: Uint16Array): number {
    let count = 0
    const counting = new Proxy(wanted, {
      get(target, name) {
        count++
        return Reflect.get(target, name)
      },
    })
    table.likeliest(counting, 8)
    return count
  }

  test('a look takes as many steps among 20,000 as among 5,000', () => {
    const few = looks(tableOf(5_000), page(70_000))
    expect(looks(tableOf(20_000), page(70_000))).toBeLessThan(few * 1.1)
  })

  test('a copy of a page that came not long before is the first that is found', () => {
    const table = tableOf(20_000)
    const [first] = table.likeliest(page(19_900), 8)
    expect(first).toEqual({ article: 19_900, row: 19_900, agreeing: SKETCH_SLOTS })
  })

  test('a page is crowded when more share a band than are walked', () => {
    const all = (pages: number) => Array.from({ length: pages }, (_, number) => page(number))
    expect(isCrowded(page(0), all(400))).toBe(false)
    expect(isCrowded(page(0), all(4_000))).toBe(true)
  })
})
