/** Shows a block of an article as the element that its kind names, with the query's words marked. */

import type { Marks } from '../../src/search/answers/result.ts'
import type { Messages } from '../messages/messages.ts'
import { NumberedMarks } from '../text/marked.tsx'
import type { MarkedBlock } from '../text/marked-blocks.ts'
import { chooseTypeface } from '../text/typeface.ts'

interface BlockProps {
  readonly messages: Messages
  readonly block: MarkedBlock
}

/** Code and tables may be wider than the page, so they can be scrolled, by the keyboard as well. */
export function BlockView({ messages, block }: BlockProps) {
  const { kind, text, marks, marksBefore } = block
  const typeface = chooseTypeface(text)
  const marked = <NumberedMarks text={text} marks={marks} first={marksBefore + 1} />
  switch (kind) {
    case 'heading':
      return <h2 class={typeface}>{marked}</h2>
    case 'paragraph':
      return <p class={typeface}>{marked}</p>
    case 'quote':
      return <blockquote class={typeface}>{marked}</blockquote>
    case 'code':
      return (
        // biome-ignore lint/a11y/useSemanticElements: no field set
        <pre role="group" aria-label={messages.code} tabindex={0}>
          <code>{marked}</code>
        </pre>
      )
    case 'list':
      return <List block={block} />
    case 'table':
      return <Table label={messages.table} block={block} />
  }
}

function List({ block }: { readonly block: MarkedBlock }) {
  return (
    <ul>
      {splitBlock(block, '\n').map((line) => (
        <li class={chooseTypeface(line.text)}>
          <NumberedMarks text={line.text} marks={line.marks} first={line.marksBefore + 1} />
        </li>
      ))}
    </ul>
  )
}

function Table({ label, block }: { readonly label: string; readonly block: MarkedBlock }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: no field set
    <div class="table" role="group" aria-label={label} tabindex={0}>
      <table>
        {splitBlock(block, '\n').map((row) => (
          <tr>
            {splitBlock(row, '\t').map((cell) => (
              <td class={chooseTypeface(cell.text)}>
                <NumberedMarks text={cell.text} marks={cell.marks} first={cell.marksBefore + 1} />
              </td>
            ))}
          </tr>
        ))}
      </table>
    </div>
  )
}

/** Splits a block into lines or cells, each with its own marks. A mark across two of them stands in both. */
function splitBlock(block: MarkedBlock, separator: string): readonly MarkedBlock[] {
  let start = 0
  let next = 0
  return block.text.split(separator).map((text) => {
    const end = start + text.length
    while (endsBefore(block.marks[next], start)) next++
    const marks: [number, number][] = []
    for (let at = next, mark = block.marks[at]; mark && mark[0] < end; mark = block.marks[++at])
      marks.push([Math.max(mark[0], start) - start, Math.min(mark[1], end) - start])
    start = end + separator.length
    return { kind: block.kind, text, marks, marksBefore: block.marksBefore + next }
  })
}

function endsBefore(mark: Marks[number] | undefined, start: number): boolean {
  return mark !== undefined && mark[1] <= start
}
