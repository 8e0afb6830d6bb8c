/** One block of an article's text as the element that its kind names. */

import type { Block } from '../../src/corpus/article.ts'
import { harmlessLines } from '../harmless.ts'
import { typefaceOf } from '../typeface.ts'

export function BlockView({ block }: { readonly block: Block }) {
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
        <pre>
          <code>{text}</code>
        </pre>
      )
    case 'list':
      return <List lines={text.split('\n')} />
    case 'table':
      return <Table rows={text.split('\n')} />
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

function Table({ rows }: { readonly rows: readonly string[] }) {
  return (
    <div class="table">
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
