/** Walks several dictionaries at once in term order, by a heap of cursors that each read ahead in their own file. */

import type { Container } from '../files/container.ts'
import { TermReader } from '../terms/term-blocks.ts'
import { openCursor, type TermCursor } from '../terms/term-cursor.ts'

export interface TermSource {
  readonly container: Container
  readonly name: string
}

interface MergedList {
  readonly input: number
  readonly documentFrequency: number
  readonly bytes: Uint8Array
}

/** A term with its postings in every dictionary that has it, in the order of the inputs. It is valid during the visit only. */
export interface MergedTerm {
  readonly term: Uint8Array
  readonly lists: readonly MergedList[]
}

interface Input {
  readonly number: number
  readonly cursor: TermCursor
  readonly at: TermReader
}

/** Calls `visit` for every term of the sources in ascending order. */
export async function mergeTerms(
  sources: readonly TermSource[],
  visit: (merged: MergedTerm) => void,
): Promise<void> {
  const heap = await openInputs(sources)
  const latest = new TermReader()
  let lists: MergedList[] = []
  for (let top = heap[0]; top !== undefined; top = heap[0]) {
    const { number, cursor, at } = top
    if (lists.length > 0 && at.compareTo(latest) !== 0) {
      visit({ term: latest.term, lists })
      lists = []
    }
    if (lists.length === 0) latest.copy(at)
    lists.push({
      input: number,
      documentFrequency: at.documentFrequency,
      bytes: cursor.postings(),
    })
    // The input stays at the top until its next term is known: taking it off and putting it back would cost twice as much.
    if (cursor.step() || (await cursor.load())) sink(heap, top)
    else removeTop(heap)
  }
  if (lists.length > 0) visit({ term: latest.term, lists })
}

async function openInputs(sources: readonly TermSource[]): Promise<Input[]> {
  const inputs: Input[] = []
  for (const [number, { container, name }] of sources.entries()) {
    const cursor = await openCursor(container, name)
    if (await cursor.load()) inputs.push({ number, cursor, at: cursor.at })
  }
  // A sorted list is a heap.
  return inputs.sort((a, b) => a.at.compareTo(b.at) || a.number - b.number)
}

function isBefore(a: Input, b: Input): boolean {
  const order = a.at.compareTo(b.at)
  return order < 0 || (order === 0 && a.number < b.number)
}

function removeTop(heap: Input[]): void {
  const last = heap.pop()
  if (last !== undefined && heap.length > 0) sink(heap, last)
}

/** Puts an input in the place of the first, and moves it down to where it belongs. */
function sink(heap: Input[], input: Input): void {
  let place = 0
  for (;;) {
    const left = place * 2 + 1
    const [a, b] = [heap[left], heap[left + 1]]
    if (a === undefined) break
    const isRight = b !== undefined && isBefore(b, a)
    const child = isRight ? b : a
    if (!isBefore(child, input)) break
    heap[place] = child
    place = isRight ? left + 1 : left
  }
  heap[place] = input
}
