/** Walks several dictionaries at once, in term order: a heap of cursors, each reading ahead in its own file. */

import type { Container } from './container.ts'
import { compareBytes, iterateTerms, type TermPostings } from './terms.ts'

export interface TermSource {
  readonly container: Container
  readonly name: string
}

/** One term with its postings in every dictionary that has it, in the order of the inputs. */
export interface MergedTerm {
  readonly term: Uint8Array
  readonly lists: readonly {
    readonly input: number
    readonly documentFrequency: number
    readonly bytes: Uint8Array
  }[]
}

interface Cursor {
  readonly input: number
  readonly batches: AsyncGenerator<readonly TermPostings[]>
  batch: readonly TermPostings[]
  position: number
  entry: TermPostings
}

/** Calls `visit` for every term of the sources, in ascending order; waits only where a cursor must read on. */
export async function mergeTerms(
  sources: readonly TermSource[],
  visit: (merged: MergedTerm) => void,
): Promise<void> {
  const heap: Cursor[] = []
  for (const [input, { container, name }] of sources.entries()) {
    const cursor = await openCursor(input, iterateTerms(container, name))
    if (cursor !== undefined) push(heap, cursor)
  }
  while (heap.length > 0) {
    const term = heap[0]?.entry.term ?? new Uint8Array(0)
    const lists: { input: number; documentFrequency: number; bytes: Uint8Array }[] = []
    for (
      let top = heap[0];
      top !== undefined && compareBytes(top.entry.term, term) === 0;
      top = heap[0]
    ) {
      const { documentFrequency, postings } = top.entry
      lists.push({ input: top.input, documentFrequency, bytes: postings })
      if (hasNext(top) || (await nextBatch(top))) sink(heap, 0)
      else pop(heap)
    }
    visit({ term, lists })
  }
}

async function openCursor(
  input: number,
  batches: AsyncGenerator<readonly TermPostings[]>,
): Promise<Cursor | undefined> {
  const first = await batches.next()
  const entry = first.done ? undefined : first.value[0]
  if (first.done || entry === undefined) return undefined
  return { input, batches, batch: first.value, position: 0, entry }
}

/** Steps inside the batch; false at its end. */
function hasNext(cursor: Cursor): boolean {
  const entry = cursor.batch[++cursor.position]
  if (entry === undefined) return false
  cursor.entry = entry
  return true
}

async function nextBatch(cursor: Cursor): Promise<boolean> {
  const next = await cursor.batches.next()
  const entry = next.done ? undefined : next.value[0]
  if (next.done || entry === undefined) return false
  cursor.batch = next.value
  cursor.position = 0
  cursor.entry = entry
  return true
}

function isBefore(a: Cursor, b: Cursor): boolean {
  const order = compareBytes(a.entry.term, b.entry.term)
  return order < 0 || (order === 0 && a.input < b.input)
}

function push(heap: Cursor[], cursor: Cursor): void {
  heap.push(cursor)
  for (let child = heap.length - 1; child > 0; ) {
    const parent = (child - 1) >> 1
    if (!swapIfBefore(heap, child, parent)) return
    child = parent
  }
}

function pop(heap: Cursor[]): void {
  const last = heap.pop()
  if (last === undefined || heap.length === 0) return
  heap[0] = last
  sink(heap, 0)
}

function sink(heap: Cursor[], parent: number): void {
  for (;;) {
    const left = parent * 2 + 1
    const right = left + 1
    const a = heap[left]
    const b = heap[right]
    if (a === undefined) return
    const child = b !== undefined && isBefore(b, a) ? right : left
    if (!swapIfBefore(heap, child, parent)) return
    parent = child
  }
}

/** Swaps when the child comes before its parent; says whether it did. */
function swapIfBefore(heap: Cursor[], child: number, parent: number): boolean {
  const a = heap[child]
  const b = heap[parent]
  if (a === undefined || b === undefined || !isBefore(a, b)) return false
  heap[child] = b
  heap[parent] = a
  return true
}
