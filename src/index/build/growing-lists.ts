/** Lists of numbers that grow in one typed array: a segment is gathered in them without an object for each posting. */

const FIRST_LENGTH = 1 << 12

/** A list of signed 32-bit numbers. */
export class IntList {
  /** The numbers, and behind `length` room for more. */
  values = new Int32Array(FIRST_LENGTH)
  length = 0

  push(value: number): void {
    if (this.length === this.values.length) this.values = withRoom(this.values, Int32Array)
    this.values[this.length++] = value
  }

  /** Empties the list. Its memory is kept for what comes next. */
  clear(): void {
    this.length = 0
  }

  /** Throws RangeError outside of the list. */
  at(index: number): number {
    const value = this.values[index]
    if (value === undefined || index >= this.length) throw new RangeError(`no number at ${index}`)
    return value
  }
}

/** A list of UTF-16 units. */
export class UnitList {
  /** The units, and behind `length` room for more. */
  values = new Uint16Array(FIRST_LENGTH)
  length = 0

  push(unit: number): void {
    if (this.length === this.values.length) this.values = withRoom(this.values, Uint16Array)
    this.values[this.length++] = unit
  }

  /** Empties the list. Its memory is kept for what comes next. */
  clear(): void {
    this.length = 0
  }
}

type NumberArray = Int32Array<ArrayBuffer> | Uint16Array<ArrayBuffer>

/** A copy that is twice as long. */
function withRoom<List extends NumberArray>(list: List, Kind: new (length: number) => List): List {
  const longer = new Kind(list.length * 2)
  longer.set(list)
  return longer
}
