/** Writes a term dictionary and its postings: see terms.ts for the layout. */

import { byteAt, elementAt } from '../../element-at.ts'
import { ByteWriter } from '../files/bytes.ts'
import { MAX_TERM_BYTES, TERMS_PER_BLOCK } from '../terms/term-blocks.ts'
import type { ContainerWriter } from './container-writer.ts'

export interface TermsWriter {
  /** Adds a term; terms come in ascending byte order, each once. The arguments are copied. */
  add(term: Uint8Array, documentFrequency: number, postings: Uint8Array): void
  /** Writes the dictionary and its index after the postings. Returns how many terms there are. */
  finish(): number
}

/** Starts section `name.postings`; `finish` adds `name` and `name.index`. Nothing else may be written in between. */
export function createTermsWriter(container: ContainerWriter, name: string): TermsWriter {
  const blocks = new ByteWriter()
  const firstTerms = new ByteWriter()
  const firstTermEnds: number[] = []
  const blockOffsets: number[] = []
  const postingsOffsets: number[] = []
  const previous = new Uint8Array(MAX_TERM_BYTES)
  let previousLength = 0
  let count = 0
  let postingsOffset = 0
  container.section(`${name}.postings`)

  function startBlock(term: Uint8Array): void {
    firstTerms.append(term)
    firstTermEnds.push(firstTerms.length)
    blockOffsets.push(blocks.length)
    postingsOffsets.push(postingsOffset)
    previousLength = 0
  }

  function add(term: Uint8Array, documentFrequency: number, postings: Uint8Array): void {
    if (count++ % TERMS_PER_BLOCK === 0) startBlock(term)
    const shared = sharedPrefix(previous, Math.min(previousLength, term.length), term)
    blocks.varint(shared)
    blocks.varint(term.length - shared)
    for (let i = shared; i < term.length; i++) blocks.u8(byteAt(term, i))
    blocks.varint(documentFrequency)
    blocks.varint(postings.length)
    container.append(postings)
    postingsOffset += postings.length
    previous.set(term)
    previousLength = term.length
  }

  function finish(): number {
    container.section(name)
    container.append(blocks.written)
    container.section(`${name}.index`)
    const index = new ByteWriter(firstTerms.length + firstTermEnds.length * 20 + 4)
    index.u32(firstTermEnds.length)
    for (const end of firstTermEnds) index.u32(end)
    for (const [i, offset] of blockOffsets.entries()) {
      index.f64(offset)
      index.f64(elementAt(postingsOffsets, i))
    }
    index.append(firstTerms.written)
    container.append(index.written)
    return count
  }

  return { add, finish }
}

function sharedPrefix(a: Uint8Array, limit: number, b: Uint8Array): number {
  let length = 0
  while (length < limit && a[length] === b[length]) length++
  return length
}
