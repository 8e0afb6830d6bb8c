import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FileList } from '../../../src/corpus/find/listing.ts'
import {
  articlesWhere,
  groupArticles,
  numberArticles,
} from '../../../src/ingest/catalog/articles.ts'
import { type CatalogFile, CatalogFiles } from '../../../src/ingest/catalog/catalog-columns.ts'
import { recordsOf } from '../../../src/ingest/catalog/file-record.ts'

const IDS = ['00000000ffffffff', 'ffffffff00000001', '0123456789abcdef', '0123456789abcdee']

const file: fc.Arbitrary<CatalogFile> = fc.record({
  path: fc.stringMatching(/^[a-d]{1,2}\.md$/),
  sizeBytes: fc.nat(1000),
  modifiedMs: fc.constant(1),
  changedMs: fc.constant(7),
  articleId: fc.constantFrom(...IDS),
  fetchDate: fc.constantFrom('', '2025-03-01', '2025-03-02'),
  siteKeys: fc.constant([]),
})
const files = fc
  .uniqueArray(file, { selector: ({ path }) => path, maxLength: 10 })
  .map((all) => all.sort((a, b) => (a.path < b.path ? -1 : 1)))

const columnsOf = (all: readonly CatalogFile[]) =>
  new CatalogFiles(FileList.of(all), recordsOf(all))

test('an article has one number in both states of a corpus, and each number its id', () => {
  fc.assert(
    fc.property(files, files, (earlier, later) => {
      const { ids, before, now } = numberArticles(columnsOf(earlier), columnsOf(later))
      const idsOf = ({ articles }: typeof now) => Array.from(articles, (one) => ids.idAt(one))
      expect(idsOf(before)).toEqual(earlier.map(({ articleId }) => articleId))
      expect(idsOf(now)).toEqual(later.map(({ articleId }) => articleId))
      expect(ids.size).toBe(new Set([...earlier, ...later].map((one) => one.articleId)).size)
    }),
  )
})

test('a test is asked of each file with its row and its article, and one file is enough', () => {
  fc.assert(
    fc.property(files, fc.constantFrom('', '2025-03-02'), (all, day) => {
      const { ids, now } = numberArticles(columnsOf([]), columnsOf(all))
      const asked: [row: number, id: string][] = []
      const found = articlesWhere(now, ids.size, (row, article) => {
        asked.push([row, ids.idAt(article)])
        return all[row]?.fetchDate === day
      })
      expect(asked).toEqual(all.map(({ articleId }, row) => [row, articleId]))
      for (const [number, id] of [...ids].entries())
        expect(found.has(number)).toBe(
          all.some((one) => one.articleId === id && one.fetchDate === day),
        )
    }),
  )
})

test('groups know their number, and how much there is to read', () => {
  fc.assert(
    fc.property(files, fc.constantFrom(...IDS), (all, left) => {
      const { ids, now } = numberArticles(columnsOf([]), columnsOf(all))
      const groups = groupArticles(
        now,
        articlesWhere(now, ids.size, (row) => all[row]?.articleId !== left),
      )
      const wanted = all.filter(({ articleId }) => articleId !== left)
      expect(groups.sizeBytes).toBe(wanted.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0))
      for (let place = 0; place < groups.length; place++)
        expect(ids.idAt(groups.articleAt(place))).toBe(groups.at(place).id)
    }),
  )
})

test('files fetched at one time come in the reverse order of their paths', () => {
  const all = ['a.md', 'b.md', 'c.md'].map((path, row) => ({
    path,
    sizeBytes: 1,
    modifiedMs: 1,
    changedMs: 7,
    articleId: IDS[0] ?? '',
    fetchDate: row === 0 ? '2025-03-02' : '2025-03-01',
    siteKeys: [],
  }))
  const { now } = numberArticles(columnsOf([]), columnsOf(all))
  const group = groupArticles(
    now,
    articlesWhere(now, 1, () => true),
  ).at(0)
  expect(group.files.map(({ path }) => path)).toEqual(['a.md', 'c.md', 'b.md'])
})

test('the content hash of an article is that of its newest file', () => {
  const all = ['a.md', 'b.md'].map((path, row) => ({
    path,
    sizeBytes: 1,
    modifiedMs: 1,
    changedMs: 7,
    articleId: IDS[row] ?? '',
    fetchDate: '',
    siteKeys: [],
  }))
  const files = columnsOf(all).withContents(Uint32Array.of(0, 1), Uint32Array.of(1, 2, 0, 0))
  const { now } = numberArticles(columnsOf([]), files)
  const groups = groupArticles(
    now,
    articlesWhere(now, 2, () => true),
  )
  expect(groups.at(0)).toMatchObject({ id: IDS[0], content: '0000000100000002' })
  expect(groups.at(1)).not.toHaveProperty('content')
})
