/**
 * Sketches find near-duplicates. Section `sketches` has a row for each article whose text is long enough, in ascending order:
 * its number u32 and the slots of its sketch, u16 each (see text/shingles.ts).
 */

import { partitionPoint } from '../../binary-search.ts'
import { integerAt } from '../../element-at.ts'
import { SKETCH_SLOTS } from '../../text/shingles.ts'
import type { Container } from '../files/container.ts'
import { decodeContent } from '../files/damage.ts'

export interface SketchRow {
  readonly article: number
  readonly sketch: Uint16Array
}

/** A band is two slots side by side, read as one number. */
const BANDS = SKETCH_SLOTS / 2
export const ROW_WORDS = 1 + BANDS

/** All sketches of a segment. */
export interface Sketches {
  rows(): Iterable<SketchRow>
  /** The sketch of an article, undefined when its text is too short. */
  of(article: number): Uint16Array | undefined
  /** The articles whose sketches have a band in common with this one, in the same place. */
  withBandOf(sketch: Uint16Array): readonly number[]
}

export async function readSketches(container: Container): Promise<Sketches> {
  const section = container.section('sketches')
  const bytes = await section.readAll()
  return sketchesOf(decodeContent(() => new Uint32Array(bytes.buffer)))
}

/** @param words rows of the article's number and its bands */
function sketchesOf(words: Uint32Array): Sketches {
  const count = words.length / ROW_WORDS
  const articleOf = (row: number) => integerAt(words, row * ROW_WORDS)
  const sketchOf = (row: number) =>
    new Uint16Array(words.buffer, (row * ROW_WORDS + 1) * 4, SKETCH_SLOTS)

  function* rows(): Iterable<SketchRow> {
    for (let row = 0; row < count; row++) yield { article: articleOf(row), sketch: sketchOf(row) }
  }

  function of(article: number): Uint16Array | undefined {
    const row = partitionPoint(count, (at) => articleOf(at) >= article)
    return row < count && articleOf(row) === article ? sketchOf(row) : undefined
  }

  function withBandOf(sketch: Uint16Array): readonly number[] {
    const bands = new Uint32Array(sketch.slice().buffer)
    const found: number[] = []
    for (let at = 0; at < words.length; at += ROW_WORDS)
      if (haveBand(words, at + 1, bands)) found.push(integerAt(words, at))
    return found
  }

  return { rows, of, withBandOf }
}

function haveBand(words: Uint32Array, start: number, bands: Uint32Array): boolean {
  for (let band = 0; band < BANDS; band++) if (words[start + band] === bands[band]) return true
  return false
}
