/** How to write a query, each line with an example that can be tried. */

import type { Example } from '../examples.ts'
import type { PageProps } from '../requests.ts'
import { ExampleList } from './example-list.tsx'
import { KeyList } from './key-list.tsx'
import { Layout } from './layout.tsx'

interface HelpProps extends PageProps {
  readonly examples: readonly Example[]
}

export function HelpPage({ messages, here, examples }: HelpProps) {
  const { title, keysTitle } = messages.help
  return (
    <Layout messages={messages} here={here} title={title}>
      <section class="manual how">
        <h1>{title}</h1>
        <ExampleList examples={examples} />
        <h2 id="keys">{keysTitle}</h2>
        <KeyList messages={messages} />
      </section>
    </Layout>
  )
}
