import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SketchTable, sketchesMeet } from '../../../src/ingest/duplicates/sketch-table.ts'
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
        const found = table.like(wanted).map(({ article }) => article)
        const expected = [...sketches.keys()].filter((i) => sketchesMeet(wanted, sketches[i]))
        expect([...found].sort((a, b) => a - b)).toEqual(expected)
      },
    ),
    { numRuns: 60 },
  )
})
