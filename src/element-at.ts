/**
 * Reads an element that must be there. An index outside of the list is an error of the program: it throws a RangeError where a
 * default would hide it. One function for each kind of list, so that loops over each stay fast.
 */

export function elementAt<Element>(list: readonly Element[], index: number): Element {
  const element = list[index]
  if (element === undefined) throw outside(index, list.length)
  return element
}

export function integerAt(list: Uint32Array, index: number): number {
  const element = list[index]
  if (element === undefined) throw outside(index, list.length)
  return element
}

export function byteAt(list: Uint8Array, index: number): number {
  const element = list[index]
  if (element === undefined) throw outside(index, list.length)
  return element
}

export function floatAt(list: Float64Array | Float32Array, index: number): number {
  const element = list[index]
  if (element === undefined) throw outside(index, list.length)
  return element
}

function outside(index: number, length: number): RangeError {
  return new RangeError(`no element ${index} in a list of ${length}`)
}
