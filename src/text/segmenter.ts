/** What cutting Chinese text into words asks of a dictionary; src/text/jieba.ts answers it with nodejieba. */

/** A shorter dictionary word inside a word, in UTF-16 units of the word. */
export interface WordPart {
  readonly start: number
  readonly length: number
}

export interface Segmenter {
  /** The words of a well-formed text in order; joined they are the text. A line feed is a word of its own. */
  cut(text: string): readonly string[]
  /**
   * The dictionary words of two, then of three characters inside a longer word: 全文检索 has 全文 and 检索. Parts of one
   * length stand in order.
   */
  parts(word: string): readonly WordPart[]
}
