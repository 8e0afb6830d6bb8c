/** What a run works out from columns is what anyone would from the files themselves. */

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { collectPaths } from '../../../src/corpus/find/found-paths.ts'
import { FileList } from '../../../src/corpus/find/listing.ts'
import {
  articlesWhere,
  groupArticles,
  numberArticles,
} from '../../../src/ingest/catalog/articles.ts'
import { type CatalogFile, CatalogFiles } from '../../../src/ingest/catalog/catalog-columns.ts'
import {
  areNone,
  areSameFiles,
  changedFiles,
  compareFiles,
  mergeFiles,
} from '../../../src/ingest/catalog/changes.ts'
import { recordsOf } from '../../../src/ingest/catalog/file-record.ts'

const file: fc.Arbitrary<CatalogFile> = fc.record({
  path: fc.constantFrom(
    'a.md',
    'a/一.md',
    'a/二.md',
    'b.md',
    'b/\uFF5E.md',
    'b/\u{1F600}.md',
    'c.md',
  ),
  sizeBytes: fc.constantFrom(7, 2 ** 32 + 7),
  modifiedMs: fc.constantFrom(1.5, 2),
  changedMs: fc.constantFrom(7, 8.5),
  articleId: fc.constantFrom('00000000ffffffff', 'ffffffff00000001', '0123456789abcdef'),
  fetchDate: fc.constantFrom('', '2025-03-01', '2025-03-02T08:00:00+08:00'),
  siteKeys: fc.constantFrom([], ['a.org'], ['a.org', 'a.org\t甲'], ['\t乙']),
})
const files = fc
  .uniqueArray(file, { selector: ({ path }) => path })
  .map((all) => all.sort((a, b) => (a.path < b.path ? -1 : 1)))

const columnsOf = (all: readonly CatalogFile[]) =>
  new CatalogFiles(FileList.of(all), recordsOf(all))
const stateOf = ({ path, sizeBytes, modifiedMs, changedMs }: CatalogFile) =>
  JSON.stringify([path, sizeBytes, modifiedMs, changedMs])

/** What is found of the files of now where those of before are known. */
const foundOf = (before: readonly CatalogFile[], now: readonly CatalogFile[]) => {
  const { add, finish } = collectPaths(columnsOf(before).list.paths)
  add(
    '',
    now.map(({ path }) => path),
  )
  return { files: FileList.of(now), knownRows: finish().knownRows }
}

test('the files of a catalog come back as they were put in', () => {
  fc.assert(
    fc.property(files, (all) => {
      expect([...columnsOf(all)]).toEqual(all)
    }),
  )
})

test('a file is kept when path, size and times are the same, and all others are new or outdated', () => {
  fc.assert(
    fc.property(files, files, (before, now) => {
      const changes = compareFiles(columnsOf(before), foundOf(before, now))
      const [known, found] = [new Set(before.map(stateOf)), new Set(now.map(stateOf))]
      const kept = Array.from(changes.kept, (row) =>
        row < 0 ? '' : stateOf(columnsOf(before).at(row)),
      )
      expect(kept).toEqual(now.map(stateOf).map((state) => (known.has(state) ? state : '')))
      const outdated = changes.outdated.map((row) => columnsOf(before).at(row))
      expect(outdated).toEqual(before.filter((each) => !found.has(stateOf(each))))
      const isSame = JSON.stringify([...known]) === JSON.stringify([...found])
      expect(areNone(changes)).toBe(isSame)
      expect(areSameFiles(columnsOf(before), columnsOf(now))).toBe(isSame)
    }),
  )
})

test('what is kept, and what was read of the rest, are the files of now, but for those that cannot be read, which are as they were if that may pass', () => {
  fc.assert(
    fc.property(files, files, fc.array(fc.nat(6)), fc.nat(6), (before, now, unread, parted) => {
      const known = new Map(before.map((each) => [stateOf(each), each]))
      const found = foundOf(before, now)
      const changes = compareFiles(columnsOf(before), found)
      const changed = now.filter((each) => !known.has(stateOf(each)))
      expect([...changedFiles(found.files, changes).paths]).toEqual(changed.map(({ path }) => path))
      const unreadable = new Set(unread.filter((row) => row < parted))
      const read = { files: columnsOf(changed), unread: new Set(unread), problems: [] }
      const heads = { ...read, unreadable }
      const held = new Map(
        changed
          .filter((_, row) => unreadable.has(row))
          .map((each) => [each, before.find(({ path }) => path === each.path)]),
      )
      const lost = new Set(
        changed.filter((each, row) => unread.includes(row) && held.get(each) === undefined),
      )
      const expected = now
        .filter((each) => !lost.has(each))
        .map((each) => held.get(each) ?? known.get(stateOf(each)) ?? each)
      expect([...mergeFiles(columnsOf(before), found.files, changes, heads)]).toEqual(expected)
    }),
  )
})

test('an article has all its files, the newest fetch first; articles come in the order of their first files', () => {
  fc.assert(
    fc.property(files, fc.constantFrom('', '0123456789abcdef'), (all, left) => {
      const { ids, now } = numberArticles(columnsOf([]), columnsOf(all))
      const wanted = articlesWhere(now, ids.size, (row) => all[row]?.articleId !== left)
      const groups = groupArticles(now, wanted)
      const found = Array.from({ length: groups.length }, (_, place) => groups.at(place))
      const expected = new Map<string, CatalogFile[]>()
      for (const each of all) {
        if (each.articleId === left) continue
        expected.set(each.articleId, [...(expected.get(each.articleId) ?? []), each])
      }
      expect(found.map(({ id }) => id)).toEqual([...expected.keys()])
      for (const group of found) {
        const newestFirst = expected.get(group.id)?.sort((a, b) => {
          const [left, right] = [`${a.fetchDate}\0${a.path}`, `${b.fetchDate}\0${b.path}`]
          return left < right ? 1 : -1
        })
        expect(group.files).toEqual(newestFirst)
      }
      expect(groups.files).toBe([...expected.values()].flat().length)
    }),
  )
})

test('content hashes are those of articles that were written, and files that could not be read are left out', () => {
  fc.assert(
    fc.property(files, fc.array(fc.nat(6)), (all, failed) => {
      const { now } = numberArticles(columnsOf([]), columnsOf(all))
      // Of the article with number 1 only.
      const contents = Uint32Array.of(0, 0, 0, 0xfffffffe, 0, 0)
      const known = now.files.withContents(now.articles, contents).without(new Set(failed))
      const expected = all.flatMap((each, row) => {
        if (failed.includes(row)) return []
        return now.articles[row] === 1 ? [{ ...each, content: '00000000fffffffe' }] : [each]
      })
      expect([...known]).toEqual(expected)
    }),
  )
})
