/** Writes the furniture and the versions of articles: see furniture-store.ts for the layout. */

import { ByteWriter } from '../files/bytes.ts'
import type { Deflate } from '../files/deflate.ts'
import { encodeFurniture, type FurnitureRecord } from '../store/furniture-record.ts'
import type { FurnitureBlock } from '../store/furniture-store.ts'
import { createBlocksWriter } from './blocks-writer.ts'
import type { SectionWriter } from './section-writer.ts'

/** A block ends at so many bytes of lines, or of what refers to them: to read one article, a whole block is unpacked. */
const LINE_BYTES = 262_144
const RECORD_BYTES = 1_048_576

export interface FurnitureWriter {
  add(record: FurnitureRecord): void
  /** Adds a whole block as it stands in another segment. */
  addBlock(block: FurnitureBlock): void
  /** Writes what is left and section `pages.index`. */
  finish(): void
}

/** Starts section `pages`; nothing else may be written to `target` before `finish`. */
export function createFurnitureWriter(target: SectionWriter, deflate: Deflate): FurnitureWriter {
  const blocks = createBlocksWriter(target, 'pages')
  const lines = new ByteWriter()
  const records = new ByteWriter()
  const record = new ByteWriter()
  const numbers = new Map<string, number>()
  /** How many articles the block holds. */
  let articles = 0

  function endBlock(): void {
    if (records.length === 0) return
    const block = new ByteWriter(lines.length + records.length + 8)
    block.varint(numbers.size)
    block.append(lines.written)
    block.append(records.written)
    blocks.add(deflate(block.written), articles, block.length)
    articles = 0
    lines.clear()
    records.clear()
    numbers.clear()
  }

  /** Returns the line's place among the lines of the block, to which it is added when it is new. */
  function numberOf(line: string): number {
    const known = numbers.get(line)
    if (known !== undefined) return known
    lines.string(line)
    numbers.set(line, numbers.size)
    return numbers.size - 1
  }

  function add(furniture: FurnitureRecord): void {
    record.clear()
    encodeFurniture(furniture, record, numberOf)
    records.varint(record.length)
    records.append(record.written)
    articles++
    if (lines.length >= LINE_BYTES || records.length >= RECORD_BYTES) endBlock()
  }

  function addBlock(packed: FurnitureBlock): void {
    endBlock()
    blocks.add(packed.bytes, packed.articles, packed.rawLength)
  }

  function finish(): void {
    endBlock()
    blocks.finish()
  }

  return { add, addBlock, finish }
}

/** Keeps sections in memory while another one is being written. */
export function deferSections(): SectionWriter & { writeTo(container: SectionWriter): void } {
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
