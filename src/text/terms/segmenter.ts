/** Cutting Chinese text into words takes a dictionary; src/text/jieba/jieba.ts has jieba's. */

/** A range of UTF-16 units of the text that was given. */
export type VisitWord = (start: number, end: number) => void

export interface Segmenter {
  /** Visits the words of text[start, end), well-formed, in order: each begins where the one before ends. */
  cut(text: string, start: number, end: number, visit: VisitWord): void
  /**
   * Visits the dictionary words of two, then of three characters inside a longer word: 全文检索 has 全文 and 检索. Those of
   * one length come in order.
   */
  parts(text: string, start: number, end: number, visit: VisitWord): void
}
