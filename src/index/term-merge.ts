/** Walks several dictionaries at once, in term order: a heap of cursors, each reading ahead in its own file. */

import type { Container } from './container.ts'
import { openCursor, type TermCursor } from './term-cursor.ts'

export interface TermSource {
  readonly container: Container
  readonly name: string
}

/** One term with its postings in every dictionary that has it, in the order of the inputs. Good during the visit only. */
export interface MergedTerm {
  readonly term: Uint8Array
  readonly lists: readonly {
    readonly input: number
    readonly documentFrequency: number
    readonly bytes: Uint8Array
  }[]
}

interface Input {
  readonly number: number
  readonly cursor: TermCursor
}

/** Calls `visit` for every term of the sources, in ascending order; waits only where a cursor must read on. */
export async function mergeTerms(
  sources: readonly TermSource[],
  visit: (merged: MergedTerm) => void,
): Promise<void> {
  const heap: Input[] = []
  for (const [number, { container, name }] of sources.entries()) {
    const cursor = await openCursor(container, name)
    if (await cursor.load()) push(heap, { number, cursor })
  }
  const same: Input[] = []
  while (heap.length > 0) {
    takeSame(heap, same)
    visit(mergedOf(same))
    for (const input of same) {
      if (input.cursor.step() || (await input.cursor.load())) push(heap, input)
    }
  }
}

/** Moves the inputs that stand at the first term from the heap to `same`, in the order of their numbers. */
function takeSame(heap: Input[], same: Input[]): void {
  same.length = 0
  for (let top = heap[0]; top !== undefined; top = heap[0]) {
    const first = same[0]
    if (first !== undefined && top.cursor.at.compareTo(first.cursor.at) !== 0) return
    same.push(top)
    pop(heap)
  }
}

function mergedOf(same: readonly Input[]): MergedTerm {
  const lists = same.map(({ number, cursor }) => ({
    input: number,
    documentFrequency: cursor.at.documentFrequency,
    bytes: cursor.postings(),
  }))
  return { term: same[0]?.cursor.at.term ?? new Uint8Array(0), lists }
}

function isBefore(a: Input, b: Input): boolean {
  const order = a.cursor.at.compareTo(b.cursor.at)
  return order < 0 || (order === 0 && a.number < b.number)
}

function push(heap: Input[], input: Input): void {
  heap.push(input)
  for (let child = heap.length - 1; child > 0; ) {
    const parent = (child - 1) >> 1
    if (!swapIfBefore(heap, child, parent)) return
    child = parent
  }
}

function pop(heap: Input[]): void {
  const last = heap.pop()
  if (last === undefined || heap.length === 0) return
  heap[0] = last
  sink(heap, 0)
}

function sink(heap: Input[], parent: number): void {
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
function swapIfBefore(heap: Input[], child: number, parent: number): boolean {
  const a = heap[child]
  const b = heap[parent]
  if (a === undefined || b === undefined || !isBefore(a, b)) return false
  heap[child] = b
  heap[parent] = a
  return true
}
