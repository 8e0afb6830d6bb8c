/** Makes elements of the ranges of a text, here alone. hono/jsx escapes the text, so nothing but `mark` can appear. */

import type { MarkedText } from '../../src/search/answers/result.ts'
import { neutralize, neutralizeLines } from './neutralize.ts'

interface Piece {
  readonly text: string
  /** The number of the mark, from 0; absent where the piece is not marked. */
  readonly mark?: number
}

/** `{text: '新的开源模型', marks: [[2, 6]]}` becomes '新的' and, marked, '开源模型'. */
function splitAtMarks(text: string, marks: MarkedText['marks']): readonly Piece[] {
  const pieces: Piece[] = []
  let position = 0
  for (const [mark, [start, end]] of marks.entries()) {
    pieces.push({ text: text.slice(position, start) })
    pieces.push({ text: text.slice(start, end), mark })
    position = end
  }
  pieces.push({ text: text.slice(position) })
  return pieces.filter((piece) => piece.text !== '')
}

export function Marked({ snippet }: { readonly snippet: MarkedText }) {
  const pieces = splitAtMarks(neutralize(snippet.text), snippet.marks)
  return <>{pieces.map(({ text, mark }) => (mark === undefined ? text : <mark>{text}</mark>))}</>
}

/** The same, with its line breaks. */
export function MarkedLines({ snippet }: { readonly snippet: MarkedText }) {
  const pieces = splitAtMarks(snippet.text, snippet.marks)
  return (
    <>
      {pieces.map(({ text, mark }) => {
        const safe = neutralizeLines(text)
        return mark === undefined ? safe : <mark>{safe}</mark>
      })}
    </>
  )
}

interface NumberedMarksProps {
  /** The text has been neutralized already. */
  readonly text: string
  readonly marks: MarkedText['marks']
  /** The number in the first mark's id, `mark-1` for 1; the following marks count on. */
  readonly first: number
}

/** Gives each mark an id that links can lead to. */
export function NumberedMarks({ text, marks, first }: NumberedMarksProps) {
  return (
    <>
      {splitAtMarks(text, marks).map(({ text, mark }) =>
        mark === undefined ? text : <mark id={`mark-${first + mark}`}>{text}</mark>,
      )}
    </>
  )
}
