/**
 * What the last run knew of the corpus: every file with its size, time and article, and the furniture learned of every
 * site. Kept in the index folder, so that the next run reads only what has changed.
 */

import { deflateRawSync, inflateRawSync } from 'node:zlib'
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
}

export interface Site {
  /** Which pages the furniture was learned from. */
  readonly sample: string
  /** Hashes of lines, ascending. */
  readonly furniture: Uint32Array
}

export interface Catalog {
  readonly files: ReadonlyMap<string, CatalogFile>
  /** What the index holds of each article, by id: see content-hash.ts. */
  readonly contents: ReadonlyMap<string, string>
  readonly sites: ReadonlyMap<string, Site>
}

export const EMPTY_CATALOG: Catalog = { files: new Map(), contents: new Map(), sites: new Map() }

/** Returns the file's length in bytes. Files are written in the order of the map. */
export function writeCatalog(container: ContainerWriter, catalog: Catalog): number {
  const siteNames = [...new Set([...catalog.files.values()].flatMap((file) => file.siteKeys))]
  const numbers = new Map(siteNames.map((name, number) => [name, number]))
  const files = [...catalog.files.values()].map((file) => [
    file.path,
    file.sizeBytes,
    file.modifiedMs,
    file.articleId,
    file.fetchDate,
    file.siteKeys.map((key) => numbers.get(key)),
  ])
  const sites = [...catalog.sites].map(([key, site]) => [key, site.sample, site.furniture.length])
  appendJson(container, 'files', { siteNames, files })
  appendJson(container, 'sites', sites)
  container.section('contents')
  for (const id of articleIds(catalog.files)) container.append(hashBytes(catalog.contents.get(id)))
  container.section('furniture')
  for (const { furniture } of catalog.sites.values()) {
    container.append(new Uint8Array(furniture.buffer, furniture.byteOffset, furniture.byteLength))
  }
  return container.finish()
}

/** Each article once, in the order of the files. */
function articleIds(files: ReadonlyMap<string, CatalogFile>): readonly string[] {
  return [...new Set([...files.values()].map((file) => file.articleId))]
}

const HASH_BYTES = 8

function hashBytes(hash: string | undefined): Uint8Array {
  return Buffer.from(hash ?? '0'.repeat(2 * HASH_BYTES), 'hex')
}

function contentsOf(
  files: ReadonlyMap<string, CatalogFile>,
  bytes: Uint8Array,
): ReadonlyMap<string, string> {
  const hex = Buffer.from(bytes).toString('hex')
  const width = 2 * HASH_BYTES
  return new Map(
    articleIds(files).map((id, place) => [id, hex.slice(place * width, (place + 1) * width)]),
  )
}

function appendJson(container: ContainerWriter, name: string, value: unknown): void {
  container.section(name)
  container.append(deflateRawSync(JSON.stringify(value), { level: 1 }))
}

type FileRow = [
  path: string,
  size: number,
  modified: number,
  id: string,
  fetched: string,
  sites: number[],
]
type SiteRow = [key: string, sample: string, lines: number]

export async function readCatalog(folder: IndexFolder, name: string): Promise<Catalog> {
  const container = await openContainer(await folder.open(name), createPageCache(0))
  try {
    // The container's checksums say that writeCatalog wrote these.
    const { siteNames, files } = (await readJson(container, 'files')) as {
      siteNames: string[]
      files: FileRow[]
    }
    const sites = (await readJson(container, 'sites')) as SiteRow[]
    const known = filesOf(files, siteNames)
    return {
      files: known,
      contents: contentsOf(known, await readAll(container, 'contents')),
      sites: sitesOf(sites, await readAll(container, 'furniture')),
    }
  } finally {
    await container.close()
  }
}

function filesOf(rows: readonly FileRow[], siteNames: readonly string[]): Map<string, CatalogFile> {
  return new Map(
    rows.map(([path, sizeBytes, modifiedMs, articleId, fetchDate, sites]) => [
      path,
      {
        path,
        sizeBytes,
        modifiedMs,
        articleId,
        fetchDate,
        siteKeys: sites.map((site) => siteNames[site] ?? ''),
      },
    ]),
  )
}

function sitesOf(rows: readonly SiteRow[], bytes: Uint8Array): Map<string, Site> {
  const lines = new Uint32Array(bytes.slice().buffer)
  let start = 0
  return new Map(
    rows.map(([key, sample, count]) => {
      start += count
      return [key, { sample, furniture: lines.slice(start - count, start) }]
    }),
  )
}

async function readAll(container: Container, name: string): Promise<Uint8Array> {
  const section = container.section(name)
  return section.readAll()
}

async function readJson(container: Container, name: string): Promise<unknown> {
  return JSON.parse(inflateRawSync(await readAll(container, name)).toString('utf8'))
}
