/** How to write a query, each line with an example that can be tried. */

import { queryAddress } from '../addresses.ts'
import type { PageProps } from '../requests.ts'
import { KeyList } from './key-list.tsx'
import { Layout } from './layout.tsx'

export function HelpPage({ messages, here }: PageProps) {
  const { title, syntax, keysTitle } = messages.help
  return (
    <Layout messages={messages} here={here} title={title}>
      <section class="manual how">
        <h1>{title}</h1>
        <dl>
          {[...messages.examples, ...syntax].map(({ query, says }) => (
            <div>
              <dt>
                <a href={queryAddress(query)}>
                  <bdi>{query}</bdi>
                </a>
              </dt>
              <dd>{says}</dd>
            </div>
          ))}
        </dl>
        <h2 id="keys">{keysTitle}</h2>
        <KeyList messages={messages} />
      </section>
    </Layout>
  )
}
