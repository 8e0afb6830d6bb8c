/**
 * What the last run knew of the corpus: every file with its size, time and article, and the furniture learned of every
 * site. Kept in the index folder, so that the next run reads only what has changed.
 *
 * Every run reads all of it and most write all of it: so it is stored in columns, which become a hundred thousand files in
 * a tenth of the time of JSON, and what is packed is packed in another thread.
 */

import { promisify } from 'node:util'
import { deflateRaw, inflateRaw } from 'node:zlib'
import { asWritten } from '../index/as-written.ts'
import type { IndexFolder } from '../index/byte-source.ts'
import { type Container, openContainer } from '../index/container.ts'
import type { ContainerWriter } from '../index/container-writer.ts'
import { createPageCache } from '../index/page-cache.ts'

export interface CatalogFile {
  /** Below the corpus folder. */
  readonly path: string
  readonly sizeBytes: number
  readonly modifiedMs: number
  readonly articleId: string
  readonly fetchDate: string
  /** What its furniture is learned by: the host, and the host with the source. */
  readonly siteKeys: readonly string[]
  /** What the index holds of its article: see content-hash.ts. Absent: nothing yet. */
  readonly content?: string
}

export interface Site {
  /** Which pages the furniture was learned from. */
  readonly sample: string
  /** Hashes of lines, ascending. */
  readonly furniture: Uint32Array
}

export interface Catalog {
  /** In the order of their paths. */
  readonly files: readonly CatalogFile[]
  /** How many articles they are of. */
  readonly articles: number
  readonly sites: ReadonlyMap<string, Site>
}

export const EMPTY_CATALOG: Catalog = { files: [], articles: 0, sites: new Map() }

/** The JSON of a catalog: all that has no fixed width. */
interface Texts {
  readonly articles: number
  readonly fetchDates: readonly string[]
  /** The keys of a file, each combination once. */
  readonly siteKeys: readonly (readonly string[])[]
  readonly sites: readonly (readonly [key: string, sample: string, lines: number])[]
}

/** The sections of the file, packed where that is worth it. */
export async function encodeCatalog({
  files,
  articles,
  sites,
}: Catalog): Promise<readonly (readonly [name: string, bytes: Uint8Array])[]> {
  const keys = numbersOfKeys(files)
  const texts: Texts = {
    articles,
    fetchDates: files.map((file) => file.fetchDate),
    siteKeys: [...keys.values()].map(({ siteKeys }) => siteKeys),
    sites: [...sites].map(([key, site]) => [key, site.sample, site.furniture.length]),
  }
  const [paths, json] = await Promise.all([
    pack(files.map((file) => file.path).join(BETWEEN_PATHS)),
    pack(JSON.stringify(texts)),
  ])
  return [
    ['paths', paths],
    ['texts', json],
    ['sizes', bytesOf(Uint32Array.from(files, (file) => file.sizeBytes))],
    ['times', bytesOf(Float64Array.from(files, (file) => file.modifiedMs))],
    ['ids', Buffer.from(files.map((file) => file.articleId).join(''), 'hex')],
    ['contents', Buffer.from(files.map((file) => file.content ?? NO_CONTENT).join(''), 'hex')],
    ['siteKeys', bytesOf(Uint32Array.from(files, (file) => keys.get(keyOf(file))?.number ?? 0))],
    ['furniture', Buffer.concat([...sites.values()].map(({ furniture }) => bytesOf(furniture)))],
  ]
}

/** Returns the file's length in bytes. */
export function writeCatalog(
  container: ContainerWriter,
  sections: Awaited<ReturnType<typeof encodeCatalog>>,
): number {
  for (const [name, bytes] of sections) {
    container.section(name)
    container.append(bytes)
  }
  return container.finish()
}

/** The one character that no path holds. */
const BETWEEN_PATHS = '\0'
/** Of ids and contents: 8 bytes. */
const HEX_DIGITS = 16
const NO_CONTENT = '0'.repeat(HEX_DIGITS)

/** Host and source say it all: see siteKeysOf. */
function keyOf({ siteKeys }: CatalogFile): string {
  return siteKeys.at(-1) ?? ''
}

function numbersOfKeys(files: readonly CatalogFile[]) {
  const numbers = new Map<string, { number: number; siteKeys: readonly string[] }>()
  for (const file of files) {
    const key = keyOf(file)
    if (!numbers.has(key)) numbers.set(key, { number: numbers.size, siteKeys: file.siteKeys })
  }
  return numbers
}

function bytesOf(numbers: Uint32Array | Float64Array): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength)
}

const deflate = promisify(deflateRaw)
const inflate = promisify(inflateRaw)
/** In few pieces: this thread may be busy when one is done. */
const PIECE_BYTES = 4 << 20

async function pack(text: string): Promise<Uint8Array> {
  return deflate(Buffer.from(text, 'utf8'), { level: 1, chunkSize: PIECE_BYTES })
}

export async function readCatalog(folder: IndexFolder, name: string): Promise<Catalog> {
  const container = await openContainer(await folder.open(name), createPageCache(0))
  try {
    return await asWritten(name, () => catalogOf(container))
  } finally {
    await container.close()
  }
}

async function catalogOf(container: Container): Promise<Catalog> {
  const [paths, json] = [await readAll(container, 'paths'), await readAll(container, 'texts')]
  const columns = await readColumns(container)
  const [pathText, jsonText] = await Promise.all([unpack(paths), unpack(json)])
  // The container's checksums say that encodeCatalog made it.
  const texts: Texts = JSON.parse(jsonText)
  const all = pathText === '' ? [] : pathText.split(BETWEEN_PATHS)
  return {
    files: all.map((path, row) => fileOf(path, row, columns, texts)),
    articles: texts.articles,
    sites: sitesOf(texts.sites, columns.furniture),
  }
}

interface Columns {
  readonly sizes: Uint32Array
  readonly times: Float64Array
  /** As hexadecimal digits. */
  readonly ids: string
  readonly contents: string
  readonly siteKeys: Uint32Array
  readonly furniture: Uint32Array
}

async function readColumns(container: Container): Promise<Columns> {
  const bufferOf = async (name: string) => (await readAll(container, name)).slice().buffer
  const hexOf = async (name: string) => Buffer.from(await readAll(container, name)).toString('hex')
  return {
    sizes: new Uint32Array(await bufferOf('sizes')),
    times: new Float64Array(await bufferOf('times')),
    ids: await hexOf('ids'),
    contents: await hexOf('contents'),
    siteKeys: new Uint32Array(await bufferOf('siteKeys')),
    furniture: new Uint32Array(await bufferOf('furniture')),
  }
}

function fileOf(path: string, row: number, columns: Columns, texts: Texts): CatalogFile {
  const digits = row * HEX_DIGITS
  return {
    path,
    sizeBytes: columns.sizes[row] ?? 0,
    modifiedMs: columns.times[row] ?? 0,
    articleId: columns.ids.slice(digits, digits + HEX_DIGITS),
    fetchDate: texts.fetchDates[row] ?? '',
    siteKeys: texts.siteKeys[columns.siteKeys[row] ?? 0] ?? [],
    content: columns.contents.slice(digits, digits + HEX_DIGITS),
  }
}

function sitesOf(rows: Texts['sites'], furniture: Uint32Array): ReadonlyMap<string, Site> {
  let end = 0
  return new Map(
    rows.map(([key, sample, lines]) => {
      end += lines
      return [key, { sample, furniture: furniture.subarray(end - lines, end) }]
    }),
  )
}

async function readAll(container: Container, name: string): Promise<Uint8Array> {
  const section = container.section(name)
  return section.readAll()
}

async function unpack(bytes: Uint8Array): Promise<string> {
  return (await inflate(bytes, { chunkSize: PIECE_BYTES })).toString('utf8')
}
