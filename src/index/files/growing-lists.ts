/** Typed arrays that grow: what a segment is gathered in, no object a posting. */

const FIRST_LENGTH = 1 << 12

/** An Int32Array that grows. */
export class IntList {
  values = new Int32Array(FIRST_LENGTH)
  length = 0

  push(value: number): void {
    if (this.length === this.values.length) {
      const grown = new Int32Array(this.length * 2)
      grown.set(this.values)
      this.values = grown
    }
    this.values[this.length++] = value
  }

  /** Keeps its room for what comes next. */
  clear(): void {
    this.length = 0
  }

  at(index: number): number {
    return this.values[index] ?? 0
  }
}

/** UTF-16 units that grow. */
export class UnitList {
  values = new Uint16Array(FIRST_LENGTH)
  length = 0

  push(unit: number): void {
    if (this.length === this.values.length) {
      const grown = new Uint16Array(this.length * 2)
      grown.set(this.values)
      this.values = grown
    }
    this.values[this.length++] = unit
  }

  clear(): void {
    this.length = 0
  }
}
