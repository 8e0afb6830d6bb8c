/** Writes the records of a segment's articles in deflated blocks: see record-store.ts for the layout. */

import { ByteWriter } from './bytes.ts'
import type { ContainerWriter } from './container-writer.ts'
import type { PackedBlock } from './record-store.ts'

/** Raw deflate; `dictionary`: what the bytes are taken to follow on. */
export type Deflate = (bytes: Uint8Array, dictionary?: Uint8Array) => Uint8Array

/** Where the sections go; of a container no two can be open at once. */
export type SectionWriter = Pick<ContainerWriter, 'section' | 'append'>

/** Raw bytes a block is filled to: menus come back from page to page, and nobody waits for them. */
const BLOCK_BYTES = 131_072

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
  name: string,
  deflate: Deflate,
): RecordsWriter {
  const index = new ByteWriter()
  const block = new ByteWriter(BLOCK_BYTES * 2)
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
    if (block.length >= BLOCK_BYTES) endBlock()
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
