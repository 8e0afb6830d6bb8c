/** The number at a place where the caller knows that there is one. Throws RangeError otherwise. */
export function numberAt(list: Int32Array | Uint32Array, place: number): number {
  const number = list[place]
  if (number === undefined) throw new RangeError(`no number at ${place}`)
  return number
}
