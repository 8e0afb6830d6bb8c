/** Lists queries to try, as links, each with what it does. */

import { linkToQuery } from '../parameters/addresses.ts'
import type { Example } from '../text/examples.ts'
import { shorten } from '../text/neutralize.ts'

export function ExampleList({ examples }: { readonly examples: readonly Example[] }) {
  return (
    <dl>
      {examples.map(({ query, says }) => (
        <div>
          <dt>
            <a href={linkToQuery(query)}>
              <bdi>{shorten(query, 60)}</bdi>
            </a>
          </dt>
          <dd>
            <bdi>{shorten(says, 120)}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  )
}
