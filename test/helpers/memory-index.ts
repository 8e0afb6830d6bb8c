/** An index in memory: articles as they are given, in any segments; nothing is read, cleaned or kept on a disk. */

import { SegmentBuilder } from '../../src/index/build/segment-builder.ts'
import { Bitmap } from '../../src/index/columns/bitmap.ts'
import { nodeDeflate } from '../../src/index/disk/deflate.ts'
import { FORMAT_VERSION } from '../../src/index/files/container.ts'
import { MANIFEST_NAME, printManifest, type SegmentEntry } from '../../src/index/files/manifest.ts'
import { openSnapshot, type Snapshot } from '../../src/index/generation/snapshot.ts'
import { writeDeletions } from '../../src/index/write/deletions-writer.ts'
import { writeSuggestions } from '../../src/index/write/suggestions-writer.ts'
import { type IndexView, viewIndex } from '../../src/search/lists/index-view.ts'
import type { Segmenter } from '../../src/text/terms/segmenter.ts'
import { fileBytes, memoryFolder } from './memory-folder.ts'

export interface SmallArticle {
  /** Makes its id; the order of ids is not that of numbers. */
  readonly number: number
  /** Another id than that of its number. */
  readonly id?: string
  readonly title: string
  readonly body: string
  readonly source?: string
  readonly date?: string
  readonly url?: string
  readonly fetchDate?: string
  readonly truncated?: boolean
  readonly repaired?: string
  readonly authors?: readonly string[]
  readonly tags?: readonly string[]
  readonly meta?: Readonly<Record<string, string>>
  /** The fetch failed; such an article has no body. */
  readonly failed?: boolean
  /** Lines that were taken off its page. */
  readonly removed?: readonly string[]
}

/** An article in its segment. */
export interface Placed {
  readonly article: SmallArticle
  readonly deleted?: boolean
}

/** Sixteen hex digits. */
export function idOfNumber(number: number): string {
  const scattered = (BigInt(number + 1) * 0x9e3779b97f4a7c15n) & 0xffffffffffffffffn
  return scattered.toString(16).padStart(16, '0')
}

/** The files of an index, by name. */
export async function memoryFiles(
  segments: readonly (readonly Placed[])[],
  segmenter: Segmenter,
): Promise<Readonly<Record<string, Uint8Array>>> {
  const files: Record<string, Uint8Array> = {}
  const entries: SegmentEntry[] = []
  for (const [i, placed] of segments.entries()) {
    const name = `segment-${i}`
    const bytes = await segmentBytes(placed, segmenter)
    files[name] = bytes
    const deleted = placed.filter((row) => row.deleted).length
    entries.push({
      name,
      articles: placed.length,
      deleted,
      byteLength: bytes.length,
      ...(deleted > 0 && { deletions: `deletions-${i}` }),
    })
    if (deleted > 0) files[`deletions-${i}`] = await deletionBytes(placed)
  }
  files['suggestions-0'] = await fileBytes((container) =>
    writeSuggestions(container, { words: [], sources: [] }),
  )
  files[MANIFEST_NAME] = new TextEncoder().encode(manifestOf(entries))
  return files
}

/** The same index, open and ready to be searched. */
export async function memoryView(
  segments: readonly (readonly Placed[])[],
  segmenter: Segmenter,
): Promise<IndexView> {
  return viewIndex(await memorySnapshot(segments, segmenter))
}

function segmentBytes(placed: readonly Placed[], segmenter: Segmenter): Promise<Uint8Array> {
  return fileBytes((container) => {
    const builder = new SegmentBuilder(container, segmenter, nodeDeflate)
    for (const { article } of placed) builder.add(recordOf(article), furnitureOf(article))
    builder.finish()
  })
}

function furnitureOf({ removed = [] }: SmallArticle) {
  const lines = removed.map((text) => ({ reason: 'menu' as const, text, blocksBefore: 0 }))
  return { versions: [], removed: lines }
}

function recordOf({ number, body, failed, removed: _, ...fields }: SmallArticle) {
  return {
    url: '',
    source: '',
    date: '',
    fetchDate: '',
    repaired: '',
    authors: [],
    tags: [],
    meta: {},
    truncated: false,
    ...fields,
    id: fields.id ?? idOfNumber(number),
    paths: [`${number}.md`],
    status: failed ? ('empty' as const) : ('article' as const),
    blocks: failed ? [] : body.split('\n').map((text) => ({ kind: 'paragraph' as const, text })),
  }
}

function deletionBytes(placed: readonly Placed[]): Promise<Uint8Array> {
  const bitmap = new Bitmap(placed.length)
  for (const [place, { deleted }] of placed.entries()) if (deleted) bitmap.add(place)
  return fileBytes((container) => writeDeletions(container, bitmap))
}

function manifestOf(segments: readonly SegmentEntry[]): string {
  return printManifest({
    format: FORMAT_VERSION,
    generation: 1,
    corpus: '/corpus',
    dictionary: '',
    segments,
    catalog: 'catalog-0',
    suggestions: 'suggestions-0',
    nextFile: segments.length,
  })
}

/** The same index as a snapshot, for what is asked of it without a search. */
export async function memorySnapshot(
  segments: readonly (readonly Placed[])[],
  segmenter: Segmenter,
): Promise<Snapshot> {
  return openSnapshot(memoryFolder(await memoryFiles(segments, segmenter)))
}
