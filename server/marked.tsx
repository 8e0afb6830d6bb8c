/** The one place where a snippet's ranges become elements. hono/jsx escapes the text, so nothing but `mark` can appear. */

import type { MarkedText } from '../src/search/result.ts'
import { harmless } from './harmless.ts'

interface Piece {
  readonly text: string
  readonly marked: boolean
}

/** `{text: '新的开源模型', marks: [[2, 6]]}` is '新的' and, marked, '开源模型'. */
function piecesOf({ text, marks }: MarkedText): readonly Piece[] {
  const safe = harmless(text)
  const pieces: Piece[] = []
  let position = 0
  for (const [start, end] of marks) {
    pieces.push({ text: safe.slice(position, start), marked: false })
    pieces.push({ text: safe.slice(start, end), marked: true })
    position = end
  }
  pieces.push({ text: safe.slice(position), marked: false })
  return pieces.filter((piece) => piece.text !== '')
}

export function Marked({ snippet }: { readonly snippet: MarkedText }) {
  return <>{piecesOf(snippet).map(({ text, marked }) => (marked ? <mark>{text}</mark> : text))}</>
}
