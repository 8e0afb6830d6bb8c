/** Writes the sketches by which near copies are found. */

import type { SketchRow } from '../columns/sketches.ts'
import { ROW_WORDS } from '../columns/sketches.ts'
import { ByteWriter } from '../files/bytes.ts'
import type { ContainerWriter } from './container-writer.ts'

export function writeSketches(container: ContainerWriter, rows: Iterable<SketchRow>): void {
  const add = createSketchesWriter(container)
  for (const row of rows) add(row)
}

/** Starts section `sketches`. Returns a function that adds a row to it. */
export function createSketchesWriter(container: ContainerWriter): (row: SketchRow) => void {
  const row = new ByteWriter(ROW_WORDS * 4)
  container.section('sketches')
  return ({ article, sketch }) => {
    row.clear()
    row.u32(article)
    // The numbers are little-endian, as on every machine that Node runs on.
    row.append(new Uint8Array(sketch.buffer, sketch.byteOffset, sketch.byteLength))
    container.append(row.written)
  }
}
