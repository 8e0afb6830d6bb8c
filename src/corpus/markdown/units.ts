/**
 * The UTF-16 units of a text as numbers. Copying them out costs little, and one by one they are read several times as
 * fast as from a string, which is asked each time how it is kept.
 */

/** Grown as needed, used for every text: indexing reads a hundred thousand. */
let memory = new Uint16Array(1 << 16)

/** Good until the next text's are asked for: the memory is used again. */
export function unitsOf(text: string): Uint16Array {
  if (memory.length < text.length) memory = new Uint16Array(text.length)
  const units = memory.subarray(0, text.length)
  bytesOf(units).write(text, 'utf16le')
  return units
}

export function textOfUnits(units: Uint16Array): string {
  return bytesOf(units).toString('utf16le')
}

function bytesOf({ buffer, byteOffset, byteLength }: Uint16Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength)
}
