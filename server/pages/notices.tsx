/** What the reader should know of how the query was taken: words left out, pieces read as plain words. */

import type { QueryWarning } from '../../src/query/query.ts'
import { shorten } from '../harmless.ts'
import type { Messages } from '../messages/messages.ts'

interface RelaxedProps {
  readonly messages: Messages
  readonly words: readonly string[]
}

export function Relaxed({ messages, words }: RelaxedProps) {
  return (
    <aside class="notice">
      <p>
        {messages.relaxed}
        {words.map((word) => (
          <>
            <b>
              <bdi>{shorten(word, 60)}</bdi>
            </b>{' '}
          </>
        ))}
      </p>
      <p class="help">{messages.relaxedHelp}</p>
    </aside>
  )
}

interface WarningsProps {
  readonly messages: Messages
  readonly query: string
  readonly warnings: readonly QueryWarning[]
}

/** The warnings' own texts are English, for programs and the terminal; the help names every mistake there is. */
export function Warnings({ messages, query, warnings }: WarningsProps) {
  return (
    <aside class="notice">
      <p>{messages.warnings}</p>
      <ul>
        {warnings.map(({ position }) => (
          <li>
            <b>
              <bdi>{pieceAt(query, position)}</bdi>
            </b>
          </li>
        ))}
      </ul>
      <p class="help">{messages.warningHelp}</p>
    </aside>
  )
}

/** The query from where the warning points to, long enough to recognise. */
function pieceAt(query: string, position: number): string {
  return shorten(query.slice(position).trim() || query, 24)
}
