/** One block of an article's text as the element that its kind names. */

import type { Block } from '../../src/corpus/article.ts'
import { harmlessLines } from '../harmless.ts'

export function BlockView({ block }: { readonly block: Block }) {
  const text = harmlessLines(block.text)
  switch (block.kind) {
    case 'heading':
      return <h2>{text}</h2>
    case 'paragraph':
      return <p>{text}</p>
    case 'quote':
      return <blockquote>{text}</blockquote>
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
        <li>{line}</li>
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
              <td>{cell}</td>
            ))}
          </tr>
        ))}
      </table>
    </div>
  )
}
