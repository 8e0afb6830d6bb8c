/** Tells a reader how the query was understood: words left out, pieces read as plain words. */

import type { QueryWarning, WarningKind } from '../../src/query/query.ts'
import type { InPage } from '../../src/search/answers/result.ts'
import type { Messages } from '../messages/messages.ts'
import { linkToSearch } from '../parameters/addresses.ts'
import type { SearchState } from '../parameters/parameters.ts'
import { shorten } from '../text/neutralize.ts'

interface DidYouMeanProps {
  readonly messages: Messages
  /** The search for the query that was meant. */
  readonly state: SearchState
}

export function DidYouMean({ messages, state }: DidYouMeanProps) {
  return (
    <p class="meant">
      {messages.didYouMean}
      <a href={linkToSearch(state)}>
        <bdi>{shorten(state.query, 80)}</bdi>
      </a>
    </p>
  )
}

interface InPageProps {
  readonly messages: Messages
  readonly state: SearchState
  readonly inPage: InPage
}

/** Says that pages have what no article has, and links to the search that shows them. */
export function FoundInPages({ messages, state, inPage }: InPageProps) {
  return (
    <aside class="notice">
      <p>
        <a href={linkToSearch({ ...state, query: inPage.query, page: 1 })}>
          {messages.inPage(inPage.total)}
        </a>
      </p>
    </aside>
  )
}

interface WarningsProps {
  readonly messages: Messages
  readonly query: string
  readonly warnings: readonly QueryWarning[]
}

/** The warnings' own texts are English, for programs and the terminal. The help names every mistake there is. */
export function Warnings({ messages, query, warnings }: WarningsProps) {
  return (
    <aside class="notice">
      {kinds.map((kind) => {
        const these = warnings.filter((one) => one.kind === kind)
        if (these.length === 0) return null
        return (
          <>
            <p>{messages.warnings[kind]}</p>
            <ul>
              {these.map(({ position, words = [] }) => (
                <li>
                  <b>
                    <bdi>{cutPiece(query, position)}</bdi>
                  </b>
                  {words.length > 0 && ` → ${words.join(' ')}`}
                </li>
              ))}
            </ul>
          </>
        )
      })}
      {warnings.some(({ kind }) => kind === 'plain' || kind === 'dropped') && (
        <p class="help">{messages.warningHelp}</p>
      )}
    </aside>
  )
}

const kinds: readonly WarningKind[] = [
  'absent',
  'unknown',
  'plain',
  'dropped',
  'limited',
  'widened',
]

/** Returns the query from where the warning points to, long enough to recognise. */
function cutPiece(query: string, position: number): string {
  return shorten(query.slice(position).trim() || query, 24)
}
