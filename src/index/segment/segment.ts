/** An open segment: articles numbered from 0, the terms that they hold, their columns and stored text. A segment never changes. */

import { integerAt } from '../../element-at.ts'
import { createMemory, type Memory } from '../../memory/memory.ts'
import { type ColumnName, decodeColumn } from '../columns/columns.ts'
import { hashPath } from '../columns/path-hash.ts'
import type { BlockCache } from '../files/block-cache.ts'
import type { ByteSource, IndexFolder } from '../files/byte-source.ts'
import { type Container, openContainer } from '../files/container.ts'
import { DamagedContent, nameDamagedFile } from '../files/damage.ts'
import { type ArticleStore, openArticles } from '../store/article-store.ts'
import { type FurnitureStore, openFurniture } from '../store/furniture-store.ts'
import { readUrls, type UrlBlock } from '../store/url-blocks.ts'
import { openTerms, type TermDictionary } from '../terms/terms.ts'

/** Sums over the articles of a segment, deleted ones included, from which a search knows the average lengths. */
export interface LengthSums {
  /** How many terms the bodies hold, and the titles. */
  readonly bodyTerms: number
  readonly titleTerms: number
  /** How many articles have a body. */
  readonly bodies: number
}

export interface SegmentMeta extends LengthSums {
  readonly articles: number
  readonly words: number
  /** Length of the longest Han word in UTF-16 units. */
  readonly longestWord: number
  readonly sources: readonly string[]
}

export interface Segment {
  readonly name: string
  readonly byteLength: number
  readonly meta: SegmentMeta
  readonly words: TermDictionary
  readonly pairs: TermDictionary
  readonly articles: ArticleStore
  readonly furniture: FurnitureStore
  /** Beginnings of normalised titles with the articles that have them. */
  titles(): Promise<TermDictionary>
  /** The windows of the lines that were taken off (see line-windows.ts) with the articles whose pages had them. */
  removedLines(): Promise<TermDictionary>
  /** Authors, tags and other fields (see labels.ts) with the articles that have them. */
  labels(): Promise<TermDictionary>
  column(name: ColumnName): Promise<Uint32Array>
  /** The hosts of its articles' addresses, each once. */
  hostNames(): Promise<readonly string[]>
  /** Yields the addresses of all articles, block by block. */
  urls(): AsyncGenerator<UrlBlock>
  /** The articles that have a file of this path, and those whose path has the same hash. */
  articlesAtPath(path: string): Promise<readonly number[]>
  /** The CRC-32 of a path and its article, for every path of every article, in the order of the articles. */
  pathRows(): Promise<Uint32Array>
  /** The hashes of each article's paths. */
  pathHashes(): Promise<ReadonlyMap<number, readonly number[]>>
  verify(): Promise<void>
  close(): Promise<void>
  readonly container: Container
}

export async function openSegment(
  folder: IndexFolder,
  name: string,
  cache: BlockCache,
): Promise<Segment> {
  return openSegmentOf(await folder.open(name), folder, cache)
}

/**
 * @param source a file of the folder; it is closed with the segment, and when the segment cannot be opened
 * @param memory the budget for what is kept of it; by default it has one of its own
 */
export async function openSegmentOf(
  source: ByteSource,
  folder: IndexFolder,
  cache: BlockCache,
  memory = createMemory(),
): Promise<Segment> {
  const container = await openContainer(source, cache)
  try {
    return await nameDamagedFile(source.name, () => segmentOf(container, folder, memory))
  } catch (error) {
    await container.close()
    throw error
  }
}

async function segmentOf(
  container: Container,
  folder: IndexFolder,
  memory: Memory,
): Promise<Segment> {
  const meta = await readMeta(container)
  const columns = new Map<ColumnName, Promise<Uint32Array>>()
  let titles: Promise<TermDictionary> | undefined
  let lines: Promise<TermDictionary> | undefined
  let labels: Promise<TermDictionary> | undefined

  function column(columnName: ColumnName): Promise<Uint32Array> {
    const known = columns.get(columnName)
    if (known !== undefined) return known
    const fresh = nameDamagedFile(container.name, () =>
      readColumn(container, columnName, meta.articles),
    )
    columns.set(columnName, fresh)
    fresh.catch(() => columns.delete(columnName))
    return fresh
  }

  return {
    name: container.name,
    container,
    byteLength: container.byteLength,
    meta,
    words: await openTerms(container, 'words'),
    pairs: await openTerms(container, 'pairs'),
    articles: await openArticles(container, meta.articles, folder.inflate, memory),
    furniture: await openFurniture(container, meta.articles, folder.inflate, memory),
    titles: () => (titles ??= openTerms(container, 'titles')),
    removedLines: () => (lines ??= openTerms(container, 'lines')),
    labels: () => (labels ??= openTerms(container, 'labels')),
    column,
    hostNames: () => nameDamagedFile(container.name, () => readJson(container, 'hostNames')),
    urls: () => readUrls(container, folder.inflate),
    articlesAtPath: (path) => articlesAtPath(container, path),
    pathRows: () => readPaths(container),
    pathHashes: () => pathHashes(container),
    verify: () => container.verify(),
    close: () => container.close(),
  }
}

/** Throws DamagedContent where an earlier state of this program has not written all of it. */
async function readMeta(container: Container): Promise<SegmentMeta> {
  const meta = await readJson<SegmentMeta>(container, 'meta')
  const { articles, words, bodyTerms, titleTerms, bodies } = meta
  if ([articles, words, bodyTerms, titleTerms, bodies].every(Number.isSafeInteger)) return meta
  throw new DamagedContent()
}

/** The checksums say that the section holds what was written there. */
async function readJson<Content>(container: Container, name: string): Promise<Content> {
  const section = container.section(name)
  return JSON.parse(new TextDecoder().decode(await section.readAll()))
}

async function readColumn(
  container: Container,
  name: ColumnName,
  articles: number,
): Promise<Uint32Array> {
  return decodeColumn(name, await container.section(name).readAll(), articles)
}

/** Hash u32 and article u32. */
const PATH_ROW_BYTES = 8

/** Section `paths` has hash u32 (CRC-32) and article u32 for every path of every article. */
async function readPaths(container: Container): Promise<Uint32Array> {
  const section = container.section('paths')
  const bytes = await section.readAll()
  if (bytes.length % PATH_ROW_BYTES !== 0) throw new DamagedContent()
  return new Uint32Array(bytes.buffer)
}

async function articlesAtPath(container: Container, path: string): Promise<readonly number[]> {
  const rows = await readPaths(container)
  const wanted = hashPath(path)
  const articles: number[] = []
  for (let row = 0; row < rows.length; row += 2) {
    if (rows[row] === wanted) articles.push(integerAt(rows, row + 1))
  }
  return articles
}

async function pathHashes(container: Container): Promise<ReadonlyMap<number, readonly number[]>> {
  const rows = await readPaths(container)
  const hashes = new Map<number, number[]>()
  for (let row = 0; row < rows.length; row += 2) {
    const [hash, article] = [integerAt(rows, row), integerAt(rows, row + 1)]
    hashes.set(article, [...(hashes.get(article) ?? []), hash])
  }
  return hashes
}
