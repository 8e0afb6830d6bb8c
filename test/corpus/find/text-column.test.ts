import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FileList } from '../../../src/corpus/find/listing.ts'
import { TextColumn } from '../../../src/corpus/find/text-column.ts'

/** Of any Unicode character but U+0000, some beyond the Basic Multilingual Plane, some empty. */
const text = fc.string({ unit: 'grapheme', maxLength: 12 }).map((each) => each.replaceAll('\0', ''))
const texts = fc.array(
  fc.oneof(text, fc.constantFrom('文章/一.md', '文章/二.md', '\uFF5E', '\u{1F600}')),
)

test('a column gives back every text, also when it is read from its bytes', () => {
  fc.assert(
    fc.property(texts, (all) => {
      const column = TextColumn.of(all)
      expect([...column]).toEqual(all)
      expect([...TextColumn.read(column.bytes, column.length)]).toEqual(all)
    }),
  )
})

test('a column of more texts than are made bytes of at a time gives back every one', () => {
  const all = Array.from({ length: 10_000 }, (_, number) => `第${number}篇`)
  expect([...TextColumn.of(all)]).toEqual(all)
})

test('ranges of columns become one column of all their texts, one after the other', () => {
  const range = fc.tuple(texts, fc.nat(), fc.nat()).map(([all, a, b]) => {
    const [start = 0, end = 0] = [a, b].map((n) => n % (all.length + 1)).sort((x, y) => x - y)
    return { all, start, end }
  })
  fc.assert(
    fc.property(fc.array(range), (ranges) => {
      const joined = TextColumn.join(
        ranges.map(({ all, start, end }) => ({ column: TextColumn.of(all), start, end })),
      )
      expect([...joined]).toEqual(ranges.flatMap(({ all, start, end }) => all.slice(start, end)))
      expect([...TextColumn.read(joined.bytes, joined.length)]).toEqual([...joined])
    }),
  )
})

test('texts are compared in the order of UTF-16 units, not of their bytes', () => {
  const column = TextColumn.of(['\uFF5E', '\u{1F600}'])
  expect(column.compare(0, column, 1)).toBeGreaterThan(0)
  fc.assert(
    fc.property(text, text, (a, b) => {
      const order = Math.sign(TextColumn.of(['', a]).compare(1, TextColumn.of([b]), 0))
      expect(order).toBe(a === b ? 0 : a < b ? -1 : 1)
    }),
  )
})

test('a list of files is in the order of their paths, whatever order they come in', () => {
  const files = fc.uniqueArray(
    fc.record({
      path: text,
      sizeBytes: fc.nat(),
      modifiedMs: fc.double({ noNaN: true }),
      changedMs: fc.constant(7),
    }),
    { selector: ({ path }) => path },
  )
  fc.assert(
    fc.property(files, (all) => {
      const sorted = all.toSorted((a, b) => (a.path < b.path ? -1 : 1))
      expect([...FileList.of(all)]).toEqual(sorted)
    }),
  )
})
