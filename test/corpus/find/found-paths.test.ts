/** What is found of the paths that an earlier run knew is told as by looking up each. */

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { collectPaths, NOT_KNOWN } from '../../../src/corpus/find/found-paths.ts'
import { TextColumn } from '../../../src/corpus/find/text-column.ts'

const name = fc.constantFrom('一.md', '一.md.txt', 'a.md', 'b.md', '\uFF5E.md', '\u{1F600}.md')
const folder = fc.constantFrom('', 'a.md/', 'a/', 'a/深/', 'b/', '\uFF5E/', '\u{1F600}/')
const folders = fc.uniqueArray(fc.tuple(folder, fc.uniqueArray(name)), {
  selector: ([each]) => each,
})

const pathsIn = (all: readonly (readonly [string, readonly string[]])[]) =>
  all.flatMap(([each, names]) => names.map((one) => each + one)).sort()

/** Runs of names of one folder, in the order of the paths. */
function addAll(paths: readonly string[], add: (folder: string, names: string[]) => void): void {
  const folderOf = (path: string) => path.slice(0, path.lastIndexOf('/') + 1)
  for (let start = 0, end = 0; start < paths.length; start = end) {
    const first = folderOf(paths[start] ?? '')
    while (end < paths.length && folderOf(paths[end] ?? '') === first) end++
    add(
      first,
      paths.slice(start, end).map((path) => path.slice(first.length)),
    )
  }
}

function collect(known: readonly string[], found: readonly string[]) {
  const column = TextColumn.of(known)
  const { add, finish } = collectPaths(column)
  addAll(found, add)
  return { column, ...finish() }
}

const rowsAmong = (known: readonly string[], found: readonly string[]) =>
  found.map((path) => (known.includes(path) ? known.indexOf(path) : NOT_KNOWN))

test('paths come back as they were found, each with its row among those known', () => {
  fc.assert(
    fc.property(folders.map(pathsIn), folders.map(pathsIn), (known, found) => {
      const { paths, knownRows } = collect(known, found)
      expect([...paths]).toEqual(found)
      expect([...knownRows]).toEqual(rowsAmong(known, found))
    }),
  )
})

test('so they do in a folder of more than are compared in one go, and the same ones are the same column', () => {
  const known = Array.from({ length: 5000 }, (_, number) => `第${number}篇.md`).sort()
  const found = [...known, '第3000篇 (1).md'].sort().filter((_, row) => row !== 2000)
  const changed = collect(known, found)
  expect([...changed.paths]).toEqual(found)
  expect([...changed.knownRows]).toEqual(rowsAmong(known, found))
  const same = collect(known, known)
  expect(same.paths).toBe(same.column)
})
