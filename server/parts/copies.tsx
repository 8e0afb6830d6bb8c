/** Lists the other articles with the same text as a result, folded up. */

import type { Duplicate } from '../../src/search/answers/result.ts'
import type { Messages } from '../messages/messages.ts'
import { linkToArticle } from '../parameters/addresses.ts'
import { shorten } from '../text/neutralize.ts'

interface CopiesProps {
  readonly messages: Messages
  readonly copies: readonly Duplicate[]
  readonly query: string
}

export function Copies({ messages, copies, query }: CopiesProps) {
  if (copies.length === 0) return null
  return (
    <details class="copies">
      <summary>{messages.copies(copies.length)}</summary>
      <ul>
        {copies.map(({ id, source, date }) => (
          <li>
            <a href={linkToArticle(id, query)}>
              <bdi>{shorten(source, 60) || messages.untitled}</bdi>
            </a>
            {date && <time datetime={date}>{date}</time>}
          </li>
        ))}
      </ul>
    </details>
  )
}
