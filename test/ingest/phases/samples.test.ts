/** Which pages a site is learned from, against a plain reading of the rules over lists of pages. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MIN_PAGES, SAMPLE_SIZE, sampleRank } from '../../../src/corpus/clean/furniture.ts'
import { FileList } from '../../../src/corpus/find/listing.ts'
import { numberArticles } from '../../../src/ingest/catalog/articles.ts'
import type { Site } from '../../../src/ingest/catalog/catalog.ts'
import { type CatalogFile, CatalogFiles } from '../../../src/ingest/catalog/catalog-columns.ts'
import { recordsOf } from '../../../src/ingest/catalog/file-record.ts'
import {
  changedSites,
  chooseSample,
  createRanking,
  hostOfKey,
  pagesOfSites,
} from '../../../src/ingest/phases/samples.ts'

const HOSTS = ['a.org', 'b.org']

/** Pages of few articles on few sites. */
const pages = fc
  .array(fc.tuple(fc.nat(20), fc.constantFrom('', ...HOSTS), fc.constantFrom('', '甲', '乙')), {
    maxLength: 24,
  })
  .map((all) =>
    all.map(([article, host, source], n): CatalogFile => {
      const key = `${host}\t${source}`
      return {
        path: `${String(n).padStart(2, '0')}.md`,
        sizeBytes: 1,
        modifiedMs: 1,
        changedMs: 7,
        articleId: article.toString(16).padStart(16, '0'),
        fetchDate: '',
        siteKeys: [...(host ? [host] : []), ...(source ? [key] : [])],
      }
    }),
  )

const columnsOf = (all: readonly CatalogFile[]) =>
  new CatalogFiles(FileList.of(all), recordsOf(all))
const numbered = (all: readonly CatalogFile[]) => numberArticles(columnsOf([]), columnsOf(all)).now

describe('the pages of sites', () => {
  test('are the first file of each article, by host and by source on it', () => {
    fc.assert(
      fc.property(pages, fc.subarray(HOSTS), (all, hosts) => {
        const firsts = all.filter(
          ({ articleId }, row) => all.findIndex((one) => one.articleId === articleId) === row,
        )
        const expected = new Map<string, number[]>()
        for (const host of hosts) {
          const ofHost = firsts.filter(({ siteKeys }) => siteKeys[0] === host)
          for (const key of new Set(ofHost.flatMap(({ siteKeys }) => siteKeys))) {
            const own = ofHost.filter(({ siteKeys }) => siteKeys.includes(key))
            if (own.length < MIN_PAGES) continue
            // A source that has all pages of its host has its furniture, too.
            if (key !== host && own.length === ofHost.length) continue
            expected.set(
              key,
              own.map((page) => all.indexOf(page)),
            )
          }
        }
        const found = pagesOfSites(numbered(all), new Set(hosts))
        expect(new Map(found)).toEqual(expected)
      }),
    )
  })

  test('of a source without a host are a site by themselves', () => {
    const all = [1, 2, 3].map((n) => ({
      path: `${n}.md`,
      sizeBytes: 1,
      modifiedMs: 1,
      changedMs: 7,
      articleId: `${n}`.repeat(16),
      fetchDate: '',
      siteKeys: ['\t甲'],
    }))
    expect([...pagesOfSites(numbered(all), new Set(['\t甲']))]).toEqual([['\t甲', [0, 1, 2]]])
  })
})

test('the host of a key is what stands before the source, and a source without a host is its own', () => {
  expect(['a.org', 'a.org\t甲', '\t甲'].map(hostOfKey)).toEqual(['a.org', 'a.org', '\t甲'])
})

/** So many pages of one site; their sizes and times can be told apart. */
const listOf = (count: number) =>
  FileList.of(
    Array.from({ length: count }, (_, n) => ({
      path: `第${n}页.md`,
      sizeBytes: 100 + n,
      modifiedMs: 1000 + n,
      changedMs: 7,
    })),
  )

function sampleOf(list: FileList, rows: readonly number[] = [...list.sizes.keys()]) {
  return chooseSample('a.org', { list }, rows, createRanking({ list }))
}

describe('a sample', () => {
  test.each([0, 3, SAMPLE_SIZE, SAMPLE_SIZE + 1, 3 * SAMPLE_SIZE])(
    'of %i pages has those of the smallest ranks, the smallest first',
    (count) => {
      const list = listOf(count)
      const byRank = [...list.paths].sort((a, b) => sampleRank(a) - sampleRank(b))
      expect(sampleOf(list).paths).toEqual(byRank.slice(0, SAMPLE_SIZE))
    },
  )

  test('has no pages but those of its site', () => {
    const list = listOf(50)
    const own = [3, 4, 30]
    expect(sampleOf(list, own).paths.toSorted()).toEqual(
      own.map((row) => list.paths.at(row)).sort(),
    )
  })

  test('is known by its pages, their sizes and their times, whatever order the pages come in', () => {
    const list = listOf(5)
    const files = [...list]
    const { signature } = sampleOf(list)
    expect(signature).toMatch(/^[0-9a-f]{16}$/)
    expect(sampleOf(list, [4, 2, 0, 3, 1]).signature).toBe(signature)
    for (const change of [
      { path: '别的.md' },
      { sizeBytes: 7 },
      { modifiedMs: 7.5, changedMs: 7 },
    ]) {
      const [first, ...rest] = files
      const changed = FileList.of([
        { path: '', sizeBytes: 0, modifiedMs: 0, changedMs: 7, ...first, ...change },
        ...rest,
      ])
      expect(sampleOf(changed).signature).not.toBe(signature)
    }
  })

  test('stays the same when a page comes that is not in it', () => {
    const small = listOf(SAMPLE_SIZE)
    const highest = Math.max(...Array.from(small.paths, sampleRank))
    const path = Array.from({ length: 10_000 }, (_, n) => `新${n}.md`).find(
      (each) => sampleRank(each) > highest,
    )
    const more = FileList.of([
      ...small,
      { path: path ?? '', sizeBytes: 1, modifiedMs: 1, changedMs: 7 },
    ])
    expect(more.length).toBe(SAMPLE_SIZE + 1)
    expect(sampleOf(more)).toEqual(sampleOf(small))
  })
})

test('sites have changed when they came, went or have other lines, and not when only their sample is another', () => {
  const lines = fc.constantFrom([], [1], [2], [1, 2]).map((all) => Uint32Array.from(all))
  const site: fc.Arbitrary<Site> = fc.record({
    sample: fc.constantFrom('x', 'y'),
    furniture: lines,
  })
  const sites = fc.dictionary(fc.constantFrom('a', 'b', 'c'), site, { noNullPrototype: true })
  fc.assert(
    fc.property(sites, sites, (before, after) => {
      const textOf = (all: Readonly<Record<string, Site>>, key: string) =>
        (all[key]?.furniture ?? []).join()
      const expected = ['a', 'b', 'c'].filter((key) => textOf(before, key) !== textOf(after, key))
      const changed = changedSites(new Map(Object.entries(before)), new Map(Object.entries(after)))
      expect([...changed].sort()).toEqual(expected)
    }),
  )
})
