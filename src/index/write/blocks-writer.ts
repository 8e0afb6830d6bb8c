/** Writes a section of packed blocks and the index that block-places.ts reads. */

import { ByteWriter } from '../files/bytes.ts'
import type { SectionWriter } from './section-writer.ts'

export interface BlocksWriter {
  /**
   * Appends a block.
   * @param articles how many articles it holds; they follow those of the block before it
   * @param fact a number that the store reads back with the block
   */
  add(bytes: Uint8Array, articles: number, fact: number): void
  /** Writes section `NAME.index`. */
  finish(): void
}

/** Starts section `name`; nothing else may be written to `target` before `finish`. */
export function createBlocksWriter(target: SectionWriter, name: string): BlocksWriter {
  const index = new ByteWriter()
  let [firstArticle, offset] = [0, 0]
  target.section(name)
  return {
    add(bytes, articles, fact) {
      target.append(bytes)
      index.u32(firstArticle)
      index.u32(fact)
      index.f64(offset)
      firstArticle += articles
      offset += bytes.length
    },
    finish() {
      target.section(`${name}.index`)
      target.append(index.written)
    },
  }
}
