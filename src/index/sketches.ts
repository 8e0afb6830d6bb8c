/**
 * What near-duplicates are found by, for the articles whose text is long enough: section `sketches`, a row an article in
 * ascending order, its number u32 and the slots of its sketch, u16 each (see text/shingles.ts).
 */

import { SKETCH_SLOTS } from '../text/shingles.ts'
import { ByteReader, ByteWriter } from './bytes.ts'
import type { Container } from './container.ts'
import type { ContainerWriter } from './container-writer.ts'

export interface SketchRow {
  readonly article: number
  readonly sketch: Uint16Array
}

export function writeSketches(container: ContainerWriter, rows: readonly SketchRow[]): void {
  const writer = new ByteWriter()
  for (const { article, sketch } of rows) {
    writer.u32(article)
    // Little-endian, as on every machine that Node runs on.
    writer.append(new Uint8Array(sketch.buffer, sketch.byteOffset, sketch.byteLength))
  }
  container.section('sketches')
  container.append(writer.written)
}

export async function readSketches(container: Container): Promise<readonly SketchRow[]> {
  const section = container.section('sketches')
  const reader = new ByteReader(await section.read(0, section.byteLength))
  const rows: SketchRow[] = []
  while (!reader.done) {
    const article = reader.u32()
    const bytes = reader.take(SKETCH_SLOTS * Uint16Array.BYTES_PER_ELEMENT)
    rows.push({ article, sketch: new Uint16Array(bytes.slice().buffer) })
  }
  return rows
}
