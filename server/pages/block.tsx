/** One block of an article's text as the element that its kind names. */

import type { Block } from '../../src/corpus/article.ts'
import { harmlessLines } from '../harmless.ts'
import type { Messages } from '../messages/messages.ts'
import { typefaceOf } from '../typeface.ts'

interface BlockProps {
  readonly messages: Messages
  readonly block: Block
}

/** Code and tables may be wider than the page: they scroll, by the keyboard as well. */
export function BlockView({ messages, block }: BlockProps) {
  const text = harmlessLines(block.text)
  const typeface = typefaceOf(text)
  switch (block.kind) {
    case 'heading':
      return <h2 class={typeface}>{text}</h2>
    case 'paragraph':
      return <p class={typeface}>{text}</p>
    case 'quote':
      return <blockquote class={typeface}>{text}</blockquote>
    case 'code':
      return (
        // biome-ignore lint/a11y/useSemanticElements: no field set
        <pre role="group" aria-label={messages.code} tabindex={0}>
          <code>{text}</code>
        </pre>
      )
    case 'list':
      return <List lines={text.split('\n')} />
    case 'table':
      return <Table label={messages.table} rows={text.split('\n')} />
  }
}

function List({ lines }: { readonly lines: readonly string[] }) {
  return (
    <ul>
      {lines.map((line) => (
        <li class={typefaceOf(line)}>{line}</li>
      ))}
    </ul>
  )
}

interface TableProps {
  readonly label: string
  readonly rows: readonly string[]
}

function Table({ label, rows }: TableProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: no field set
    <div class="table" role="group" aria-label={label} tabindex={0}>
      <table>
        {rows.map((row) => (
          <tr>
            {row.split('\t').map((cell) => (
              <td class={typefaceOf(cell)}>{cell}</td>
            ))}
          </tr>
        ))}
      </table>
    </div>
  )
}
