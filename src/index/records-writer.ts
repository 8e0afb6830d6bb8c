/** Writes the records of a segment's articles in deflated blocks: see record-store.ts for the layout. */

import { ByteWriter } from './bytes.ts'
import type { ContainerWriter } from './container-writer.ts'
import type { PackedBlock } from './record-store.ts'

export type Deflate = (bytes: Uint8Array) => Uint8Array

/** Where the sections go; of a container no two can be open at once. */
export type SectionWriter = Pick<ContainerWriter, 'section' | 'append'>

export type StoreName = 'articles' | 'pages'

/**
 * Raw bytes a block is filled to; larger packs better, smaller unpacks faster for one result. Menus come back from page to
 * page, and nobody waits for them.
 */
const BLOCK_BYTES: Readonly<Record<StoreName, number>> = { articles: 32_768, pages: 131_072 }

export interface RecordsWriter {
  add(record: Uint8Array): void
  /** A whole block as it stands in another segment. */
  addBlock(block: PackedBlock): void
  /** Writes what is left and section `NAME.index`. */
  finish(): void
}

/** Starts section `name`; nothing else may be written to `target` before `finish`. */
export function recordsWriter(
  target: SectionWriter,
  name: StoreName,
  deflate: Deflate,
): RecordsWriter {
  const blockBytes = BLOCK_BYTES[name]
  const index = new ByteWriter()
  const block = new ByteWriter(blockBytes * 2)
  let articles = 0
  let firstArticle = 0
  let offset = 0
  target.section(name)

  function put(packed: Uint8Array, rawLength: number): void {
    target.append(packed)
    index.u32(firstArticle)
    index.u32(rawLength)
    index.f64(offset)
    offset += packed.length
    firstArticle = articles
  }

  function endBlock(): void {
    if (block.length === 0) return
    put(deflate(block.written), block.length)
    block.clear()
  }

  function add(record: Uint8Array): void {
    block.varint(record.length)
    block.append(record)
    articles++
    if (block.length >= blockBytes) endBlock()
  }

  function addBlock(packed: PackedBlock): void {
    endBlock()
    articles += packed.articles
    put(packed.bytes, packed.rawLength)
  }

  function finish(): void {
    endBlock()
    target.section(`${name}.index`)
    target.append(index.written)
  }

  return { add, addBlock, finish }
}

/** Keeps sections in memory while another one is being written. */
export function deferredSections(): SectionWriter & { writeTo(container: SectionWriter): void } {
  const steps: ((container: SectionWriter) => void)[] = []
  return {
    section: (name) => steps.push((container) => container.section(name)),
    append(bytes) {
      const kept = bytes.slice()
      steps.push((container) => container.append(kept))
    },
    writeTo(container) {
      for (const step of steps) step(container)
    },
  }
}
