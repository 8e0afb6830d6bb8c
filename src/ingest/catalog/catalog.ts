/**
 * The catalog holds what the last run knew of the corpus: every file with its size, time and article, and the furniture
 * learned of every site. It is kept in the index folder, so that the next run reads only what has changed.
 *
 * Every run reads all of it and most write all of it: so it is stored in the columns that it is held in, and what is packed is
 * packed in another thread.
 */

import { promisify } from 'node:util'
import { deflateRaw, inflateRaw } from 'node:zlib'
import { FileList } from '../../corpus/find/listing.ts'
import { TextColumn } from '../../corpus/find/text-column.ts'
import { createBlockCache } from '../../index/files/block-cache.ts'
import type { IndexFolder } from '../../index/files/byte-source.ts'
import { type Container, openContainer } from '../../index/files/container.ts'
import { nameDamagedFile } from '../../index/files/damage.ts'
import type { ContainerWriter } from '../../index/write/container-writer.ts'
import { CatalogFiles } from './catalog-columns.ts'
import { type FileRecords, recordsOf } from './file-record.ts'

export interface Site {
  /** Which pages the furniture was learned from. */
  readonly sample: string
  /** Hashes of lines, ascending. */
  readonly furniture: Uint32Array
}

export interface Catalog {
  readonly files: CatalogFiles
  /** How many articles they are of. */
  readonly articles: number
  readonly sites: ReadonlyMap<string, Site>
}

export const EMPTY_CATALOG: Catalog = {
  files: new CatalogFiles(FileList.of([]), recordsOf([])),
  articles: 0,
  sites: new Map(),
}

/** The JSON of a catalog: what is short, or has no fixed width. */
interface Texts {
  readonly articles: number
  readonly siteKeys: FileRecords['siteKeys']
  readonly sites: readonly (readonly [key: string, sample: string, lines: number])[]
}

/** The sections of the file, packed where that is worth it. */
export async function encodeCatalog({
  files: { list, records },
  articles,
  sites,
}: Catalog): Promise<readonly (readonly [name: string, bytes: Uint8Array])[]> {
  const texts: Texts = {
    articles,
    siteKeys: records.siteKeys,
    sites: [...sites].map(([key, site]) => [key, site.sample, site.furniture.length]),
  }
  const [paths, fetchDates, json] = await Promise.all([
    pack(list.paths.bytes),
    pack(records.fetchDates.bytes),
    pack(Buffer.from(JSON.stringify(texts))),
  ])
  return [
    ['paths', paths],
    ['fetchDates', fetchDates],
    ['texts', json],
    ['sizes', bytesOf(Uint32Array.from(list.sizes))],
    ['times', bytesOf(list.times)],
    ['changes', bytesOf(list.changes)],
    ['ids', bytesOf(records.ids)],
    ['contents', bytesOf(records.contents)],
    ['siteKeys', bytesOf(records.sites)],
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

/** Little-endian, as on every machine that Node runs on. */
function bytesOf(numbers: Uint32Array | Float64Array): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength)
}

const deflate = promisify(deflateRaw)
const inflate = promisify(inflateRaw)
/** Output is produced in few pieces, since this thread may be busy when one is ready. */
const PIECE_BYTES = 4 << 20

async function pack(bytes: Uint8Array): Promise<Uint8Array> {
  return deflate(bytes, { level: 1, chunkSize: PIECE_BYTES })
}

async function unpack(bytes: Uint8Array): Promise<Buffer> {
  return inflate(bytes, { chunkSize: PIECE_BYTES })
}

export async function readCatalog(folder: IndexFolder, name: string): Promise<Catalog> {
  const container = await openContainer(await folder.open(name), createBlockCache(0))
  try {
    return await nameDamagedFile(name, () => decodeCatalog(container))
  } finally {
    await container.close()
  }
}

/** The container's checksums say that encodeCatalog made it. */
async function decodeCatalog(container: Container): Promise<Catalog> {
  const packed = async (name: string) => unpack(await readAll(container, name))
  const numbers = async (name: string) => new Uint32Array((await readAll(container, name)).buffer)
  const times = new Float64Array((await readAll(container, 'times')).buffer)
  const [paths, fetchDates, json] = await Promise.all([
    packed('paths'),
    packed('fetchDates'),
    packed('texts'),
  ])
  const texts: Texts = JSON.parse(json.toString())
  const list = new FileList({
    paths: TextColumn.read(paths, times.length),
    sizes: Float64Array.from(await numbers('sizes')),
    times,
    changes: new Float64Array((await readAll(container, 'changes')).buffer),
  })
  const records = {
    ids: await numbers('ids'),
    contents: await numbers('contents'),
    fetchDates: TextColumn.read(fetchDates, times.length),
    sites: await numbers('siteKeys'),
    siteKeys: texts.siteKeys,
  }
  return {
    files: new CatalogFiles(list, records),
    articles: texts.articles,
    sites: decodeSites(texts.sites, await numbers('furniture')),
  }
}

function decodeSites(rows: Texts['sites'], furniture: Uint32Array): ReadonlyMap<string, Site> {
  let end = 0
  return new Map(
    rows.map(([key, sample, lines]) => {
      end += lines
      return [key, { sample, furniture: furniture.subarray(end - lines, end) }]
    }),
  )
}

async function readAll(container: Container, name: string): Promise<Uint8Array<ArrayBuffer>> {
  return container.section(name).readAll()
}
