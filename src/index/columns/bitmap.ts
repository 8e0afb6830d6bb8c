/** A set of article numbers below `articles`, one bit for each, the lowest bit of a byte first. */
export class Bitmap {
  readonly bytes: Uint8Array

  constructor(articles: number, bytes = new Uint8Array(Math.ceil(articles / 8))) {
    this.bytes = bytes
  }

  has(article: number): boolean {
    return (((this.bytes[article >>> 3] ?? 0) >>> (article & 7)) & 1) === 1
  }

  add(article: number): void {
    this.bytes[article >>> 3] = (this.bytes[article >>> 3] ?? 0) | (1 << (article & 7))
  }

  copy(): Bitmap {
    return new Bitmap(0, this.bytes.slice())
  }
}
